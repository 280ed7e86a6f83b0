package io.plumbline.bar.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Mark up and still, then rolled away by a turn: axis of the shaft, up, forward.
final class MountStep implements Step {
  private static final double MARK_S = 3;
  private static final double AFTER_S = 1;
  private static final double LEVEL_RAD = Math.toRadians(8);
  private static final double MOVED_RAD = Math.toRadians(30);
  /// A whole turn, and some more.
  private static final double ENOUGH_RAD = 2 * Math.PI;

  private final Findings findings;
  private final Recorder recorder = new Recorder();
  private boolean judged;

  MountStep(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<String> instruction() {
    return findings.markUp == null ? Pictures.MARK : Pictures.ROLL;
  }

  @Override
  public @Nullable String accept(Block block, Stillness still, @Nullable Stretch ended) {
    if (ended != null) {
      judged = false;
    }
    if (findings.markUp == null) {
      return mark(still);
    }
    recorder.accept(block, ended);
    if (judged || still.durationS() < AFTER_S) {
      return null;
    }
    judged = true;
    Movement movement = recorder.end();
    if (movement == null) {
      return null;
    }
    double[] turned = movement.turnedRad(0);
    double angle = Math.sqrt(turned[0] * turned[0] + turned[1] * turned[1] + turned[2] * turned[2]);
    if (angle < ENOUGH_RAD) {
      return angle < MOVED_RAD
          ? null
          : String.format(Locale.ROOT, "only %.1f turns: roll it on by at least one turn in one go",
              angle / 2 / Math.PI);
    }
    findings.roll = movement;
    return String.format(Locale.ROOT, "rolled by %.1f turns: good", angle / 2 / Math.PI);
  }

  private @Nullable String mark(Stillness still) {
    if (judged || still.durationS() < MARK_S) {
      return null;
    }
    judged = true;
    Stretch stretch = still.stretch();
    double slope = findings.slope(stretch, 0);
    if (Math.abs(slope) > LEVEL_RAD) {
      return String.format(Locale.ROOT, "the bar slopes by %.0f°: put both ends down", Math.toDegrees(Math.abs(slope)));
    }
    findings.markUp = stretch;
    findings.still.add(stretch);
    return "mark up and still: good";
  }

  @Override
  public boolean isDone() {
    return findings.roll != null;
  }

  @Override
  public String progress() {
    return findings.markUp == null ? "0 of 2" : "1 of 2";
  }

  /// Keeps the blocks of a movement, with some of the rest before and after.
  static final class Recorder {
    private static final int LEAD = 10;

    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Stretch before;

    void accept(Block block, @Nullable Stretch ended) {
      if (ended != null && ended.durationS() >= AFTER_S) {
        // A stretch ends with the first block that moves; what lay before it is there already.
        before = ended;
        int lead = Math.min(LEAD, blocks.size());
        List<Block> last = List.copyOf(blocks.subList(blocks.size() - lead, blocks.size()));
        blocks.clear();
        blocks.addAll(last);
      }
      if (before == null && blocks.size() > LEAD) {
        blocks.removeFirst();
      }
      blocks.add(block);
    }

    /// The movement that has come to rest, null where none has begun.
    @Nullable
    Movement end() {
      Stretch start = before;
      if (start == null) {
        return null;
      }
      Movement movement = new Movement(start, blocks.stream().filter(Block::isComplete).toList());
      before = null;
      int keep = Math.min(LEAD, blocks.size());
      List<Block> last = List.copyOf(blocks.subList(blocks.size() - keep, blocks.size()));
      blocks.clear();
      blocks.addAll(last);
      return movement;
    }
  }
}

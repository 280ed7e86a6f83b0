package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A calibration in progress: takes rows, tells a person what to do and what was not done, and knows when all is done. Knows no clock and no
/// chips: a recording goes the same way. For one thread.
public final class Procedure {
  /// Five times a second.
  private static final int BLOCKS_PER_STATUS = 10;

  private final Sensors sensors;
  private final BlockBuilder blocks;
  private final Stillness stillness;
  private final Findings findings = new Findings();
  private final List<Part> parts = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Guide guide;
  private int at;
  private int blocksSeen;
  private List<String> told = List.of();
  private String lastWord = "";

  /// @param streams of the chips
  public Procedure(List<RawStream> streams, BarConfig config, Wish wish, Guide guide) {
    this.guide = guide;
    this.blocks = new BlockBuilder(streams, config, wish.parts().contains(Part.LOAD), this::accept);
    this.sensors = blocks.sensors();
    this.stillness = new Stillness(sensors);
    Set<Part> wished = Part.complete(wish.parts());
    if (sensors.bridges() == 0) {
      wished.remove(Part.LOAD);
    }
    for (Part part : EnumSet.copyOf(wished)) {
      parts.add(part);
      steps.add(switch (part) {
        case REST -> new RestStep(findings);
        case FACES -> new FacesStep(findings);
        case MOUNT -> new MountStep(findings);
        case LEVER -> new LeverStep(findings);
        case LOAD -> new LoadStep(findings, wish.platesKg(), sensors.bridges() / 2, config.bar().outboardKg());
      });
    }
  }

  /// Tells the first thing to do.
  public void begin() {
    if (!isDone()) {
      instruct();
    }
  }

  /// Takes rows as the chips gave them.
  public void accept(RawBatch rows) {
    blocks.accept(rows);
  }

  private void accept(Block block) {
    if (isDone()) {
      return;
    }
    Stretch ended = stillness.accept(block);
    Step step = steps.get(at);
    String word = step.accept(block, stillness, ended);
    if (++blocksSeen % BLOCKS_PER_STATUS == 0) {
      guide.status(status(step));
    }
    // Nobody wants the same advice every two seconds.
    if (word != null && !word.equals(lastWord)) {
      String progress = step.progress();
      String place = progress.isEmpty() ? parts.get(at).word() : parts.get(at).word() + " " + progress;
      guide.word(place, word);
      lastWord = word;
    }
    if (step.isDone()) {
      at++;
    }
    if (!isDone()) {
      instruct();
    }
  }

  private String status(Step step) {
    String state = stillness.durationS() > 0
        ? String.format(Locale.ROOT, "still for %.1f s", stillness.durationS())
        : "moving";
    String progress = step.progress();
    return progress.isEmpty() ? state : progress + " done; " + state;
  }

  /// Only where something else is to be done than before.
  private void instruct() {
    List<String> instruction = steps.get(at).instruction();
    if (!instruction.equals(told)) {
      // The picture once, what is said below it each time.
      boolean samePicture = !told.isEmpty() && told.getFirst().equals(instruction.getFirst());
      List<String> before = told;
      told = instruction;
      lastWord = "";
      if (samePicture) {
        instruction.stream().filter(line -> !before.contains(line)).forEach(guide::say);
        return;
      }
      guide.say("");
      guide.say("Step " + (at + 1) + " of " + steps.size() + ": " + parts.get(at).word());
      instruction.forEach(guide::say);
    }
  }

  /// Whether everything was done.
  public boolean isDone() {
    return at == steps.size();
  }

  /// What is being waited for; null where everything was done.
  public @Nullable String waitsFor() {
    if (isDone()) {
      return null;
    }
    String progress = steps.get(at).progress();
    return progress.isEmpty() ? parts.get(at).word() : parts.get(at).word() + " (" + progress + ")";
  }

  /// The part that is done now; the last one where everything was done.
  public Part part() {
    return parts.get(Math.min(at, parts.size() - 1));
  }

  /// How much of that part is done: `3 of 16`; empty where there is nothing to count.
  public String progress() {
    return isDone() ? "" : steps.get(at).progress();
  }

  /// What is to be done now, with its picture; empty where everything was done.
  public List<String> instruction() {
    return isDone() ? List.of() : steps.get(at).instruction();
  }

  /// For how long everything has been still, 0 while something moves.
  public double stillS() {
    return stillness.durationS();
  }

  /// What was gathered, made into numbers.
  ///
  /// @param before the calibration until now, null where there is none
  public Outcome solve(BarConfig config, Wish wish, @Nullable Calibration before) {
    return new Solver(sensors, findings, config, wish, before, Set.copyOf(parts)).solve();
  }

  /// What came out.
  ///
  /// @param refusals one line for each part that could not be calibrated
  public record Outcome(Calibration calibration, List<String> refusals) {
    public Outcome {
      refusals = List.copyOf(refusals);
    }
  }
}

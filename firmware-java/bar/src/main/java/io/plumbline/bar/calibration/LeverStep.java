package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.RollAxis;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Each end raised and lowered three times: places of the units along the bar.
final class LeverStep implements Step {
  private static final int TIMES = 3;
  private static final double AFTER_S = 1;
  private static final double HIGH_RAD = Math.toRadians(7);
  private static final double LOW_RAD = Math.toRadians(3);

  private final Findings findings;
  private final MountStep.Recorder recorder = new MountStep.Recorder();
  private boolean judged;
  private int left;
  private int right;

  LeverStep(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<String> instruction() {
    return left < TIMES ? Pictures.TILT_LEFT : Pictures.TILT_RIGHT;
  }

  @Override
  public @Nullable String accept(Block block, Stillness still, @Nullable Stretch ended) {
    if (ended != null) {
      judged = false;
    }
    recorder.accept(block, ended);
    if (judged || still.durationS() < AFTER_S) {
      return null;
    }
    judged = true;
    Movement movement = recorder.end();
    return movement == null ? null : judge(movement);
  }

  private @Nullable String judge(Movement movement) {
    int times = 0;
    boolean high = false;
    double most = 0;
    double sign = 0;
    double[] angle = new double[3];
    double[] bias = movement.before().rate(0);
    RollAxis shaft = findings.shaft(0);
    for (Block block : movement.blocks()) {
      for (int i = 0; i < 3; i++) {
        angle[i] += (block.units()[0][3 + i] - bias[i]) * Block.PERIOD_S;
      }
      double size = Math.sqrt(angle[0] * angle[0] + angle[1] * angle[1] + angle[2] * angle[2]);
      most = Math.max(most, size);
      if (high && size < LOW_RAD) {
        times++;
        high = false;
      }
      high |= size > HIGH_RAD;
      if (size > HIGH_RAD && shaft != null) {
        sign -= shaft.along(block.acceleration(0)) - findings.offset(shaft, 0);
      }
    }
    boolean wantsLeft = left < TIMES;
    if (times == 0) {
      return most < LOW_RAD
          ? null
          : String.format(Locale.ROOT,
              "the %s end was raised by %.0f° only, or not put down again: raise it to your knee",
              wantsLeft ? "left" : "right", Math.toDegrees(most));
    }
    if (sign != 0 && sign > 0 != wantsLeft) {
      return "that was the other end: raise the " + (wantsLeft ? "left" : "right") + " one";
    }
    findings.tilts.add(movement);
    if (wantsLeft) {
      left += times;
    } else {
      right += times;
    }
    return String.format(Locale.ROOT, "%s end, %d of %d: good", wantsLeft ? "left" : "right",
        Math.min(TIMES, wantsLeft ? left : right), TIMES);
  }

  @Override
  public boolean isDone() {
    return right >= TIMES;
  }

  @Override
  public String progress() {
    return Math.min(TIMES, left) + Math.min(TIMES, right) + " of " + 2 * TIMES;
  }
}

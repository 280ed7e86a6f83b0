package io.plumbline.bar.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bar lies still: offset of the gyroscopes.
final class RestStep implements Step {
  private static final double LONG_ENOUGH_S = 5;

  private final Findings findings;
  private boolean done;

  RestStep(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<String> instruction() {
    return Pictures.REST;
  }

  @Override
  public @Nullable String accept(Block block, Stillness still, @Nullable Stretch ended) {
    if (still.durationS() >= LONG_ENOUGH_S) {
      findings.still.add(still.stretch());
      done = true;
      return "still for 5 s: good";
    }
    return ended != null && ended.durationS() > 1 && ended.durationS() < LONG_ENOUGH_S
        ? "it moved too early: let go of it for 5 s"
        : null;
  }

  @Override
  public boolean isDone() {
    return done;
  }

  @Override
  public String progress() {
    return "";
  }
}

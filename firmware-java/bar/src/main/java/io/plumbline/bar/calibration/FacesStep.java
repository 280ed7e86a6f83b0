package io.plumbline.bar.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The accelerometers' poses: level at eight roll angles, then each end up at four.
final class FacesStep implements Step {
  static final int LEVEL_POSES = 8;
  private static final int RAISED_POSES = 4;
  private static final double LONG_ENOUGH_S = 2;
  private static final double TOO_SHORT_S = 0.5;
  private static final double NEW_RAD = Math.toRadians(25);
  private static final double RAISED_RAD = Math.toRadians(10);

  private final Findings findings;
  private boolean judged;

  FacesStep(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<String> instruction() {
    return findings.level.size() < LEVEL_POSES
        ? Pictures.LEVEL
        : findings.leftUp.size() < RAISED_POSES ? Pictures.LEFT_UP : Pictures.RIGHT_UP;
  }

  @Override
  public @Nullable String accept(Block block, Stillness still, @Nullable Stretch ended) {
    if (ended != null) {
      boolean early = !judged && ended.durationS() > TOO_SHORT_S;
      judged = false;
      return early ? "it moved too early: hold it still for 2 s" : null;
    }
    if (judged || still.durationS() < LONG_ENOUGH_S) {
      return null;
    }
    judged = true;
    Stretch stretch = still.stretch();
    findings.still.add(stretch);
    if (findings.level.size() < LEVEL_POSES) {
      return level(stretch);
    }
    return raised(stretch);
  }

  private String level(Stretch stretch) {
    if (isKnown(stretch, findings.level)) {
      return "it lies as before: turn the shaft by an eighth further";
    }
    findings.level.add(stretch);
    if (findings.level.size() == LEVEL_POSES && findings.shaft(0) == null) {
      findings.level.clear();
      return "these were not eight roll angles of a level bar: begin again, on a level floor";
    }
    return String.format(Locale.ROOT, "level, angle %d of %d: good", findings.level.size(), LEVEL_POSES);
  }

  private String raised(Stretch stretch) {
    boolean left = findings.leftUp.size() < RAISED_POSES;
    List<Stretch> own = left ? findings.leftUp : findings.rightUp;
    double slope = slope(stretch);
    String end = left ? "left" : "right";
    if (Math.abs(slope) < RAISED_RAD) {
      return String.format(Locale.ROOT, "the bar slopes by %.0f° only: lay the %s end on something 0.4 m high or more",
          Math.toDegrees(Math.abs(slope)), end);
    }
    if (left ? !findings.leftUp.isEmpty() && slope < 0 : slope > 0) {
      return "that is the other end: raise the " + end + " one";
    }
    if (isKnown(stretch, own)) {
      return "it lies as before: turn the shaft by a quarter";
    }
    own.add(stretch);
    return String.format(Locale.ROOT, "%s end up, angle %d of %d: good", end, own.size(), RAISED_POSES);
  }

  private double slope(Stretch stretch) {
    return findings.slope(stretch, 0);
  }

  private static boolean isKnown(Stretch stretch, List<Stretch> known) {
    return known.stream().anyMatch(other -> stretch.angleTo(other, 0) < NEW_RAD);
  }

  @Override
  public boolean isDone() {
    return findings.rightUp.size() >= RAISED_POSES;
  }

  @Override
  public String progress() {
    List<Stretch> all = new ArrayList<>(findings.level);
    all.addAll(findings.leftUp);
    all.addAll(findings.rightUp);
    return all.size() + " of " + (LEVEL_POSES + 2 * RAISED_POSES);
  }
}

package io.plumbline.core.calibration;

import java.util.Locale;

/// Which way the lifter faces.
public final class Facing {
  private Facing() {}

  /// From rolling the bar away from the lifter: rolling towards +y on a floor is turning about −x.
  ///
  /// @param turnedRad about bar x, from the start to the end
  /// @return +1 where the lifter faces +y, −1 where −y
  /// @throws CalibrationRefusedException where the bar hardly rolled
  public static int ofRollForward(double turnedRad) throws CalibrationRefusedException {
    if (!(Math.abs(turnedRad) > Math.PI)) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the bar rolled by %.1f turns only: roll it away from you by at least one turn in one go",
          Math.abs(turnedRad) / (2 * Math.PI)));
    }
    return turnedRad < 0 ? 1 : -1;
  }
}

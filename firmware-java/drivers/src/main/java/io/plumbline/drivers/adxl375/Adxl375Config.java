package io.plumbline.drivers.adxl375;

/// How an ADXL375 is set up.
///
/// @param rateHz     100, 200, 400 or 800
/// @param shockG     threshold of its shock interrupt, in steps of 0.78 g, up to 198 g
/// @param refuseLookAlike whether an ADXL345, which has the same identity, is refused after it gave itself away by its scale
public record Adxl375Config(int rateHz, double shockG, boolean refuseLookAlike) {
  /// 800 Hz, shocks from 20 g.
  public static final Adxl375Config DEFAULT = new Adxl375Config(800, 20, true);

  private static final double SHOCK_STEP_G = 0.78;

  public Adxl375Config {
    Registers.rateCode(rateHz);
    if (!(shockG >= SHOCK_STEP_G && shockG <= 255 * SHOCK_STEP_G)) {
      throw new IllegalArgumentException("the shock threshold of an ADXL375 is 0.78 to 198 g, but is " + shockG);
    }
  }

  int shockCode() {
    return (int) Math.round(shockG / SHOCK_STEP_G);
  }
}

package io.plumbline.drivers.nau7802;

/// How a NAU7802 is set up.
///
/// @param rateHz     10, 20, 40, 80 or 320
/// @param gain       1 to 128 in powers of two
/// @param regulatorV supply of the bridge from the chip's own regulator: 2.4 to 4.5 V in steps of 0.3
/// @param supplyV    supply of the chip; the regulator needs 0.3 V of it
/// @param capacitor  whether the board has a filter capacitor across the second input
public record Nau7802Config(int rateHz, int gain, double regulatorV, double supplyV, boolean capacitor) {
  /// 320 samples a second, gain 32, 3.0 V for the bridge from 3.3 V.
  public static final Nau7802Config DEFAULT = new Nau7802Config(320, 32, 3.0, 3.3, true);

  private static final double DROP_OUT_V = 0.3;
  private static final double COMMON_MODE_V = 1.5;
  private static final double MARGIN_V = 0.1;
  private static final int FUSSY_GAIN = 64;

  public Nau7802Config {
    Registers.rateCode(rateHz);
    Registers.gainCode(gain);
    Registers.regulatorCode(regulatorV);
    if (regulatorV > supplyV) {
      throw new IllegalArgumentException("the NAU7802's regulator cannot make " + regulatorV + " V from " + supplyV
          + " V: take " + Math.floor((supplyV - DROP_OUT_V) / 0.3 + 1e-9) * 3 / 10 + " V or less");
    }
  }

  /// What is doubtful about these values, for a person; empty where nothing is (facts, section 1).
  public String warning() {
    StringBuilder warning = new StringBuilder();
    if (regulatorV > supplyV - DROP_OUT_V + 1e-9) {
      warning.append("the regulator needs 0.3 V more than it makes: at ").append(supplyV)
          .append(" V take a lower voltage for the bridge. ");
    }
    if (gain >= FUSSY_GAIN && regulatorV / 2 - COMMON_MODE_V < MARGIN_V) {
      warning.append("at gain ").append(gain).append(" the inputs must lie between 1.5 V and ")
          .append(regulatorV - COMMON_MODE_V)
          .append(" V, and the bridge sits at ").append(regulatorV / 2)
          .append(" V, without margin: take gain 32, or 4.5 V from a 5 V supply. ");
    }
    return warning.toString().strip();
  }
}

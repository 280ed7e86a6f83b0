package io.plumbline.daemon.coach;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How numbers read in sentences.
final class Words {
  private Words() {}

  /// At most two decimals, no trailing zeros.
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}

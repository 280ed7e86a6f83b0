package io.plumbline.simulator.picture;

import java.util.Locale;

/// Numbers as people read them, the same in every locale.
final class Numbers {
  static final String NONE = "–";

  private Numbers() {}

  /// With so many decimals; a dash for what is not known.
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().allMatch(sign -> sign == '-' || sign == '0' || sign == '.');
    return (zero && text.startsWith("-") ? text.substring(1) : text).replace('-', '−');
  }

  /// With as many decimals as it needs, at most two.
  static String shortest(double value) {
    String text = fixed(value, 2);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}

package io.plumbline.simulator.recording;

/// Numbers with fixed decimals, by hand: `String.format` would take most of the time of a long recording.
final class NumberText {
  private static final long[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
  private static final double LARGEST = 1e10;

  private NumberText() {}

  /// Appends nothing for NaN.
  ///
  /// @param decimals 0 to 8
  static void append(StringBuilder text, double value, int decimals) {
    if (Double.isNaN(value)) {
      return;
    }
    if (!(Math.abs(value) < LARGEST)) {
      throw new IllegalArgumentException("no sensor reads " + value);
    }
    long scale = SCALES[decimals];
    long scaled = Math.round(value * scale);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    text.append(scaled / scale);
    if (decimals > 0) {
      text.append('.');
      long fraction = scaled % scale;
      for (long place = scale / 10; place > 1 && fraction < place; place /= 10) {
        text.append('0');
      }
      text.append(fraction);
    }
  }
}

package io.plumbline.bar.recording;

/// Numbers as decimal text that reads back as the same number.
final class DecimalText {
  private static final long NS_PER_S = 1_000_000_000L;

  private DecimalText() {}

  /// The shortest text; `9.8`, `-65`, `1.5E-4`.
  static void append(StringBuilder text, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a recording holds finite numbers, not " + value);
    }
    // Since Java 19 the shortest text that is exact; only a whole number's ".0" is too long.
    text.append(value);
    int length = text.length();
    if (text.charAt(length - 1) == '0' && text.charAt(length - 2) == '.') {
      text.setLength(length - 2);
    }
  }

  /// A time in ns as seconds, exactly, without zeros at its end.
  static void appendSeconds(StringBuilder text, long timeNs) {
    if (timeNs < 0) {
      text.append('-');
    }
    // The remainders are those of a number without a sign, also for the lowest long.
    text.append(Math.abs(timeNs / NS_PER_S));
    long fraction = Math.abs(timeNs % NS_PER_S);
    if (fraction == 0) {
      return;
    }
    text.append('.');
    for (long place = NS_PER_S / 10; fraction > 0; place /= 10) {
      text.append((char) ('0' + fraction / place));
      fraction %= place;
    }
  }
}

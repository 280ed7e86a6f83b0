package io.plumbline.bar.recording;

import java.nio.charset.StandardCharsets;

/// Foreign text made fit for one line of a message.
final class Text {
  private static final int MAX_SHOWN = 24;

  private static final byte DELETE = 0x7f;

  private Text() {}

  /// At most a little of it, without control characters.
  static String shorten(String text) {
    String printable = text.replaceAll("\\p{Cntrl}|\\p{Cs}|\\x{FFFD}", "?");
    return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "…";
  }

  static String shorten(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + 4 * MAX_SHOWN);
    return shorten(new String(bytes, from, end - from, StandardCharsets.UTF_8));
  }

  /// Whole numbers without a fraction.
  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /// Whether these bytes hold a control character, which no line of a recording does.
  static boolean isBinary(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean isControl = bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\r';
      if (isControl || bytes[i] == DELETE) {
        return true;
      }
    }
    return false;
  }
}

package io.plumbline.bar.recording;

import java.nio.charset.StandardCharsets;

/// Decimal numbers from ASCII bytes, the same values as `Double.parseDouble` gives, without an object a number. Takes
/// `[+-] digits [. digits] [e [+-] digits]` and nothing else: no `NaN`, no `Infinity`, no hexadecimal, no type suffix.
final class DecimalParser {
  /// Up to here an integer is exact in a double.
  private static final long MAX_EXACT_MANTISSA = 1L << 53;
  /// Before the next digit is taken up; keeps the mantissa from overflowing.
  private static final long MAX_MANTISSA = (Long.MAX_VALUE - 9) / 10;
  private static final int MAX_EXPONENT = 100_000;
  /// Powers of ten that are exact in a double.
  private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
      1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

  private DecimalParser() {}

  /// The number in `bytes[from, to)`; NaN where it is none; infinite where it is too large for a double.
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      negative = bytes[at] == '-';
      at++;
    }
    long mantissa = 0;
    boolean exact = true;
    int digits = 0;
    int exponent = 0;
    boolean fraction = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (mantissa <= MAX_MANTISSA) {
          mantissa = mantissa * 10 + digit;
          exponent -= fraction ? 1 : 0;
        } else {
          exact = false;
        }
      } else if (bytes[at] == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (at < to) {
      int tail = exponentOf(bytes, at, to);
      if (tail == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += tail;
    }
    // One correctly rounded operation on two exact operands is correctly rounded (Clinger 1990, fast path).
    if (exact && mantissa <= MAX_EXACT_MANTISSA && exponent >= -22 && exponent <= 22) {
      double value = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
      return negative ? -value : value;
    }
    return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /// The exponent behind an `e`, limited to what decides between zero and infinity; `Integer.MIN_VALUE` where it is none.
  private static int exponentOf(byte[] bytes, int from, int to) {
    int at = from;
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return Integer.MIN_VALUE;
    }
    at++;
    boolean negative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      negative = bytes[at] == '-';
      at++;
    }
    if (at == to) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(MAX_EXPONENT, exponent * 10 + digit);
    }
    return negative ? -exponent : exponent;
  }
}

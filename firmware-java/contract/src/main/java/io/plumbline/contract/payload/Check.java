package io.plumbline.contract.payload;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the records' constructors check, each with a message that names the field.
final class Check {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");
  private static final int MAX_TEXT_LENGTH = 500;

  private Check() {}

  /// Ids end up in topics, file names and URLs, so they hold no separator and no wildcard.
  static String id(String name, @Nullable String value) {
    if (value == null || !ID.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be 1 to 64 letters, digits, '.', '_' or '-', but is " + value);
    }
    return value;
  }

  static @Nullable String optionalId(String name, @Nullable String value) {
    return value == null ? null : id(name, value);
  }

  static String text(String name, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(name + " must be a text of 1 to " + MAX_TEXT_LENGTH + " characters");
    }
    return value;
  }

  static @Nullable String optionalText(String name, @Nullable String value) {
    return value == null ? null : text(name, value);
  }

  static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number");
    }
    return value;
  }

  static @Nullable Double finite(String name, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number or null");
    }
    return value;
  }

  static double notNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be a finite number of at least 0, but is " + value);
    }
    return value;
  }

  static @Nullable Double notNegative(String name, @Nullable Double value) {
    if (value != null) {
      notNegative(name, value.doubleValue());
    }
    return value;
  }

  static long notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be at least 0, but is " + value);
    }
    return value;
  }

  static int notNegative(String name, int value) {
    notNegative(name, (long) value);
    return value;
  }
}

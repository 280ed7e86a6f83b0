package io.plumbline.contract.payload;

import io.plumbline.contract.Ids;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the records' constructors check, each with a message that names the field.
final class Check {
  private static final Pattern TEXT = Pattern.compile(Texts.PATTERN);

  private Check() {}

  static String id(String name, @Nullable String value) {
    if (value == null || !Ids.isId(value)) {
      throw new IllegalArgumentException(
          name + " must be 1 to 64 letters, digits, '.', '_' or '-'" + (value == null ? ", but is missing" : ""));
    }
    return value;
  }

  static List<String> ids(String name, @Nullable List<String> values) {
    List<String> copy = list(name, values, Bounds.DEFAULT_ENTRIES);
    for (String value : copy) {
      id(name, value);
    }
    return copy;
  }

  static String text(String name, @Nullable String value) {
    return text(name, value, Bounds.DEFAULT_LENGTH);
  }

  static String text(String name, @Nullable String value, int mostCharacters) {
    if (value == null || value.codePointCount(0, value.length()) > mostCharacters || !TEXT.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be a text of 1 to " + mostCharacters
          + " characters, not blank and without control characters");
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

  /// A copy that nobody can change.
  static <T> List<T> list(String name, @Nullable List<T> values, int mostEntries) {
    List<T> given = present(name, values);
    int size = given.size();
    if (size > mostEntries) {
      throw new IllegalArgumentException(
          name + " holds " + size + " entries, at most " + mostEntries + " are allowed");
    }
    for (T value : given) {
      present("an entry of " + name, value);
    }
    return List.copyOf(given);
  }

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number");
    }
    return value;
  }

  static @Nullable Double finite(String name, @Nullable Double value) {
    if (value != null) {
      finite(name, value.doubleValue());
    }
    return value;
  }

  static double notNegative(String name, double value) {
    return range(name, value, 0, Double.MAX_VALUE);
  }

  static @Nullable Double notNegative(String name, @Nullable Double value) {
    if (value != null) {
      notNegative(name, value.doubleValue());
    }
    return value;
  }

  static double range(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      String limit = max == Double.MAX_VALUE
          ? "a finite number of at least " + shown(min)
          : shown(min) + " to " + shown(max);
      throw new IllegalArgumentException(name + " must be " + limit + ", but is " + shown(value));
    }
    return value;
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
  }

  static long atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be at least " + min + ", but is " + value);
    }
    return value;
  }

  /// A value and its standard deviation are known together or not at all.
  static void pair(String name, @Nullable Double value, String sdName, @Nullable Double sd) {
    if ((value == null) != (sd == null)) {
      throw new IllegalArgumentException(name + " and " + sdName + " must both be numbers or both be null");
    }
  }

  /// Both ends of a range of sequence numbers.
  static void sequences(long from, long to) {
    atLeast("from", from, 1);
    atLeast("to", to, 1);
    if (to < from) {
      throw new IllegalArgumentException("from must not be after to, but the range is " + from + " to " + to);
    }
  }
}

package io.plumbline.daemon.domain.training;

import io.plumbline.contract.Ids;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Texts;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the records' constructors check, each with a message that names the field as it is called in JSON.
final class Check {
  /// As much as the contract lets a bar say.
  static final int NAME_LENGTH = 500;
  static final int NOTE_LENGTH = 2000;
  /// Above every load that was ever lifted.
  static final double MOST_KG = 1000;

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern TEXT = Pattern.compile(Texts.PATTERN);

  private Check() {}

  static void id(String name, String value) {
    if (!Ids.isId(value)) {
      throw new IllegalArgumentException(name + " must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
  }

  static void text(String name, @Nullable String value, int mostCharacters) {
    if (value != null
        && (value.codePointCount(0, value.length()) > mostCharacters || !TEXT.matcher(value).matches())) {
      throw new IllegalArgumentException(name + " must be a text of 1 to " + mostCharacters
          + " characters, not blank and without control characters");
    }
  }

  /// A note may have several lines.
  static void note(@Nullable String value) {
    text("note", value == null ? null : value.replaceAll("\\R|\\t", " "), NOTE_LENGTH);
  }

  static void range(String name, @Nullable Double value, double min, double max) {
    if (value != null && !(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", but is " + value);
    }
  }

  static void range(String name, @Nullable Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", but is " + value);
    }
  }

  static void loadKg(String name, @Nullable Double value) {
    range(name, value, 0, MOST_KG);
  }

  /// Rating of perceived exertion: 10 is nothing left.
  static void rpe(@Nullable Double value) {
    range("rpe", value, 1, 10);
  }

  static void known(Exercise exercise) {
    if (exercise == Exercise.UNKNOWN) {
      throw new IllegalArgumentException("exercise must be one that the system knows by name");
    }
  }

  /// Within what calendars, databases and pages can show.
  static void when(String name, @Nullable Instant value) {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      throw new IllegalArgumentException(name + " must lie between " + EARLIEST + " and " + LATEST);
    }
  }

  /// What a person typed ends before what follows it.
  static void order(String earlierName, Comparable<?> earlier, String laterName, boolean inOrder) {
    if (!inOrder) {
      throw new IllegalArgumentException(laterName + " must not be before " + earlierName + " (" + earlier + ")");
    }
  }
}

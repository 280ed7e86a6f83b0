package io.plumbline.daemon.imports;

import io.plumbline.daemon.domain.training.Importer.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands the first row of a file.
final class Header {
  private static final Pattern POUNDS = Pattern.compile("(?i)\\blbs?\\b");
  private static final List<String> EXERCISE = List.of("exercise", "exercise name", "movement", "lift");
  private static final List<String> DATE = List.of("date", "session date", "workout date", "start time", "timestamp");
  private static final List<String> SET = List.of("set", "set number", "set #", "serie");
  private static final List<String> LOAD = List.of("load", "weight", "load (kg)", "weight (kg)", "load [kg]",
      "weight [kg]", "weight_kg", "load_kg", "kg", "load (lb)", "weight (lb)", "weight (lbs)", "load (lbs)");
  private static final List<String> REPS = List.of("reps", "repetitions", "rep count");
  private static final List<String> RPE = List.of("rpe", "set rpe");
  private static final List<String> VELOCITY = List.of("mean velocity", "mean velocity (m/s)", "mean velocity [m/s]",
      "avg velocity", "avg velocity (m/s)", "average velocity (m/s)", "mean_velocity", "mv (m/s)");

  /// What a file is and what its columns are called.
  record Known(String format, Columns columns) {}

  private Header() {}

  /// The columns of a file that nobody described.
  ///
  /// @throws IllegalArgumentException where they are not known; the message is one line
  static Known of(List<String> names) {
    // The app of OpenBarbell and RepOne, whose source is public: app/utility/CSVConverter.js.
    if (names.contains("Workout Start Time") && names.contains("Metric") && names.contains("Exercise")) {
      String velocity = names.contains("Avg Velocity (m/s)")
          ? "Avg Velocity (m/s)"
          : "Concentric Avg Velocity (m/s)";
      return new Known("OpenBarbell or RepOne", new Columns("Exercise", "Workout Start Time", "Set", "Weight",
          "Metric", null, null, "Set RPE", velocity, null, null));
    }
    String exercise = find(names, EXERCISE).orElseThrow(() -> missing("an exercise", names));
    String at = find(names, DATE).orElseThrow(() -> missing("a date", names));
    String load = find(names, LOAD).orElse(null);
    return new Known("known by the names of its columns", new Columns(exercise, at, find(names, SET).orElse(null), load,
        null, load != null && POUNDS.matcher(load).find() ? "lb" : "kg", find(names, REPS).orElse(null),
        find(names, RPE).orElse(null), find(names, VELOCITY).orElse(null), null, null));
  }

  private static Optional<String> find(List<String> names, List<String> wanted) {
    return wanted.stream()
        .flatMap(one -> names.stream().filter(name -> name.strip().toLowerCase(Locale.ROOT).equals(one))).findFirst();
  }

  private static IllegalArgumentException missing(String what, List<String> names) {
    return new IllegalArgumentException("1: no column is known as " + what + " among " + String.join(", ", names)
        + "; say with a mapping what they are called");
  }

  /// Where a column stands, -1 for one that is not wanted.
  ///
  /// @throws IllegalArgumentException where the file has no such column
  static int index(List<String> names, @Nullable String wanted) {
    if (wanted == null) {
      return -1;
    }
    int index = names.indexOf(wanted);
    if (index < 0) {
      throw new IllegalArgumentException("1: there is no column '" + wanted + "' among " + String.join(", ", names)
          + "; write it in the mapping as it stands in the file");
    }
    return index;
  }
}

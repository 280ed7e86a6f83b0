package io.plumbline.daemon.imports;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.Importer.Columns;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Understands one row of a file.
final class LiftReader {
  private static final double POUND_KG = 0.45359237;

  private final List<String> names;
  private final Columns columns;
  private final Moments moments;

  LiftReader(List<String> names, Columns columns, Moments moments) {
    this.names = names;
    this.columns = columns;
    this.moments = moments;
    for (String wanted : new String[]{columns.exercise(), columns.at(), columns.set(), columns.load(), columns.unit(),
        columns.reps(), columns.rpe(), columns.meanVelocity()}) {
      Header.index(names, wanted);
    }
    if (columns.loadUnit() != null && !columns.loadUnit().equals("kg") && !columns.loadUnit().equals("lb")) {
      throw new IllegalArgumentException("load_unit must be kg or lb, but is " + columns.loadUnit());
    }
    exercises().forEach((name, id) -> {
      if (Exercise.fromId(id).isEmpty()) {
        throw new IllegalArgumentException("exercises: '" + id + "' for '" + name + "' is no exercise of this system");
      }
    });
  }

  private Map<String, String> exercises() {
    Map<String, String> exercises = columns.exercises();
    return exercises == null ? Map.of() : exercises;
  }

  /// What a row says, whether it is a rep or a set.
  ///
  /// @param reps null where the row is a rep
  record Lift(Instant at, String name, Exercise exercise, String set, @Nullable Double loadKg, @Nullable Integer reps,
      @Nullable Double rpe, @Nullable Double meanMps) {
    /// Whether both are reps of one set.
    boolean isOfSameSet(Lift other) {
      return reps == null && other.reps == null && at.equals(other.at) && name.equals(other.name)
          && set.equals(other.set) && Objects.equals(loadKg, other.loadKg);
    }
  }

  /// @throws IllegalArgumentException where a value makes no sense; the message is reason and mend
  Lift read(List<String> row) {
    String name = text(row, columns.exercise());
    if (name.isEmpty()) {
      throw new IllegalArgumentException(columns.exercise() + " is empty; write what was lifted");
    }
    String mapped = exercises().get(name);
    Exercise exercise = mapped == null
        ? ExerciseNames.of(name)
        : Exercise.fromId(mapped).orElseThrow();
    Double reps = number(row, columns.reps());
    return new Lift(at(row), name, exercise, text(row, columns.set()), loadKg(row), reps == null
        ? null
        : whole(reps), number(row, columns.rpe()), number(row, columns.meanVelocity()));
  }

  private Instant at(List<String> row) {
    String text = text(row, columns.at());
    try {
      return moments.read(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(columns.at() + " '" + text
          + "' is no time that is certain; write it as 2026-11-23 17:00, or give a mapping with date_format", e);
    }
  }

  private int whole(double reps) {
    if (reps != Math.rint(reps) || reps < 1 || reps > 1000) {
      throw new IllegalArgumentException(
          columns.reps() + " must be a number from 1 to 1000; mend it or leave the row out");
    }
    return (int) reps;
  }

  private @Nullable Double loadKg(List<String> row) {
    Double load = number(row, columns.load());
    String told = columns.unit() == null ? columns.loadUnit() : text(row, columns.unit()).toLowerCase(Locale.ROOT);
    if (load == null) {
      return null;
    }
    if (told == null || told.equals("kg") || told.equals("kgs")) {
      return load;
    }
    if (told.equals("lb") || told.equals("lbs")) {
      return load * POUND_KG;
    }
    throw new IllegalArgumentException(columns.unit() + " '" + told + "' is no unit of a load; write kg or lb");
  }

  private @Nullable Double number(List<String> row, @Nullable String column) {
    String text = text(row, column);
    if (text.isEmpty() || text.equals("-") || text.equals("--")) {
      return null;
    }
    // A comma is a decimal point where nothing else is one.
    String plain = text.matches("-?[0-9]+,[0-9]+") ? text.replace(',', '.') : text;
    if (!plain.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw new IllegalArgumentException(column + " '" + text + "' is no number; mend it or leave it empty");
    }
    return Double.valueOf(plain);
  }

  private String text(List<String> row, @Nullable String column) {
    int index = Header.index(names, column);
    return index < 0 || index >= row.size() ? "" : row.get(index).strip();
  }
}

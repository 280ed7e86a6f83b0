package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person who lifts.
///
/// @param id           made by the daemon once and never given again; not the name that is typed at a bar
/// @param name         as it is shown
/// @param birthYear    enough for the rules that ask for an age; null where not told
/// @param zone         decides to which day and week a set belongs
/// @param bodyMassKg   an estimate by the athlete, null where not told
/// @param oneRepMaxima as the athlete entered them, at most one an exercise
public record Athlete(String id, String name, @Nullable Integer birthYear, ZoneId zone, @Nullable Double bodyMassKg,
    List<EnteredMax> oneRepMaxima) {
  /// The most that an athlete says to lift once.
  ///
  /// @param loadKg    bar and plates
  /// @param enteredOn the day of which it is told
  public record EnteredMax(Exercise exercise, double loadKg, LocalDate enteredOn) {
    public EnteredMax {
      Check.known(exercise);
      Check.loadKg("load_kg", loadKg);
    }
  }

  public Athlete {
    Check.id("id", id);
    Check.text("name", name, Check.NAME_LENGTH);
    Check.range("birth_year", birthYear, 1900, 2100);
    Check.range("body_mass_kg", bodyMassKg, 20, 400);
    oneRepMaxima = List.copyOf(oneRepMaxima);
    if (oneRepMaxima.stream().map(EnteredMax::exercise).distinct().count() != oneRepMaxima.size()) {
      throw new IllegalArgumentException("one_rep_maxima must name each exercise once");
    }
  }

  /// One of whom only the name is known.
  public static Athlete named(String id, String name, ZoneId zone) {
    return new Athlete(id, name, null, zone, null, List.of());
  }

  /// The age that is reached within the year of a day, empty where no birth year is told.
  public Optional<Integer> ageYears(LocalDate day) {
    return Optional.ofNullable(birthYear).map(year -> day.getYear() - year);
  }

  /// What the athlete entered for an exercise.
  public Optional<EnteredMax> oneRepMax(Exercise exercise) {
    return oneRepMaxima.stream().filter(max -> max.exercise() == exercise).findFirst();
  }
}

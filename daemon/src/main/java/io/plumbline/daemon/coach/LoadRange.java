package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the top working sets of the next session may weigh.
///
/// @param on          the day for which it is reckoned
/// @param lowKg       least, null where nothing is known to reckon from
/// @param highKg      most, null likewise
/// @param referenceKg what it is reckoned from: the heaviest working load of the last weeks, or the former working load of a way back
/// @param limitKg     above which the weekly progression is flagged, null where there is nothing to compare with
/// @param notBefore   when the rest after the last heavy session is over, null where it is over already, and for lifts that do not load the lower back
/// @param rules       ids of those that decided
/// @param reason      for the athlete
public record LoadRange(Exercise exercise, LocalDate on, @Nullable Double lowKg, @Nullable Double highKg,
    @Nullable Double referenceKg, @Nullable Double limitKg, @Nullable Instant notBefore, List<String> rules,
    String reason) {
  public LoadRange {
    rules = List.copyOf(rules);
  }
}

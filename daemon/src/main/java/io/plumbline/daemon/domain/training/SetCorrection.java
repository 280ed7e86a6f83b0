package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that people changed or told of one set, as a whole. What is null stays as the bar told it.
///
/// @param owner       whose set it is instead
/// @param exercise    what was lifted instead
/// @param loadKg      bar and plates instead
/// @param startedAt   when it really began, for a bar whose clock was not synchronised
/// @param removedReps sequences of reps that were none; leaving one out here brings it back
public record SetCorrection(@Nullable Owner owner, @Nullable Exercise exercise, @Nullable Double loadKg,
    @Nullable Instant startedAt, List<Long> removedReps, SetNotes notes) {
  /// Nothing changed and nothing told.
  public static final SetCorrection NONE = new SetCorrection(null, null, null, null, List.of(), SetNotes.NONE);

  /// A set's owner.
  ///
  /// @param athleteId null for nobody
  public record Owner(@Nullable String athleteId) {
    public Owner {
      if (athleteId != null) {
        Check.id("athlete_id", athleteId);
      }
    }
  }

  public SetCorrection {
    if (exercise != null) {
      Check.known(exercise);
    }
    Check.loadKg("load_kg", loadKg);
    Check.when("started_at", startedAt);
    removedReps = removedReps.stream().distinct().sorted().toList();
  }
}

package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A measured set, or sets that were typed by hand: what the rules of load and rest look at.
///
/// @param timeKnown whether `startedAt` is when it was lifted, not when it was heard of
/// @param loadKg    null where not known
/// @param sets      how many it stands for
/// @param reps      lifted ones of all of them, removed ones left out
/// @param working   whether it is working, not warm-up
/// @param measured  null where it was typed
record Work(Basis basis, Instant startedAt, Instant endedAt, boolean timeKnown, Exercise exercise,
    @Nullable Double loadKg, int sets, int reps, boolean working, SetNotes notes, @Nullable TrainedSet measured) {
  static Work of(TrainedSet set, boolean working) {
    return new Work(Basis.of(set.key()), set.startedAt(), set.endedAt(), set.clockSynchronised(), set.exercise(),
        set.loadKg(), 1, set.liftedReps().size(), working, set.notes(), set);
  }

  static Work of(UnmeasuredLift lift) {
    return new Work(Basis.of(lift), lift.at(), lift.at(), true, lift.exercise(), lift.loadKg(), lift.sets(),
        lift.sets() * lift.repsPerSet(), true, new SetNotes(null, null, null, lift.rpe(), null), null);
  }

  boolean loadsBack() {
    return Lifts.loadsBack(exercise);
  }

  /// Load times reps times the lift's lumbar factor, empty where the load is not known.
  OptionalDouble lumbarKg(Settings settings) {
    double factor = Lifts.lumbarFactor(exercise, settings);
    return loadKg == null ? OptionalDouble.empty() : OptionalDouble.of(loadKg * reps * factor);
  }
}

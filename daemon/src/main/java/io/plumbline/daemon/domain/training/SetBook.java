package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets as a coach sees them, and what people change of them. What a bar told stays as it came. Any number of callers at once.
public interface SetBook {
  /// Newest first.
  ///
  /// @param athleteId whose sets, null for those of nobody
  /// @param after     a place that such a list gave
  /// @throws IllegalArgumentException where the place is one of another list
  Page<TrainedSet> sets(@Nullable String athleteId, @Nullable Place after, int limit) throws StoreException;

  Optional<TrainedSet> set(SetKey key) throws StoreException;

  /// [SetCorrection#NONE] where nothing was changed; empty where there is no such set.
  Optional<Kept<SetCorrection>> correction(SetKey key) throws StoreException;

  /// Puts a correction in the place of the one before it.
  ///
  /// @param version that was read
  /// @param by      who makes the change
  Kept<SetCorrection> correct(SetKey key, SetCorrection correction, long version, String by)
      throws StoreException, RefusedException;

  /// What was changed of a set, newest first.
  List<Amendment> amendments(SetKey key) throws StoreException;

  /// Everything that the coach needs of one athlete, as it is at one moment; empty where there is no such athlete.
  ///
  /// @param from what was before is left out, null for everything
  Optional<TrainingHistory> history(String athleteId, @Nullable Instant from) throws StoreException;
}

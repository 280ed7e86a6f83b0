package io.plumbline.bar.command;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Baseline;
import org.jspecify.annotations.Nullable;

/// What is known of athletes, and kept of what they show.
public interface Athletes {
  /// Looks up an athlete in an exercise. May wait for a disk.
  ///
  /// @param athlete null for somebody unknown
  Known find(@Nullable String athlete, Exercise exercise);

  /// One athlete in one exercise.
  interface Known {
    /// What is usual, null where nothing is known.
    @Nullable
    Baseline usual();

    /// From now on what is learned is of this one. By the thread that measures; never waits.
    ///
    /// @param before what was learned of the one before
    void begin(Baseline before);

    /// Waits until what was learned of the one before is kept.
    void settle();
  }
}

package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.scenario.Exercise;

/// What one variant made of one set.
///
/// @param seconds of recording
/// @param frames  that the pipeline took
/// @param cpuNs   that it took for them: the only field that is another one the next time
record SetResult(long seed, Kind kind, Exercise exercise, Variant variant, Matching matching, double seconds,
    long frames, long cpuNs) {
  /// Which sensors the set had.
  enum Kind {
    FITTED("every sensor fitted and calibrated"),
    UNWEIGHED("every sensor fitted, load cells as drawn: not set against known plates"),
    FAULT("a sensor dies or sticks, as drawn"),
    UNCALIBRATED("sensors as the factory ships them, as drawn");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// Conventional, sumo or trap bar.
  boolean isDeadlift() {
    return exercise.start() == Exercise.Start.FLOOR;
  }
}

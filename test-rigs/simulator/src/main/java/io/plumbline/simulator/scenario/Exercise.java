package io.plumbline.simulator.scenario;

import java.util.Arrays;
import java.util.Optional;

/// The lifts that can be simulated, with the ids of the recording format.
public enum Exercise {
  DEADLIFT_CONVENTIONAL("deadlift-conventional", Start.FLOOR),
  DEADLIFT_SUMO("deadlift-sumo", Start.FLOOR),
  DEADLIFT_TRAP_BAR("deadlift-trap-bar", Start.FLOOR),
  ROMANIAN_DEADLIFT("romanian-deadlift", Start.HANG),
  SQUAT("squat", Start.RACK),
  BENCH_PRESS("bench-press", Start.RACK),
  ROW("row", Start.HANG_LOW),
  OVERHEAD_PRESS("overhead-press", Start.RACK_LOW),
  GOOD_MORNING("good-morning", Start.RACK);

  /// Where the bar is before and after the set, and where each rep begins.
  public enum Start {
    /// Each rep begins on the floor and goes up first.
    FLOOR,
    /// Lifted from the floor to the lockout once; each rep goes down first and never reaches the floor.
    HANG,
    /// Lifted from the floor into the bent-over position once; each rep goes up first.
    HANG_LOW,
    /// Taken out of a rack at the top, walked out; each rep goes down first.
    RACK,
    /// Taken out of a rack at shoulder height, walked out; each rep goes up first.
    RACK_LOW
  }

  private final String id;
  private final Start start;

  Exercise(String id, Start start) {
    this.id = id;
    this.start = start;
  }

  public String id() {
    return id;
  }

  public Start start() {
    return start;
  }

  /// Whether the bar lies in a rack before and after a set.
  public boolean isRacked() {
    return start == Start.RACK || start == Start.RACK_LOW;
  }

  /// Whether people try how much they can lift once; the others they lift for repetitions, so that a lone attempt that fails is none of theirs.
  boolean isTriedForOne() {
    return this != ROW && this != ROMANIAN_DEADLIFT && this != GOOD_MORNING;
  }

  public static Optional<Exercise> fromId(String id) {
    return Arrays.stream(values()).filter(exercise -> exercise.id.equals(id)).findFirst();
  }
}

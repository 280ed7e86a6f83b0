package io.plumbline.core.exercise;

/// Lifts that a bar can be told by its motion. What differs in the lifter or in the plates' height only has one name here: a trap bar's, a
/// deficit and a block deadlift are [#DEADLIFT], a front squat is [#SQUAT].
public enum Lift {
  DEADLIFT,
  /// A deadlift over a way as short as feet set wide make it.
  SUMO_DEADLIFT,
  ROMANIAN_DEADLIFT,
  SQUAT,
  BENCH_PRESS,
  GOOD_MORNING,
  ROW,
  OVERHEAD_PRESS
}

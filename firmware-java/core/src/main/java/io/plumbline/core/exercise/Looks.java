package io.plumbline.core.exercise;

import io.plumbline.core.sample.LiftStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lift looks like to the bar: how its measures are spread over lifters.
///
/// Ways up: domain literature (conventional deadlift 0.45–0.65 m, sumo 0.35–0.5, Romanian 0.4–0.6), for the others what bodies of 1.55 to 1.95 m
/// leave. Paths, + away from the lifter: a squat goes straight, a deadlift along the legs, a bench press to the head by a hand's breadth, an
/// overhead press round the face and back over the shoulders, a row to the belly, a good morning in an arc. All widths are those of random
/// simulated sets or wider: the simulator's lifters are more alike than people.
///
/// @param lift     null for whatever has no name here
/// @param prior    how common it is where people lift at home
/// @param starts   probability of each [LiftStart], by ordinal from [LiftStart#FLOOR] on, as the counting finds it
/// @param riseM    way up
/// @param endM     how far forward it ends
/// @param bowM     how far forward it is on half the way up, from the middle between start and end
/// @param walkedM  level way from where the bar rested to the first rep
record Looks(@Nullable Lift lift, double prior, List<Double> starts, Spread riseM, Spread endM, Spread bowM,
    Spread walkedM) {
  private static final Spread STAYS = Spread.of(0, 0.06).or(0.05, 0.6, 0.4);
  /// Two steps back, or none in a rack whose hooks swing away.
  private static final Spread WALKS = Spread.of(0.5, 0.25).or(0.2, 0, 0.1);

  static final List<Looks> ALL = List.of(
      new Looks(Lift.DEADLIFT, 0.26, List.of(0.96, 0.01, 0.01, 0.01, 0.01), Spread.of(0.55, 0.05),
          Spread.of(-0.005, 0.025), Spread.of(0.017, 0.03), STAYS),
      new Looks(Lift.SUMO_DEADLIFT, 0.08, List.of(0.96, 0.01, 0.01, 0.01, 0.01), Spread.of(0.425, 0.04),
          Spread.of(-0.005, 0.025), Spread.of(0.015, 0.03), STAYS),
      new Looks(Lift.ROMANIAN_DEADLIFT, 0.12, List.of(0.05, 0.88, 0.02, 0.04, 0.01), Spread.of(0.5, 0.08),
          Spread.of(-0.005, 0.03), Spread.of(0.02, 0.03), STAYS),
      new Looks(Lift.SQUAT, 0.18, List.of(0.01, 0.01, 0.01, 0.95, 0.02), Spread.of(0.6, 0.075), Spread.of(0, 0.03),
          Spread.of(0.02, 0.025), WALKS),
      new Looks(Lift.BENCH_PRESS, 0.14, List.of(0.01, 0.01, 0.02, 0.94, 0.02), Spread.of(0.38, 0.07),
          Spread.of(-0.065, 0.03), Spread.of(-0.02, 0.03), Spread.of(0.1, 0.08).or(0.05, 0.5, 0.3)),
      new Looks(Lift.GOOD_MORNING, 0.06, List.of(0.01, 0.02, 0.01, 0.94, 0.02), Spread.of(0.39, 0.065),
          Spread.of(0, 0.035), Spread.of(0.04, 0.03), WALKS),
      new Looks(Lift.ROW, 0.07, List.of(0.1, 0.05, 0.75, 0.02, 0.08), Spread.of(0.38, 0.07), Spread.of(-0.045, 0.04),
          Spread.of(-0.005, 0.04), STAYS),
      new Looks(Lift.OVERHEAD_PRESS, 0.06, List.of(0.02, 0.02, 0.2, 0.02, 0.74), Spread.of(0.54, 0.075),
          Spread.of(-0.045, 0.03), Spread.of(0.045, 0.03), WALKS),
      new Looks(null, 0.03, List.of(0.2, 0.2, 0.2, 0.2, 0.2), Spread.of(0.5, 0.4), Spread.of(0, 0.2),
          Spread.of(0, 0.15), Spread.of(0.3, 0.6)));

  /// Probability of a start as it was found, 1 where nothing is known of it.
  double ofStart(LiftStart start) {
    return start == LiftStart.UNKNOWN ? 1 : starts.get(start.ordinal() - LiftStart.FLOOR.ordinal());
  }
}

package io.plumbline.simulator;

/// A set of deadlifts to be simulated.
///
/// @param reps            how many
/// @param loadKg          bar and plates, the same plates on both sides
/// @param barKg           the empty bar
/// @param outboardKg      part of the empty bar outside each load-cell plane, one side
/// @param romM            height of the lockout above the floor position
/// @param velocityMps     mean velocity of the first ascent
/// @param velocityLossMps how much slower each further rep is
/// @param driftM          largest forward travel of an ascent, + away from the lifter
/// @param sticking        how far the velocity falls in the middle of the ascent, as a share of its peak
/// @param touchDownMps    speed at which the plates meet the floor
public record LiftPlan(int reps, double loadKg, double barKg, double outboardKg, double romM, double velocityMps,
    double velocityLossMps, double driftM, double sticking, double touchDownMps, Tempo tempo) {
  /// Five brisk reps.
  public static final LiftPlan DEFAULT = new LiftPlan(5, 100, 20, 6.7, 0.55, 0.5, 0.015, 0.03, 0.25, 0.2,
      Tempo.DEFAULT);

  public LiftPlan {
    Limits.within("reps", "", reps, 1, 10_000);
    Limits.within("bar", "kg", barKg, 1, 100);
    Limits.within("outboard part of the bar", "kg", outboardKg, 0, barKg / 2);
    Limits.within("load, bar included,", "kg", loadKg, barKg, 600);
    Limits.within("range of motion", "m", romM, 0.05, 1.5);
    Limits.within("mean velocity", "m/s", velocityMps, 0.05, 2.5);
    Limits.within("velocity loss per rep", "m/s", velocityLossMps, 0, 0.5);
    Limits.within("forward drift", "m", driftM, -0.3, 0.3);
    Limits.within("sticking", "of the peak", sticking, 0, 0.8);
    // Above it the bar would have to speed up all the way down, and more than gravity lets it.
    Limits.within("touch-down speed for this height and descent", "m/s", touchDownMps, 0, romM / tempo.descentS());
  }

  /// The same set with other reps, load and velocity.
  public LiftPlan with(int newReps, double newLoadKg, double newVelocityMps) {
    return new LiftPlan(newReps, newLoadKg, barKg, outboardKg, romM, newVelocityMps, velocityLossMps, driftM, sticking,
        touchDownMps, tempo);
  }

  /// The same set in another tempo.
  public LiftPlan with(Tempo newTempo) {
    return new LiftPlan(reps, loadKg, barKg, outboardKg, romM, velocityMps, velocityLossMps, driftM, sticking,
        touchDownMps, newTempo);
  }

  /// Plates and sleeve of one side.
  double outboardMassKg() {
    return outboardKg + (loadKg - barKg) / 2;
  }

  /// The shaft between the load-cell planes.
  double shaftKg() {
    return barKg - 2 * outboardKg;
  }
}

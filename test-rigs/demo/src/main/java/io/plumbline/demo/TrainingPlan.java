package io.plumbline.demo;

import io.plumbline.simulator.LiftPlan;
import io.plumbline.simulator.Tempo;

/// The sets of a simulated training session: warm-up ramp, then working sets in which the lifter tires.
final class TrainingPlan {
  private static final double[] LOADS_KG = {60, 80, 100, 120, 140, 140, 140};
  private static final int REPS = 5;
  /// A line through 0.81 m/s at 60 % and 0.44 m/s at 90 % of the simulated lifter's 160 kg.
  private static final double FASTEST_MPS = 1.55;
  private static final double MPS_PER_KG = 0.0077;
  private static final double TIRED_MPS_PER_WORKING_SET = 0.02;
  private static final int WARM_UPS = 4;
  private static final double LOSS_AT_NO_LOAD_MPS = 0.004;
  private static final double LOSS_MPS_PER_KG = 0.00012;

  private final double pauseS;

  /// @param pauseS between the end of a set and the next
  TrainingPlan(double pauseS) {
    this.pauseS = pauseS;
  }

  /// The set with this number, from 0; the plan starts again after its last.
  LiftPlan set(int number) {
    int place = number % LOADS_KG.length;
    double loadKg = LOADS_KG[place];
    double velocityMps = FASTEST_MPS - MPS_PER_KG * loadKg - TIRED_MPS_PER_WORKING_SET * Math.max(0, place - WARM_UPS);
    LiftPlan usual = LiftPlan.DEFAULT;
    Tempo tempo = Tempo.DEFAULT;
    // The first set follows soon: nobody wants to wait for a demonstration.
    double restS = number == 0 ? tempo.restBeforeS() : pauseS;
    return new LiftPlan(REPS, loadKg, usual.barKg(), usual.outboardKg(), usual.romM(), velocityMps,
        LOSS_AT_NO_LOAD_MPS + LOSS_MPS_PER_KG * loadKg, usual.driftM(), usual.sticking(), usual.touchDownMps(),
        new Tempo(restS, tempo.tensionS(), tempo.lockoutS(), tempo.descentS(), tempo.pauseS(), tempo.restAfterS()));
  }
}

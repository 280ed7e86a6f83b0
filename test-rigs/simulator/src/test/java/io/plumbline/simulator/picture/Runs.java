package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.Trace;
import io.plumbline.simulator.scenario.Incident;

/// The made-up runs that pictures are judged by.
final class Runs {
  private Runs() {}

  static Trace fiveReps() {
    MadeUpRun run = new MadeUpRun(0.001, true).set(120).rest(2, Phase.REST);
    for (int i = 0; i < 5; i++) {
      run.rep(0.62 - 0.06 * i, 0.012 + 0.006 * i, MadeUpRun.End.LOWERED);
    }
    return run.rest(1.5, Phase.REST).trace("deadlift-120", "Five clean reps; what a good set looks like.");
  }

  static Trace mishaps() {
    MadeUpRun run = new MadeUpRun(0.001, false).set(160).rest(1, Phase.REST);
    run.rep(0.4, 0.02, MadeUpRun.End.DROPPED).rep(0.3, -0.05, MadeUpRun.End.HITCHED);
    run.rep(0.22, 0.09, MadeUpRun.End.FAILED).rest(1, Phase.REST).rep(0.2, 0, MadeUpRun.End.NO_LIFT_OFF);
    return run.rest(2, Phase.REST).trace("mishaps",
        "One dropped, one hitched, one lost at the knee, one glued to the floor.");
  }

  static Trace twentyMinutes() {
    MadeUpRun run = new MadeUpRun(0.002, true);
    for (int set = 0; set < 8; set++) {
      run.set(60 + 20 * set).rest(20, Phase.REST);
      for (int rep = 0; rep < 6; rep++) {
        run.rep(0.7 - 0.06 * set - 0.01 * rep, 0.01 + 0.002 * rep,
            set == 7 && rep == 5 ? MadeUpRun.End.FAILED : rep == 5 ? MadeUpRun.End.DROPPED : MadeUpRun.End.LOWERED);
      }
      run.rest(96, Phase.REST);
    }
    return run.trace("evening", "Twenty minutes of deadlifts, eight sets of six, the last rep of each dropped.");
  }

  static Trace noReps() {
    MadeUpRun run = new MadeUpRun(0.001, false).set(100).rest(2, Phase.REST);
    run.incident(new Incident(Incident.Kind.ROLL, 0.3, 1, 0, 1)).rest(2, Phase.REST);
    run.incident(new Incident(Incident.Kind.PLATE, -20, 1, 1, 1)).rest(2, Phase.REST);
    return run.trace("rolled-about", "The bar is rolled and a plate taken off: no rep.");
  }
}

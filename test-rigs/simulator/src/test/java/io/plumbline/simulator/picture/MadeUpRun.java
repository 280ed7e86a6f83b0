package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import io.plumbline.simulator.scenario.Action;
import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Body;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Incident;
import io.plumbline.simulator.scenario.Place;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.scenario.SetPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Curves that look like deadlifts, drawn by hand without any physics: enough to judge a picture by.
final class MadeUpRun {
  static final double FLOOR_M = 0.225;
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double BEND_NPM = 90_000;

  /// One instant.
  private record Row(double heightM, double forwardM, double velocityMps, double handsN, double floorN,
      double lumbarDeg, Phase phase) {}

  /// What becomes of a rep.
  enum End {
    LOWERED,
    DROPPED,
    FAILED,
    NO_LIFT_OFF,
    HITCHED
  }

  private final double stepS;
  private final boolean strap;
  private final List<Row> rows = new ArrayList<>();
  private final List<RepTruth> reps = new ArrayList<>();
  private final List<SetPlan> sets = new ArrayList<>();
  private List<Action> actions = new ArrayList<>();
  private double loadKg;
  private double forwardM;

  MadeUpRun(double stepS, boolean strap) {
    this.stepS = stepS;
    this.strap = strap;
  }

  MadeUpRun set(double loadKg) {
    closeSet();
    this.loadKg = loadKg;
    return this;
  }

  private void closeSet() {
    if (loadKg > 0) {
      sets.add(new SetPlan((loadKg - 20) / 2, (loadKg - 20) / 2, 2, 2, actions));
      actions = new ArrayList<>();
    }
  }

  MadeUpRun rest(double durationS, Phase phase) {
    for (int i = 0; i < durationS / stepS; i++) {
      add(FLOOR_M, forwardM, 0, 0, weightN(), 5, phase);
    }
    return this;
  }

  MadeUpRun incident(Incident incident) {
    actions.add(incident);
    double goesM = incident.kind() == Incident.Kind.ROLL ? incident.size() : 0;
    double startM = forwardM;
    for (int i = 1; i <= 1 / stepS; i++) {
      add(FLOOR_M, startM + goesM * smooth(i * stepS), 0, 0, weightN(), 5, Phase.REST);
    }
    forwardM = startM + goesM;
    return this;
  }

  MadeUpRun rep(double meanMps, double driftM, End end) {
    actions.add(plan());
    double pullS = nowS();
    double tensionS = 0.7;
    double share = end == End.NO_LIFT_OFF ? 0.93 : 1;
    for (double t = 0; t < tensionS; t += stepS) {
      double ramp = share * (0.7 * smooth(t / 0.3) + 0.3 * smooth((t - 0.45) / 0.25));
      add(FLOOR_M + ramp * weightN() / 2 / BEND_NPM, forwardM, 0, ramp * weightN(), (1 - ramp) * weightN(),
          20 + 3 * ramp, Phase.TENSION);
    }
    if (end == End.NO_LIFT_OFF) {
      for (double t = 0; t < 2; t += stepS) {
        add(FLOOR_M + 0.005, forwardM, 0, 0.93 * weightN(), 0.07 * weightN(), 24, Phase.TENSION);
      }
      truth("no-lift-off", pullS, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nowS(), Double.NaN, Double.NaN);
      return this;
    }
    double liftOffS = nowS();
    double romM = end == End.FAILED ? 0.24 : 0.55;
    double ascentS = romM / meanMps;
    double bottomM = FLOOR_M + weightN() / 2 / BEND_NPM;
    double lastMps = 0;
    for (double t = 0; t < ascentS; t += stepS) {
      double share01 = t / ascentS;
      double velocityMps = meanMps * (1.875 * hump(share01) + 0.35 * StrictMath.sin(4 * Math.PI * share01));
      double accelerationMps2 = (velocityMps - lastMps) / stepS;
      lastMps = velocityMps;
      double whip = 0.06 * StrictMath.exp(-2 * t) * StrictMath.sin(2 * Math.PI * 5 * t);
      double heightM = bottomM + romM * (smooth(share01) + 0.35 / (4 * Math.PI)
          * (1 - StrictMath.cos(4 * Math.PI * share01)));
      add(heightM, forwardM + driftM * StrictMath.sin(Math.PI * share01), velocityMps + 0.03 * whip,
          weightN() * (1 + accelerationMps2 / GRAVITY_MPS2 + whip), 0, 23 + 4 * smooth(2 * share01)
              - 26 * smooth((share01 - 0.4) / 0.6),
          Phase.ASCENT);
    }
    double topS = nowS();
    hold(end == End.FAILED ? 0.3 : 0.9, bottomM + romM);
    double descentS = nowS();
    double landingMps = lower(end, bottomM + romM);
    double touchDownS = nowS();
    double impactG = land(landingMps);
    double restS = nowS();
    String outcome = switch (end) {
      case FAILED -> "failed";
      case HITCHED -> "hitched";
      default -> "completed";
    };
    boolean lost = end == End.FAILED;
    truth(outcome, pullS, liftOffS, lost ? Double.NaN : topS, descentS, touchDownS, restS,
        lost ? Double.NaN : meanMps, driftM);
    RepTruth rep = reps.removeLast();
    reps.add(landed(rep, landingMps, impactG * GRAVITY_MPS2));
    return this;
  }

  private void hold(double durationS, double heightM) {
    for (double t = 0; t < durationS; t += stepS) {
      add(heightM, forwardM, 0, weightN() * (1 + 0.02 * StrictMath.sin(60 * t)), 0, -2, Phase.LOCKOUT);
    }
  }

  private double lower(End end, double fromM) {
    double wayM = fromM - FLOOR_M;
    boolean dropped = end == End.DROPPED;
    double durationS = dropped ? Math.sqrt(2 * wayM / GRAVITY_MPS2) : 1.4;
    double landingMps = dropped ? GRAVITY_MPS2 * durationS : 0.5;
    for (double t = 0; t < durationS; t += stepS) {
      double gone = dropped ? t * t / durationS / durationS : smooth(t / durationS);
      double velocityMps = dropped ? -GRAVITY_MPS2 * t : -wayM / durationS * 1.875 * hump(t / durationS);
      add(fromM - wayM * gone, forwardM + 0.015 * StrictMath.sin(Math.PI * gone), velocityMps,
          dropped ? 0 : 0.95 * weightN(), 0, 20 * gone, Phase.DESCENT);
    }
    return landingMps;
  }

  /// Returns the impact in g.
  private double land(double landingMps) {
    double impactG = 12 * landingMps;
    for (double t = 0; t < 1.3; t += stepS) {
      double blow = t < 0.012 ? StrictMath.sin(Math.PI * t / 0.012) : 0;
      double bounce = StrictMath.exp(-6 * t) * StrictMath.sin(2 * Math.PI * 6 * t);
      add(FLOOR_M + 0.006 * landingMps * bounce, forwardM, 0.25 * landingMps * bounce, 0,
          weightN() * (1 + impactG * blow + 0.3 * bounce), 18, Phase.FLOOR);
    }
    forwardM += 0.004;
    return impactG;
  }

  /// @param size of this many; each curve is NaN there
  MadeUpRun unknown(int size) {
    for (int i = 0; i < size; i++) {
      rows.add(new Row(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Phase.REST));
    }
    return this;
  }

  Trace trace(String name, String purpose) {
    closeSet();
    Scenario scenario = new Scenario(name, purpose, Exercise.DEADLIFT_CONVENTIONAL, 7,
        new Place(50, 100, 20, 0, 2e6, 0.3, 0.6, 1.4), new Bar(20, 6.7, 0.029, 1, 0.01, 0.001, FLOOR_M, 0.25),
        new Body(180, 20_000, 0.0005, 0.002, 0.5, 60, 70), sets, sensors());
    double[] hands = curve(Row::handsN);
    double[] bend = TimePanels.scaled(hands, 0.5 / BEND_NPM);
    double[] timeS = new double[rows.size()];
    Arrays.setAll(timeS, i -> i * stepS);
    return new Trace(scenario, timeS, curve(Row::heightM), curve(Row::forwardM), curve(Row::velocityMps),
        TimePanels.scaled(hands, 0.52), TimePanels.scaled(hands, 0.48), bend, TimePanels.scaled(bend, 0.95),
        curve(Row::floorN), curve(Row::lumbarDeg), curve(Row::lumbarDeg),
        rows.stream().map(Row::phase).toArray(Phase[]::new), reps);
  }

  private double[] curve(ToDoubleFunction<Row> value) {
    return rows.stream().mapToDouble(value).toArray();
  }

  private SensorPlan sensors() {
    SensorPlan.Triad triad = new SensorPlan.Triad(0, 0, 0, 1, 0, 0, 0, 100, 0, 200);
    return new SensorPlan(1000, 0, true, 0, 0, 0, 0, List.of(), new SensorPlan.Force(false, false, 0, 0, 0, 0, 0, 1, 0),
        new SensorPlan.HighG(false, triad), new SensorPlan.Strap(strap, 100, 0, 0, 0, triad, triad), List.of());
  }

  private static RepPlan plan() {
    return new RepPlan(0.55, 0.5, 1.8, 0.4, 0, 0.5, new RepPlan.Slack(0.7, 0.7, 0.2), new RepPlan.Path(0.02, 0.5, 0),
        new RepPlan.Sides(0.52, 0, 0, 0, 0), new RepPlan.Lockout(0.9, 0),
        new RepPlan.Descent(RepPlan.Descent.Kind.CONTROLLED, 1.4, 0.5), 1.3,
        new RepPlan.Outcome(RepPlan.Outcome.Kind.COMPLETED, 0, 0), new RepPlan.Spine(20, 5, 2, 2));
  }

  private void truth(String outcome, double pullS, double liftOffS, double topS, double descentS, double touchDownS,
      double restS, double meanMps, double driftM) {
    int set = sets.size() + 1;
    int number = reps.isEmpty() || reps.getLast().set() != set ? 1 : reps.getLast().number() + 1;
    boolean lifted = Double.isFinite(topS);
    double nan = Double.NaN;
    reps.add(new RepTruth(set, number, outcome, loadKg, (loadKg - 20) / 2, (loadKg - 20) / 2, pullS, liftOffS, 0.004,
        topS, descentS, touchDownS, restS, lifted ? 0.55 : nan, lifted ? 0.556 : nan, meanMps, 2 * meanMps, driftM,
        lifted ? 0.95 * driftM : nan, lifted ? 0 : nan, 0.006, liftOffS - pullS, 0.15, 1.12 * weightN(), 1.12, 310,
        0.52, -0.6, 0.4, 3, nan, nan, 23, 27, 28, lifted ? -2 : nan, 3));
  }

  private static RepTruth landed(RepTruth r, double touchDownMps, double impactMps2) {
    return new RepTruth(r.set(), r.number(), r.outcome(), r.loadKg(), r.leftKg(), r.rightKg(), r.pullS(), r.liftOffS(),
        r.liftOffLagS(), r.topS(), r.descentS(), r.touchDownS(), r.restS(), r.romM(), r.heightGainM(),
        r.meanVelocityMps(), r.peakVelocityMps(), r.driftMaxM(), r.driftKneeM(), r.driftTopM(), r.leanBackM(),
        r.tensionS(), r.plateauS(), r.peakForceN(), r.overshoot(), r.peakLoadingPctps(), r.leftShare(), r.peakTiltDeg(),
        r.peakTwistDeg(), r.rollDeg(), touchDownMps, impactMps2, r.lumbarStartDeg(), r.lumbarKneeDeg(),
        r.lumbarPeakDeg(), r.lumbarTopDeg(), r.trunkShootDeg());
  }

  private void add(double heightM, double aheadM, double velocityMps, double handsN, double floorN, double lumbarDeg,
      Phase phase) {
    rows.add(new Row(heightM, aheadM, velocityMps, handsN, floorN, lumbarDeg, phase));
  }

  private double nowS() {
    return rows.size() * stepS;
  }

  private double weightN() {
    return loadKg * GRAVITY_MPS2;
  }

  private static double smooth(double share) {
    double x = Math.clamp(share, 0, 1);
    return x * x * x * (10 - 15 * x + 6 * x * x);
  }

  /// Derivative of [#smooth], its peak 1.
  private static double hump(double share) {
    double x = Math.clamp(share, 0, 1);
    return 16 * x * x * (1 - x) * (1 - x);
  }
}

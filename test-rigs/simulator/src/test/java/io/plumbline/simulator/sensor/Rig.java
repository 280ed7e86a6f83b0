package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.Place;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A plan under construction, and what its sensors make of a motion.
final class Rig {
  static final double G = 9.80665;
  static final double DEG = Math.PI / 180;

  double rateHz = 1000;
  double rateError;
  boolean sharedClock = true;
  double jitterS;
  double lostShare;
  double lateShare;
  double lateS;
  double temperatureC = 25;
  double warmingCPerMin;
  double stepS = 1 / 16_000.0;
  double startS;
  long seed = 1;
  final List<SensorPlan.Imu> imus = new ArrayList<>();
  SensorPlan.Force force = force(false, false);
  SensorPlan.HighG highG = new SensorPlan.HighG(false, triad(200));
  SensorPlan.Strap strap = strap(false, 0, 0, 0);
  final List<SensorPlan.Fault> faults = new ArrayList<>();

  /// Without any error but its bandwidth.
  static SensorPlan.Triad triad(double bandwidthHz) {
    return new SensorPlan.Triad(0, 0, 0, 0, 0, 0, 0, 1e9, 0, bandwidthHz);
  }

  static SensorPlan.Triad noisy(double noiseDensity, double bandwidthHz) {
    return new SensorPlan.Triad(noiseDensity, 0, 0, 0, 0, 0, 0, 1e9, 0, bandwidthHz);
  }

  static SensorPlan.Force force(boolean fitted, boolean singleAxis) {
    return new SensorPlan.Force(fitted, singleAxis, 0, 0, 0, 0, 0, 1e9, 0);
  }

  static SensorPlan.Strap strap(boolean fitted, double slipDeg, double slipAtS, double orientationSd) {
    return new SensorPlan.Strap(fitted, 200, slipDeg, slipAtS, orientationSd, triad(90), triad(90));
  }

  Rig unit(SensorPlan.Site site, SensorPlan.Triad accelerometer, SensorPlan.Triad gyroscope) {
    imus.add(new SensorPlan.Imu(site, 0, 0, 0, 0, 0, 0, accelerometer, gyroscope));
    return this;
  }

  Rig unit(SensorPlan.Site site) {
    return unit(site, triad(200), triad(200));
  }

  SensorSuite suite() {
    SensorPlan plan = new SensorPlan(rateHz, rateError, sharedClock, jitterS, lostShare, lateShare, lateS, imus, force,
        highG, strap, faults);
    return new SensorSuite(plan, new Place(50, 0, temperatureC, warmingCPerMin, 1e6, 0.3, 0.5, 1), seed, stepS, startS);
  }

  /// Lets the sensors feel a motion that is set from the stimulus' time.
  Rows run(double durationS, Consumer<Stimulus> motion) {
    SensorSuite suite = suite();
    Stimulus stimulus = new Stimulus(imus.size());
    for (double[] orientation : stimulus.strapOrientation) {
      orientation[0] = 1;
    }
    Rows rows = new Rows(suite.columns());
    long steps = Math.round(durationS / stepS);
    for (long step = 0; step <= steps; step++) {
      stimulus.timeS = startS + step * stepS;
      motion.accept(stimulus);
      suite.take(stimulus);
      while (suite.poll()) {
        rows.add(suite);
      }
    }
    return rows;
  }

  /// All zero.
  Rows rest(double durationS) {
    return run(durationS, stimulus -> {});
  }
}

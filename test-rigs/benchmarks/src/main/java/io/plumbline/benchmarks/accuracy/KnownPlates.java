package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.calibration.LoadPoint;
import io.plumbline.simulator.physics.Gravity;
import io.plumbline.simulator.scenario.Place;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.sensor.Rotation;
import io.plumbline.simulator.sensor.SensorSuite;
import io.plumbline.simulator.sensor.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What the sensors of a scenario's bar read while it hangs still on two stands, where it is used, as `plumbline bar calibrate` asks for it: empty
/// at four roll angles, then known plates up and down, on both sides. The same specimens of every sensor and the same gravity as in the scenario,
/// another day's temperature; the plates were weighed to 20 g each. The bar is level and straight. Not thread-safe.
final class KnownPlates {
  private static final int TURNS = 4;
  private static final List<Double> PLATES_KG = List.of(20.0, 60.0, 100.0, 60.0, 20.0, 0.0);
  private static final double EMPTY_S = 3;
  private static final double LOADED_S = 4;
  private static final double SETTLING_S = 0.2;
  private static final double STEP_S = 1.0 / 4000;
  private static final double ROLL_SPREAD_RAD = 0.1;
  private static final double ONE_PLATE_KG = 20;
  private static final double PLATE_SD_KG = 0.02;
  private static final double DAY_C = 20;
  private static final int SIDES = 2;
  private static final int AXES = 3;

  private final Scenario scenario;
  private final double gravityMps2;
  private final SplittableRandom hand;
  private final SensorSuite sensors;
  private final Stimulus stimulus;
  private final List<String> columns;
  private final double[][] weighedKg = new double[SIDES][PLATES_KG.size()];
  private final List<List<LoadPoint>> points = List.of(new ArrayList<>(), new ArrayList<>());
  private long steps;

  private KnownPlates(Scenario scenario) {
    this.scenario = scenario;
    Place place = scenario.place();
    SensorPlan plan = scenario.sensors();
    this.gravityMps2 = Gravity.at(place.latitudeDeg(), place.altitudeM());
    this.hand = new SplittableRandom(scenario.seed());
    Place thatDay = new Place(place.latitudeDeg(), place.altitudeM(), DAY_C, 0, place.floorStiffnessNpm(),
        place.floorRestitution(), place.floorFriction(), place.rackHeightM());
    this.sensors = new SensorSuite(plan, thatDay, scenario.seed(), STEP_S, 0);
    this.stimulus = new Stimulus(plan.imus().size());
    this.columns = sensors.columns();
  }

  /// Means over each hold, by side. Readings are those of the recording, N, in the place of a ratio.
  ///
  /// @param nPerRatio by which a reading is divided
  static List<List<LoadPoint>> weigh(Scenario scenario, double nPerRatio) {
    KnownPlates session = new KnownPlates(scenario);
    session.choosePlates();
    for (int turn = 0; turn < TURNS; turn++) {
      session.hold(turn * Math.PI / 2, -1, EMPTY_S, nPerRatio, "empty, angle " + (turn + 1));
    }
    for (int load = 0; load < PLATES_KG.size(); load++) {
      session.hold(0, load, LOADED_S, nPerRatio, String.format(Locale.ROOT, "%.0f kg", PLATES_KG.get(load)));
    }
    return session.points;
  }

  /// The same plates go on and come off again, in the same order.
  private void choosePlates() {
    for (int side = 0; side < SIDES; side++) {
      double[] sumKg = new double[(int) (PLATES_KG.stream().mapToDouble(kg -> kg).max().orElse(0) / ONE_PLATE_KG) + 1];
      for (int plate = 1; plate < sumKg.length; plate++) {
        sumKg[plate] = sumKg[plate - 1] + ONE_PLATE_KG + PLATE_SD_KG * hand.nextGaussian();
      }
      for (int load = 0; load < PLATES_KG.size(); load++) {
        weighedKg[side][load] = sumKg[(int) Math.rint(PLATES_KG.get(load) / ONE_PLATE_KG)];
      }
    }
  }

  private void hold(double aboutRad, int load, double holdS, double nPerRatio, String name) {
    double roll = aboutRad + ROLL_SPREAD_RAD * (2 * hand.nextDouble() - 1);
    double upY = Math.sin(roll);
    double upZ = Math.cos(roll);
    for (double[] force : stimulus.specificForceMps2) {
      force[1] = gravityMps2 * upY;
      force[2] = gravityMps2 * upZ;
    }
    for (int side = 0; side < SIDES; side++) {
      double weightN = gravityMps2 * (scenario.bar().outboardKg() + (load < 0 ? 0 : weighedKg[side][load]));
      stimulus.sideForceN[side][0] = -weightN * upY;
      stimulus.sideForceN[side][1] = -weightN * upZ;
    }
    play(SETTLING_S);
    double[] means = play(holdS);
    for (int side = 0; side < SIDES; side++) {
      double[] up = up(means, Math.min(side, scenario.sensors().imus().size() - 1));
      String id = side == 0 ? "left" : "right";
      List<Double> ratio = List.of(mean(means, id + "_fy") / nPerRatio, mean(means, id + "_fz") / nPerRatio);
      points.get(side).add(new LoadPoint(ratio, up[1], up[2], load < 0 ? 0 : PLATES_KG.get(load), name));
    }
  }

  private double mean(double[] means, String column) {
    return means[columns.indexOf(column)];
  }

  /// Means of all columns over a time.
  private double[] play(double seconds) {
    double[] sums = new double[columns.size()];
    int[] counts = new int[columns.size()];
    double untilS = steps * STEP_S + seconds;
    while (stimulus.timeS < untilS) {
      stimulus.timeS = steps++ * STEP_S;
      sensors.take(stimulus);
      while (sensors.poll()) {
        for (int column = 0; column < sums.length; column++) {
          double value = sensors.value(column);
          if (!Double.isNaN(value)) {
            sums[column] += value;
            counts[column]++;
          }
        }
      }
    }
    for (int column = 0; column < sums.length; column++) {
      sums[column] /= counts[column];
    }
    return sums;
  }

  /// Direction of the vertical, bar frame, as a unit tells it.
  private double[] up(double[] means, int unit) {
    SensorPlan.Imu imu = scenario.sensors().imus().get(unit);
    int first = columns.indexOf(imu.site().id() + "_ax");
    double[] q = Rotation.ofMount(imu);
    double[] v = {means[first], means[first + 1], means[first + 2]};
    double size = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    double[] cross = {q[2] * v[2] - q[3] * v[1], q[3] * v[0] - q[1] * v[2], q[1] * v[1] - q[2] * v[0]};
    double[] twice = {q[2] * cross[2] - q[3] * cross[1], q[3] * cross[0] - q[1] * cross[2],
        q[1] * cross[1] - q[2] * cross[0]};
    double[] turned = new double[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      turned[axis] = (v[axis] + 2 * q[0] * cross[axis] + 2 * twice[axis]) / size;
    }
    return turned;
  }
}

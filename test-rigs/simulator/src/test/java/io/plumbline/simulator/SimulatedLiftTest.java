package io.plumbline.simulator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedLiftTest {
  private static final double G = 9.80665;
  private static final Quaternion MOUNT = new Quaternion(0.5, 0.5, -0.5, 0.5);

  private static SensorPlan perfect(Imu... imus) {
    return new SensorPlan(List.of(imus), true, 4000, 0, 7);
  }

  /// A mechanisation of the test's own: integrates rate to a rotation matrix and rotated specific force to position, then takes off the lever.
  @ParameterizedTest
  @EnumSource
  void shouldReproduceTheTruthWhenPerfectSensorsAreIntegrated(Imu.Site site) {
    Imu plain = Imu.at(site);
    Imu imu = new Imu(site, MOUNT, plain.leverX(), 0.02, -0.03);
    SimulatedLift lift = new SimulatedLift(LiftPlan.DEFAULT.with(2, 100, 0.5), perfect(imu), 0);
    double[][] mount = matrix(MOUNT);
    double[] lever = {imu.leverX(), imu.leverY(), imu.leverZ()};
    double[][] attitude = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    double[] velocity = new double[3];
    double[] position = lever.clone();
    double[] force = new double[3];
    double[] rate = new double[3];
    double stepS = 1 / 4000.0;
    assertTrue(lift.advance());
    read(lift, mount, force, rate);
    while (lift.advance()) {
      double[] nextForce = new double[3];
      double[] nextRate = new double[3];
      read(lift, mount, nextForce, nextRate);
      double[] worldBefore = times(attitude, force);
      attitude = turned(attitude, rate, nextRate, stepS);
      double[] worldAfter = times(attitude, nextForce);
      for (int axis = 0; axis < 3; axis++) {
        double meanMps2 = (worldBefore[axis] + worldAfter[axis]) / 2 - (axis == 2 ? G : 0);
        position[axis] += velocity[axis] * stepS + meanMps2 * stepS * stepS / 2;
        velocity[axis] += meanMps2 * stepS;
      }
      force = nextForce;
      rate = nextRate;
      double[] arm = times(attitude, lever);
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(lift.truePositionM(axis), position[axis] - arm[axis], 4e-4,
            "axis " + axis + " at " + lift.timeS());
      }
    }
  }

  @Test
  void shouldDoTheWorkOfTheRiseWhenTheHandsLift() {
    LiftPlan plan = LiftPlan.DEFAULT.with(1, 140, 0.4);
    SimulatedLift lift = new SimulatedLift(plan, perfect(Imu.at(Imu.Site.CENTRE)), 0);
    List<String> columns = lift.columns();
    double workJ = 0;
    while (lift.advance()) {
      if (lift.truePhase() == Phase.ASCENT) {
        // Hands = inertia and weight of the shaft, less what the outside does to it; all of it turned to the world by the roll.
        double fy = lift.value(columns.indexOf("left_fy")) + lift.value(columns.indexOf("right_fy"));
        double fz = lift.value(columns.indexOf("left_fz")) + lift.value(columns.indexOf("right_fz"));
        double ay = lift.value(columns.indexOf("centre_ay"));
        double az = lift.value(columns.indexOf("centre_az"));
        double barY = (20 - 13.4) * ay - fy;
        double barZ = (20 - 13.4) * az - fz;
        double roll = 2 * Math.atan2(lift.trueOrientation(1), lift.trueOrientation(0));
        double worldY = Math.cos(roll) * barY - Math.sin(roll) * barZ;
        double worldZ = Math.sin(roll) * barY + Math.cos(roll) * barZ;
        workJ += (worldY * lift.trueVelocityMps(1) + worldZ * lift.trueVelocityMps(2)) / 4000;
      }
    }
    // At the start and at the top the bar stands still: all work has become height.
    assertEquals(140 * G * 0.55, workJ, 0.5);
  }

  @Test
  void shouldShowTheForcesOfTheFormatWhenTheBarLiesOrHangs() {
    SimulatedLift lift = new SimulatedLift(LiftPlan.DEFAULT.with(1, 20, 0.5), perfect(), 0);
    int leftZ = lift.columns().indexOf("left_fz");
    double lying = Double.NaN;
    double hanging = Double.NaN;
    while (lift.advance()) {
      if (lift.truePhase() == Phase.REST && Double.isNaN(lying)) {
        lying = lift.value(leftZ);
      }
      if (lift.truePhase() == Phase.LOCKOUT) {
        hanging = lift.value(leftZ) / Math.cos(2 * Math.asin(lift.trueOrientation(1)));
      }
    }
    assertEquals(32.4, lying, 0.1);
    assertEquals(-65.7, hanging, 0.1);
  }

  @Test
  void shouldKeepToThePlanWhenRepsAreCounted() {
    LiftPlan plan = LiftPlan.DEFAULT.with(4, 100, 0.6);
    SimulatedLift lift = new SimulatedLift(plan, SensorPlan.DEFAULT, 100);
    List<Phase> phases = new ArrayList<>();
    double topM = 0;
    double lowestM = 0;
    double firstAscentS = 0;
    while (lift.advance()) {
      if (phases.isEmpty() || phases.getLast() != lift.truePhase()) {
        phases.add(lift.truePhase());
      }
      if (lift.truePhase() == Phase.ASCENT && phases.size() == 3) {
        firstAscentS += 0.001;
      }
      topM = Math.max(topM, lift.truePositionM(2));
      lowestM = Math.min(lowestM, lift.truePositionM(2));
    }
    double top = topM;
    double lowest = lowestM;
    double meanMps = 0.55 / firstAscentS;
    assertAll(
        () -> assertEquals(4, phases.stream().filter(phase -> phase == Phase.ASCENT).count()),
        () -> assertEquals(
            List.of(Phase.REST, Phase.TENSION, Phase.ASCENT, Phase.LOCKOUT, Phase.DESCENT, Phase.FLOOR, Phase.TENSION),
            phases.subList(0, 7)),
        () -> assertEquals(Phase.REST, phases.getLast()), () -> assertEquals(0.55, top, 1e-9),
        () -> assertTrue(lowest < -0.0005 && lowest > -0.005, "plates give way by " + lowest),
        () -> assertEquals(0.6, meanMps, 0.04), () -> assertEquals(0, lift.truePositionM(2), 1e-9));
  }

  @Test
  void shouldHaveTheNoiseOfTheDataSheetWhenTheBarLiesStill() {
    LiftPlan plan = LiftPlan.DEFAULT.with(new Tempo(30, 0.7, 1, 1.2, 1.2, 2));
    SimulatedLift lift = new SimulatedLift(plan, SensorPlan.DEFAULT, 0);
    double[] accel = new double[2];
    double[] gyro = new double[2];
    int count = 0;
    while (lift.advance() && lift.truePhase() == Phase.REST) {
      accel[0] += lift.value(0);
      accel[1] += lift.value(0) * lift.value(0);
      gyro[0] += lift.value(3);
      gyro[1] += lift.value(3) * lift.value(3);
      count++;
    }
    // 70 µg/√Hz and 2.8 mdps/√Hz over 500 Hz; 30 000 samples know a standard deviation to 0.4 %.
    assertEquals(70e-6 * G * Math.sqrt(500), sd(accel, count), 0.02 * 0.01535);
    assertEquals(Math.toRadians(2.8e-3) * Math.sqrt(500), sd(gyro, count), 0.02 * 0.00109);
    assertTrue(Math.abs(gyro[0] / count) > 1e-5, "a constant bias stays");
  }

  @Test
  void shouldKeepTheBiasesWhenAnotherSetFollows() {
    SimulatedLift first = new SimulatedLift(LiftPlan.DEFAULT, SensorPlan.DEFAULT, 0, 0);
    SimulatedLift second = new SimulatedLift(LiftPlan.DEFAULT, SensorPlan.DEFAULT, first.endS(), 1);
    double[] sums = new double[2];
    for (int i = 0; i < 2500; i++) {
      assertTrue(first.advance() && second.advance());
      sums[0] += first.value(3) / 2500;
      sums[1] += second.value(3) / 2500;
    }
    assertEquals(sums[0], sums[1], 5 * 0.00109 * Math.sqrt(2.0 / 2500));
    assertTrue(first.value(3) != second.value(3), "the noise goes on");
  }

  private static double sd(double[] sums, int count) {
    double mean = sums[0] / count;
    return Math.sqrt(sums[1] / count - mean * mean);
  }

  private static void read(SimulatedLift lift, double[][] mount, double[] force, double[] rate) {
    double[] f = times(mount, new double[]{lift.value(0), lift.value(1), lift.value(2)});
    double[] w = times(mount, new double[]{lift.value(3), lift.value(4), lift.value(5)});
    System.arraycopy(f, 0, force, 0, 3);
    System.arraycopy(w, 0, rate, 0, 3);
  }

  /// Rodrigues' formula with the mean rate of the step.
  private static double[][] turned(double[][] attitude, double[] before, double[] after, double stepS) {
    double x = (before[0] + after[0]) / 2 * stepS;
    double y = (before[1] + after[1]) / 2 * stepS;
    double z = (before[2] + after[2]) / 2 * stepS;
    double angle = Math.sqrt(x * x + y * y + z * z);
    double a = angle < 1e-12 ? 1 : Math.sin(angle) / angle;
    double b = angle < 1e-12 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
    double[][] step = {{1 - b * (y * y + z * z), b * x * y - a * z, b * x * z + a * y},
        {b * x * y + a * z, 1 - b * (x * x + z * z), b * y * z - a * x},
        {b * x * z - a * y, b * y * z + a * x, 1 - b * (x * x + y * y)}};
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i][j] = attitude[i][0] * step[0][j] + attitude[i][1] * step[1][j] + attitude[i][2] * step[2][j];
      }
    }
    return product;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    }
    return product;
  }

  private static double[][] matrix(Quaternion q) {
    double w = q.w();
    double x = q.x();
    double y = q.y();
    double z = q.z();
    return new double[][]{{1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
        {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
        {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}};
  }
}

package io.plumbline.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What the sensors on the bar say about its motion: constant biases and white noise on top of the truth.
final class BarSensors {
  // Data-sheet figures of the bar's chips: noise densities (one-sided) and what calibration leaves of the biases.
  private static final double ACCEL_NOISE_MPS2_RTHZ = 70e-6 * Kinematics.GRAVITY_MPS2;
  private static final double GYRO_NOISE_RADPS_RTHZ = StrictMath.toRadians(2.8e-3);
  private static final double ACCEL_BIAS_MPS2 = 0.02;
  private static final double GYRO_BIAS_RADPS = StrictMath.toRadians(0.2);
  private static final double FORCE_NOISE_N = 1.5;
  private static final double FORCE_BIAS_N = 0.5;
  /// Centre of sleeve and plates of one side, from the bar's centre.
  private static final double OUTBOARD_M = 0.78;
  private static final int IMU_COLUMNS = 6;

  private final SensorPlan plan;
  private final LiftPlan lift;
  private final Random random;
  private final List<String> columns;
  private final double[] bias;
  private final double[] sigma;
  private final double[] values;
  private final double[] vector = new double[3];

  BarSensors(SensorPlan plan, LiftPlan lift, Random biasRandom, Random noiseRandom) {
    this.plan = plan;
    this.lift = lift;
    this.random = noiseRandom;
    List<String> names = new ArrayList<>();
    for (Imu imu : plan.imus()) {
      for (String axis : List.of("ax", "ay", "az", "gx", "gy", "gz")) {
        names.add(imu.site().id() + "_" + axis);
      }
    }
    if (plan.forces()) {
      names.addAll(List.of("left_fy", "left_fz", "right_fy", "right_fz"));
    }
    columns = List.copyOf(names);
    values = new double[columns.size()];
    bias = new double[values.length];
    sigma = new double[values.length];
    // White noise of density n, sampled at f without a filter in front, has the standard deviation n sqrt(f/2).
    double rootHz = StrictMath.sqrt(plan.rateHz() / 2);
    int imuColumns = IMU_COLUMNS * plan.imus().size();
    for (int i = 0; i < values.length; i++) {
      boolean accel = i % IMU_COLUMNS < 3;
      double biasScale = i >= imuColumns ? FORCE_BIAS_N : accel ? ACCEL_BIAS_MPS2 : GYRO_BIAS_RADPS;
      double noise = i >= imuColumns ? FORCE_NOISE_N : rootHz * (accel ? ACCEL_NOISE_MPS2_RTHZ : GYRO_NOISE_RADPS_RTHZ);
      bias[i] = plan.noise() * biasScale * biasRandom.nextGaussian();
      sigma[i] = plan.noise() * noise;
    }
  }

  /// Names as in the recording format, in the order of the values.
  List<String> columns() {
    return columns;
  }

  double value(int column) {
    return values[column];
  }

  void sample(Kinematics bar) {
    int column = 0;
    for (Imu imu : plan.imus()) {
      bar.specificForce(imu.leverX(), imu.leverY(), imu.leverZ(), vector);
      column = put(column, imu.mount());
      bar.angularRate(vector);
      column = put(column, imu.mount());
    }
    if (plan.forces()) {
      column = putForce(column, bar, -OUTBOARD_M);
      putForce(column, bar, OUTBOARD_M);
    }
    if (plan.noise() > 0) {
      for (int i = 0; i < values.length; i++) {
        values[i] += bias[i] + sigma[i] * random.nextGaussian();
      }
    }
  }

  private int put(int column, Quaternion mount) {
    mount.rotateBack(vector);
    System.arraycopy(vector, 0, values, column, 3);
    return column + 3;
  }

  /// What the outside does to the shaft at one load-cell plane: lifted, it pulls with the weight and inertia of sleeve and plates; lying on the
  /// plates, it carries half of the shaft. In between both in proportion.
  private int putForce(int column, Kinematics bar, double leverM) {
    double massKg = (1 - bar.hung.value) * lift.shaftKg() / 2 - bar.hung.value * lift.outboardMassKg();
    bar.specificForce(leverM, 0, 0, vector);
    values[column] = massKg * vector[1];
    values[column + 1] = massKg * vector[2];
    return column + 2;
  }
}

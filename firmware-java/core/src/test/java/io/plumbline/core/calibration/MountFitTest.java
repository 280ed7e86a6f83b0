package io.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountFitTest {
  private static final double MG = Specimen.G / 1000;

  /// Rows are bar axes in the sensor's frame.
  private static double[] anyMount(Specimen specimen) {
    double[] x = specimen.direction();
    double[] y = Vectors.unit(Vectors.cross(specimen.direction(), x));
    double[] z = Vectors.cross(x, y);
    return new double[]{x[0], x[1], x[2], y[0], y[1], y[2], z[0], z[1], z[2]};
  }

  private static RollAxis axis(double[] vector, double sd) {
    return new RollAxis(vector[0], vector[1], vector[2], sd);
  }

  private static RollAxis pointing(RollAxis axis, double[] towards) {
    return axis.along(towards) < 0 ? axis.reversed() : axis;
  }

  /// Rates of a roll of one turn and back, with a steering hand.
  private static List<double[]> rates(Specimen specimen, double[] toSensor, double wobble) {
    List<double[]> rates = new ArrayList<>();
    double[] gyro = {1, 0.004, -0.003, 0.002, 1, 0.004, -0.003, 0.001, 1};
    double steer = 0;
    for (int i = 0; i < 400; i++) {
      double rate = (i < 200 ? -1 : 1) * 4 * Math.sin(Math.PI * (i % 200) / 200.0);
      steer = 0.8 * steer + wobble * specimen.random.nextGaussian();
      double[] bar = {rate, steer, wobble * specimen.random.nextGaussian()};
      rates.add(Vectors.times(gyro, Vectors.times(toSensor, bar)));
    }
    return rates;
  }

  @Test
  void shouldMeasureGravityInTheBarFrameWhenMountedAnyhow() throws CalibrationRefusedException {
    double square = 0;
    int seeds = 100;
    for (int seed = 1; seed <= seeds; seed++) {
      Specimen specimen = new Specimen(seed);
      double[] mount = anyMount(specimen);
      double[] toSensor = Vectors.transposed(mount);
      List<Pose> poses = new ArrayList<>();
      List<double[]> level = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        double tilt = i < 8 ? 0 : i < 12 ? 20 : -20;
        double roll = Math.toRadians(i < 8 ? 45 * i : 90 * i);
        double slope = Math.toRadians(tilt + 0.05 * specimen.random.nextGaussian());
        double[] up = {-Math.sin(slope), Math.cos(slope) * Math.sin(roll), Math.cos(slope) * Math.cos(roll)};
        double[] reading = specimen.read(Vectors.times(toSensor, Vectors.scaled(up, Specimen.G)), 3e-4);
        poses.add(Pose.free("pose " + i, reading[0], reading[1], reading[2]));
      }
      AccelerometerCalibration free = new AccelerometerFit(AccelerometerFit.Params.DEFAULT).fit(poses);
      for (Pose pose : poses.subList(0, 8)) {
        level.add(free.apply(Vectors.array(pose.meanMps2())));
      }
      double[] x = {mount[0], mount[1], mount[2]};
      RollAxis rolled = pointing(RollAxis.ofRates(rates(specimen, toSensor, 0.02)), x);
      RollAxis levelled = pointing(RollAxis.ofPoses(level), x);
      MountFit.Result found = MountFit.fit(rolled, levelled, free, poses.getFirst().meanMps2());
      double[] force = {-3, 4, 8.2};
      double[] reading = specimen.read(Vectors.times(toSensor, force), 0);
      double[] bar = found.mount().toBar(found.accelerometer().apply(reading));
      for (int i = 0; i < 3; i++) {
        assertEquals(force[i], bar[i], 4 * MG, "seed " + seed + " axis " + i);
      }
      double off = Math.atan2(bar[1], bar[2]) - Math.atan2(force[1], force[2]);
      assertEquals(0, off, 1e-3);
      // What is left of the x component is the direction of the accelerometer's roll axis.
      double[] along = found.mount().toBar(
          found.accelerometer().apply(specimen.read(Vectors.times(toSensor, new double[]{0, Specimen.G, 0}), 0)));
      square += Math.pow(along[0] / Specimen.G / levelled.sdRad(), 2);
    }
    assertEquals(1, Specimen.sd(square, seeds), 0.3);
  }

  @Test
  void shouldStateHonestDeviationsWhenTheHandSteers() throws CalibrationRefusedException {
    double square = 0;
    int seeds = 200;
    for (int seed = 1; seed <= seeds; seed++) {
      Specimen specimen = new Specimen(seed);
      List<double[]> rates = rates(specimen, new double[]{1, 0, 0, 0, 1, 0, 0, 0, 1}, 0.05);
      RollAxis found = pointing(RollAxis.ofRates(rates), new double[]{1, 0, 0});
      double[] truth = Vectors.unit(new double[]{1, 0.002, -0.003});
      double away = Vectors.length(Vectors.cross(new double[]{found.x(), found.y(), found.z()}, truth));
      square += Math.pow(away / found.sdRad(), 2) / 2;
    }
    assertEquals(1, Specimen.sd(square, seeds), 0.25);
  }

  @Test
  void shouldRefuseWhenTheBarDidNotRollStraight() {
    Specimen specimen = new Specimen(3);
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    assertTrue(message(() -> RollAxis.ofRates(rates(specimen, identity, 1))).contains("straight line"));
    assertTrue(message(() -> RollAxis.ofRates(List.of())).contains("at least one turn"));
    assertTrue(message(() -> RollAxis.ofPoses(List.of(new double[]{0, 0, 9.8}))).contains("four roll angles"));
  }

  @Test
  void shouldRefuseWhenTheMarkWasNotUpOnALevelFloorOrThePodIsLoose() {
    AccelerometerCalibration perfect = new AccelerometerCalibration(
        List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
        List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0), 0, 0, 16);
    RollAxis x = axis(new double[]{1, 0, 0}, 1e-3);
    assertTrue(message(() -> MountFit.fit(x, null, perfect, List.of(3.0, 0.0, 9.0))).contains("level floor"));
    RollAxis askew = axis(Vectors.unit(new double[]{1, 0.1, 0}), 1e-3);
    assertTrue(message(() -> MountFit.fit(x, askew, perfect, List.of(0.0, 0.0, 9.8))).contains("loose"));
  }

  @Test
  void shouldFaceAwayFromTheLifterWhenTheBarRollsAway() throws CalibrationRefusedException {
    assertEquals(1, Facing.ofRollForward(-7));
    assertEquals(-1, Facing.ofRollForward(7));
    assertTrue(message(() -> Facing.ofRollForward(1)).contains("at least one turn"));
  }

  private static String message(org.junit.jupiter.api.function.Executable work) {
    return String.valueOf(assertThrows(CalibrationRefusedException.class, work).getMessage());
  }
}

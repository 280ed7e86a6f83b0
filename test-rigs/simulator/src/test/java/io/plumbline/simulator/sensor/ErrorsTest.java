package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final int SPECIMENS = 1500;

  private static Rig accelerometer(SensorPlan.Triad triad) {
    return new Rig().unit(SensorPlan.Site.LEFT, triad, Rig.triad(200));
  }

  /// First reading of each of many specimens.
  private static double[] specimens(LongFunction<Rig> rig, String column, Consumer<Stimulus> motion) {
    return LongStream.range(0, SPECIMENS).mapToDouble(seed -> {
      Rig specimen = rig.apply(seed);
      specimen.seed = seed;
      return specimen.run(0, motion).first(column);
    }).toArray();
  }

  private static void assertNormal(double mean, double sd, double[] values) {
    double found = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - found) * (value - found)).sum();
    double within = Arrays.stream(values).filter(value -> Math.abs(value - mean) < sd).count();
    // Four standard errors each.
    assertEquals(mean, found, 4 * sd / Math.sqrt(SPECIMENS));
    assertEquals(sd, Math.sqrt(squares / SPECIMENS), 4 * sd / Math.sqrt(2.0 * SPECIMENS));
    assertEquals(0.6827, within / SPECIMENS, 4 * 0.465 / Math.sqrt(SPECIMENS));
  }

  @Test
  void shouldDifferFromSpecimenToSpecimenWhenSeedsDiffer() {
    SensorPlan.Triad triad = new SensorPlan.Triad(0, 0.2, 0, 0, 0, 0, 0, 1e9, 0, 200);
    assertNormal(0, 0.2, specimens(seed -> accelerometer(triad), "left_ay", stimulus -> {}));
  }

  @Test
  void shouldScaleAndTiltWhenAxesAreNotTrue() {
    SensorPlan.Triad triad = new SensorPlan.Triad(0, 0, 0, 0, 0.005, 0.01, 0, 1e9, 0, 200);
    Consumer<Stimulus> along = stimulus -> stimulus.specificForceMps2[0][0] = 10;
    assertNormal(10, 0.05, specimens(seed -> accelerometer(triad), "left_ax", along));
    assertNormal(0, 0.1, specimens(seed -> accelerometer(triad), "left_ay", along));
    assertNormal(0, 0.1, specimens(seed -> accelerometer(triad), "left_az", along));
  }

  @Test
  void shouldMoveOffsetsInProportionWhenItWarmsUp() {
    SensorPlan.Triad triad = new SensorPlan.Triad(0, 0, 0, 0, 0, 0, 0.01, 1e9, 0, 200);
    assertNormal(0, 0.05, specimens(seed -> {
      Rig rig = accelerometer(triad);
      rig.temperatureC = 20;
      return rig;
    }, "left_az", stimulus -> {}));

    Rig rig = accelerometer(triad);
    rig.temperatureC = 20;
    rig.warmingCPerMin = 600;
    rig.startS = 100;
    double[] values = rig.rest(1).column("left_az");
    // 10 °C in this second: 5 below 25 °C at its beginning, none in its middle, 5 above at its end.
    assertTrue(Math.abs(values[0]) > 1e-4);
    assertEquals(0, values[500], 1e-12);
    assertEquals(-values[0], values[1000], 1e-12);
    assertEquals(values[0] / 2, values[250], 1e-12);
  }

  @Test
  void shouldGiveWholeStepsWhenQuantised() {
    Rig rig = accelerometer(new SensorPlan.Triad(0, 0, 0, 0, 0, 0, 0, 16 * Rig.G, Rig.G / 2048, 5000));
    Rows rows = rig.run(1, stimulus -> stimulus.specificForceMps2[0][2] = stimulus.timeS);
    double[] values = rows.column("left_az");
    double[] timeS = rows.trueTimeS();
    double worst = 0;
    for (int i = 0; i < values.length; i++) {
      double steps = values[i] / Rig.G * 2048;
      assertEquals(Math.rint(steps), steps, 1e-9);
      worst = Math.max(worst, Math.abs(values[i] - timeS[i]));
    }
    assertEquals(Rig.G / 4096, worst, 1e-4);
  }

  @Test
  void shouldStopAtTheRangeWhenDrivenBeyondIt() {
    Rig rig = accelerometer(new SensorPlan.Triad(0, 0, 0, 0, 0, 0, 0, 16 * Rig.G, Rig.G / 2048, 200));
    rig.highG = new SensorPlan.HighG(true, new SensorPlan.Triad(0, 0, 0, 0, 0, 0, 0, 200 * Rig.G, 0, 400));
    Rows rows = rig.run(0, stimulus -> {
      stimulus.specificForceMps2[0][0] = 30 * Rig.G;
      stimulus.specificForceMps2[0][1] = -30 * Rig.G;
      stimulus.specificForceMps2[0][2] = 300 * Rig.G;
    });
    assertEquals(16 * Rig.G, rows.first("left_ax"), 1e-9);
    assertEquals(-16 * Rig.G, rows.first("left_ay"), 1e-9);
    assertEquals(30 * Rig.G, rows.first("left_hx"), 1e-9);
    assertEquals(200 * Rig.G, rows.first("left_hz"), 1e-9);
  }

  @Test
  void shouldEndAtAWholeStepWhenTheRangeIsNone() {
    Converter converter = new Converter(1, 0.35);
    assertEquals(0.7, converter.convert(5), 1e-12);
    assertEquals(-0.7, converter.convert(-5), 1e-12);
    assertEquals(0.35, converter.convert(0.5), 1e-12);
    assertEquals("0.0", Double.toString(converter.convert(-0.1)));
  }

  /// Against a plain product of matrices: sensor → bar is Rz(yaw) Ry(pitch) Rx(roll), so the sensor reads its transpose times the vector.
  @Test
  void shouldSeeItsOwnAxesWhenMountedAskew() {
    double yaw = 0.5;
    double pitch = -0.8;
    double roll = 2.1;
    double[][] z = {{Math.cos(yaw), -Math.sin(yaw), 0}, {Math.sin(yaw), Math.cos(yaw), 0}, {0, 0, 1}};
    double[][] y = {{Math.cos(pitch), 0, Math.sin(pitch)}, {0, 1, 0}, {-Math.sin(pitch), 0, Math.cos(pitch)}};
    double[][] x = {{1, 0, 0}, {0, Math.cos(roll), -Math.sin(roll)}, {0, Math.sin(roll), Math.cos(roll)}};
    double[][] mount = product(product(z, y), x);
    double[] force = {3, -4, 9};
    double[] rate = {-1, 2, 0.5};
    Rig rig = new Rig();
    SensorPlan.Imu unit = new SensorPlan.Imu(SensorPlan.Site.RIGHT, 0, 0, 0, yaw / Rig.DEG, pitch / Rig.DEG,
        roll / Rig.DEG, Rig.triad(200), Rig.triad(200));
    rig.imus.add(unit);
    rig.highG = new SensorPlan.HighG(true, Rig.triad(400));
    Rows rows = rig.run(0, stimulus -> {
      System.arraycopy(force, 0, stimulus.specificForceMps2[0], 0, 3);
      System.arraycopy(rate, 0, stimulus.rateRadps[0], 0, 3);
    });
    String[] axes = {"x", "y", "z"};
    for (int i = 0; i < 3; i++) {
      double ownForce = mount[0][i] * force[0] + mount[1][i] * force[1] + mount[2][i] * force[2];
      double ownRate = mount[0][i] * rate[0] + mount[1][i] * rate[1] + mount[2][i] * rate[2];
      assertEquals(ownForce, rows.first("right_a" + axes[i]), 1e-12);
      assertEquals(ownForce, rows.first("right_h" + axes[i]), 1e-12);
      assertEquals(ownRate, rows.first("right_g" + axes[i]), 1e-12);
    }
    // The header's quaternion says the same rotation: its matrix' first column and last row.
    double[] q = Rotation.ofMount(unit);
    assertArrayEquals(new double[]{mount[0][0], mount[1][0], mount[2][0]},
        new double[]{1 - 2 * (q[2] * q[2] + q[3] * q[3]), 2 * (q[1] * q[2] + q[0] * q[3]),
            2 * (q[1] * q[3] - q[0] * q[2])},
        1e-12);
    assertArrayEquals(new double[]{mount[2][1], mount[2][2]},
        new double[]{2 * (q[2] * q[3] + q[0] * q[1]), 1 - 2 * (q[1] * q[1] + q[2] * q[2])}, 1e-12);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
      }
    }
    return product;
  }
}

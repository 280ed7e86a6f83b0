package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCellTest {
  private static Rows pulled(SensorPlan.Force force, double yN, double zN) {
    Rig rig = new Rig();
    rig.temperatureC = 35;
    rig.force = force;
    return rig.run(0, stimulus -> {
      stimulus.sideForceN[0][0] = yN;
      stimulus.sideForceN[0][1] = zN;
      stimulus.sideForceN[1][1] = 2 * zN;
    });
  }

  @Test
  void shouldGiveBothPlanesOfBothSidesWhenPerfect() {
    Rows rows = pulled(Rig.force(true, false), 30, -400);
    assertEquals(30, rows.first("left_fy"), 1e-9);
    assertEquals(-400, rows.first("left_fz"), 1e-9);
    assertEquals(0, rows.first("right_fy"), 1e-9);
    assertEquals(-800, rows.first("right_fz"), 1e-9);
  }

  @Test
  void shouldGiveTheSizeAloneWhenThereIsOneAxis() {
    Rows rows = pulled(Rig.force(true, true), 30, -40);
    assertEquals(50, rows.first("left_f"), 1e-9);
    assertEquals(80, rows.first("right_f"), 1e-9);
  }

  /// The difference of two loads knows no zero and shows gain and cross-talk; unloaded, only the zero is left.
  @Test
  void shouldAddZeroGainErrorAndCrossTalkWhenImperfect() {
    SensorPlan.Force zero = new SensorPlan.Force(true, false, 0, 2, 0, 0, 0, 1e9, 0);
    SensorPlan.Force warm = new SensorPlan.Force(true, false, 0, 0, 0, 0, 0.3, 1e9, 0);
    SensorPlan.Force gain = new SensorPlan.Force(true, false, 0, 0, 0.005, 0, 0, 1e9, 0);
    SensorPlan.Force cross = new SensorPlan.Force(true, false, 0, 0, 0, 0.01, 0, 1e9, 0);
    double offsetN = pulled(zero, 0, 0).first("left_fz");
    assertNotEquals(0, offsetN);
    assertEquals(offsetN, pulled(zero, 100, 1000).first("left_fz") - 1000, 1e-9);
    assertNotEquals(0, pulled(warm, 0, 0).first("left_fy"));
    double extraN = pulled(gain, 0, 1000).first("left_fz") - 1000;
    assertNotEquals(0, extraN);
    assertEquals(2 * extraN, pulled(gain, 0, 2000).first("left_fz") - 2000, 1e-9);
    assertEquals(0, pulled(gain, 0, 1000).first("left_fy"), 1e-9);
    double leakN = pulled(cross, 0, 1000).first("left_fy");
    assertNotEquals(0, leakN);
    assertEquals(1000, pulled(cross, 0, 1000).first("left_fz"), 1e-9);
    assertEquals(-2 * leakN, pulled(cross, 0, -2000).first("left_fy"), 1e-9);
    double otherLeakN = pulled(cross, 1000, 0).first("left_fz");
    assertNotEquals(0, otherLeakN);
    assertEquals(1000, pulled(cross, 1000, 0).first("left_fy"), 1e-9);
    assertEquals(-2 * otherLeakN, pulled(cross, -2000, 0).first("left_fz"), 1e-9);
  }

  @Test
  void shouldStopAtTheRangeAndGiveWholeStepsWhenConverted() {
    SensorPlan.Force force = new SensorPlan.Force(true, false, 0, 0, 0, 0, 0, 1500, 4);
    Rows rows = pulled(force, 30.5, -2000);
    assertEquals(32, rows.first("left_fy"), 1e-9);
    assertEquals(-1500, rows.first("left_fz"), 1e-9);
  }

  /// ads131m04.md, section 2: 0.57, 0.77 and 1.00 µV at 500, 1000 and 2000 SPS are √2 apart, nearly.
  @ParameterizedTest
  @ValueSource(doubles = {500, 1000, 2000})
  void shouldHaveMoreNoiseWhenFaster(double rateHz) {
    Rig rig = new Rig();
    rig.rateHz = rateHz;
    rig.stepS = 1 / 4000.0;
    rig.force = new SensorPlan.Force(true, false, 1.4, 0, 0, 0, 0, 1e9, 0);
    Rows rows = rig.rest(20);
    for (String column : List.of("left_fy", "right_fz")) {
      double[] values = rows.column(column);
      double rms = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum() / values.length);
      assertEquals(1.4 * Math.sqrt(rateHz / 1000), rms, 0.04 * rms);
    }
  }
}

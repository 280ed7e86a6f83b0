package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.scenario.SensorPlan.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  private static Rig rig(SensorPlan.Fault... faults) {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT).unit(SensorPlan.Site.RIGHT).unit(SensorPlan.Site.CENTRE);
    rig.startS = 1000;
    rig.highG = new SensorPlan.HighG(true, Rig.triad(400));
    rig.force = Rig.force(true, false);
    rig.strap = Rig.strap(true, 0, 0, 0);
    for (SensorPlan.Fault fault : faults) {
      rig.faults.add(fault);
    }
    return rig;
  }

  private static Rows moving(Rig rig) {
    return rig.run(1, stimulus -> {
      for (int i = 0; i < 3; i++) {
        stimulus.specificForceMps2[i][1] = stimulus.timeS;
      }
      stimulus.sideForceN[0][0] = stimulus.timeS;
      stimulus.sideForceN[1][0] = stimulus.timeS;
      stimulus.strapForceMps2[0][1] = stimulus.timeS;
      stimulus.strapForceMps2[1][1] = stimulus.timeS;
    });
  }

  @ParameterizedTest
  @CsvSource({"left, left_ay", "right, right_ay", "centre, centre_ay", "high-g-left, left_hy", "high-g-right, right_hy",
      "force-left, left_fy", "force-right, right_fy", "pelvis, pelvis_ay", "thorax, thorax_ay"})
  void shouldSendNothingWhileDead(String sensor, String column) {
    Rows rows = moving(rig(new SensorPlan.Fault(Kind.DEAD, sensor, 0.3, 0.6)));
    int inside = 0;
    for (double timeS : rows.trueTimeS(column)) {
      assertFalse(timeS >= 1000.3 + 1e-9 && timeS < 1000.6 - 1e-9, () -> column + " at " + timeS);
      inside++;
    }
    double shares = inside / (column.contains("pelvis") || column.contains("thorax") ? 200.0 : 1000.0);
    assertEquals(0.7, shares, 0.011);
    for (String other : rig().suite().columns()) {
      if (other.endsWith("y") && !other.equals(column) && other.charAt(0) == column.charAt(0)
          && !other.endsWith("gy") && !other.endsWith("qy")) {
        assertTrue(rows.trueTimeS(other).length > 150, other);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"left, left_ay", "high-g-right, right_hy", "force-left, left_fy", "thorax, thorax_ay"})
  void shouldRepeatTheLastSampleWhileStuck(String sensor, String column) {
    Rows rows = moving(rig(new SensorPlan.Fault(Kind.STUCK, sensor, 0.3, 0.6)));
    double[] values = rows.column(column);
    double[] timeS = rows.trueTimeS();
    double sent = Double.NaN;
    int repeated = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      if (timeS[i] > 1000.3 + 1e-9 && timeS[i] < 1000.6 - 1e-9) {
        assertEquals(sent, values[i]);
        repeated++;
      } else {
        assertEquals(timeS[i], values[i], 0.004);
        sent = values[i];
      }
    }
    assertEquals(0.3, repeated / (column.startsWith("thorax") ? 200.0 : 1000.0), 0.011);
  }

  @Test
  void shouldRepeatItsFirstSampleWhenStuckFromTheStart() {
    double[] values = moving(rig(new SensorPlan.Fault(Kind.STUCK, "left", 0, 10))).column("left_ay");
    for (double value : values) {
      assertTrue(Double.isNaN(value) || value == 1000);
    }
  }

  @Test
  void shouldHaveNoEffectWhenTheSensorIsNotFitted() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT);
    rig.faults.add(new SensorPlan.Fault(Kind.DEAD, "thorax", 0, 10));
    assertEquals(101, rig.rest(0.1).trueTimeS("left_ax").length);
  }
}

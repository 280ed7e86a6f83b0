package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.List;

/// A sensor's place in the row, and its faults.
final class Outlet {
  final Sensor sensor;
  private final int from;
  private final int until;
  private final SensorPlan.Fault[] faults;
  private final double[] sent;
  private boolean everSent;

  Outlet(Sensor sensor, int column, List<SensorPlan.Fault> faults) {
    this.sensor = sensor;
    this.from = column;
    this.until = column + sensor.columns().size();
    this.faults = faults.stream().filter(fault -> fault.sensor().equals(sensor.name()))
        .toArray(SensorPlan.Fault[]::new);
    sent = new double[until - from];
  }

  /// Fills the sensor's cells, or leaves them empty.
  ///
  /// @return whether they are filled
  boolean sample(double share, double elapsedS, double[] row, boolean lost) {
    sensor.sample(share, elapsedS, row, from);
    if (lost || has(SensorPlan.Fault.Kind.DEAD, elapsedS)) {
      Arrays.fill(row, from, until, Double.NaN);
      return false;
    }
    if (everSent && has(SensorPlan.Fault.Kind.STUCK, elapsedS)) {
      System.arraycopy(sent, 0, row, from, sent.length);
    } else {
      System.arraycopy(row, from, sent, 0, sent.length);
      everSent = true;
    }
    return true;
  }

  private boolean has(SensorPlan.Fault.Kind kind, double elapsedS) {
    for (SensorPlan.Fault fault : faults) {
      if (fault.kind() == kind && elapsedS >= fault.atS() && elapsedS < fault.untilS()) {
        return true;
      }
    }
    return false;
  }
}

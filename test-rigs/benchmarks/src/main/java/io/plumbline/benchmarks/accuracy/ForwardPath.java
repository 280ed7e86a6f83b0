package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.run.RepTruth;
import java.util.Arrays;

/// Where the bar's centre truly was, forward, over time; at least a millisecond lies between two entries. Not thread-safe.
final class ForwardPath {
  private static final double STEP_S = 0.001;

  private double[] timeS = new double[1 << 14];
  private double[] forwardM = new double[1 << 14];
  private int size;

  void add(double atS, double m) {
    if (size > 0 && atS - timeS[size - 1] < STEP_S) {
      return;
    }
    if (size == timeS.length) {
      timeS = Arrays.copyOf(timeS, 2 * size);
      forwardM = Arrays.copyOf(forwardM, 2 * size);
    }
    timeS[size] = atS;
    forwardM[size] = m;
    size++;
  }

  /// NaN outside of what is known.
  double at(double whenS) {
    if (Double.isNaN(whenS) || size < 2 || whenS < timeS[0] || whenS > timeS[size - 1]) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(timeS, 0, size, whenS);
    int after = Math.clamp(found < 0 ? -found - 1 : found, 1, size - 1);
    double share = (whenS - timeS[after - 1]) / (timeS[after] - timeS[after - 1]);
    return forwardM[after - 1] + share * (forwardM[after] - forwardM[after - 1]);
  }

  Truth truth(RepTruth rep) {
    double thenS = rep.liftOffS() + Truth.DRIFT_AFTER_S;
    boolean inTheAir = Double.isNaN(rep.touchDownS()) || thenS < rep.touchDownS();
    return new Truth(rep, inTheAir ? at(thenS) - at(rep.liftOffS()) : Double.NaN);
  }
}

package io.plumbline.demo.history;

import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.Trace;
import java.util.ArrayList;
import java.util.List;

/// The curves of one rep: slack pull, way up, lockout, way down. Velocity up is a bump that begins fast, whose mean is the rep's mean velocity.
///
/// @param meanMps   mean concentric velocity
/// @param romM      range of motion
/// @param driftM    largest forward travel, at knee height
/// @param tensionS  from the first pull to the lift-off
/// @param massKg    bar and plates
/// @param leftShare of the force
record Stroke(double meanMps, double romM, double driftM, double tensionS, double massKg, double leftShare) {
  static final double HOLD_S = 0.7;
  static final double DOWN_S = 1.3;
  private static final double G_MPS2 = 9.80665;
  private static final double QUIET_S = 0.15;
  private static final double STEP_S = 0.002;
  private static final int POINTS = 120;
  private static final double RISE = 0.7;
  private static final double FALL = 1.2;
  /// Mean of the bump, of the Beta function.
  private static final double BUMP_MEAN = beta();

  double upS() {
    return romM / meanMps;
  }

  /// Velocity at a time after the lift-off, up positive.
  double velocityMps(double timeS) {
    if (timeS <= 0) {
      return 0;
    }
    if (timeS < upS()) {
      return meanMps * bump(timeS / upS()) / BUMP_MEAN;
    }
    double downS = timeS - upS() - HOLD_S;
    if (downS <= 0 || downS >= DOWN_S) {
      return 0;
    }
    double share = downS / DOWN_S;
    return -romM / DOWN_S * 30 * share * share * (1 - share) * (1 - share);
  }

  double peakMps() {
    double peak = 0;
    for (double timeS = 0; timeS < upS(); timeS += STEP_S) {
      peak = Math.max(peak, velocityMps(timeS));
    }
    return peak;
  }

  double peakForceN() {
    double most = 0;
    for (double timeS = STEP_S; timeS < upS(); timeS += STEP_S) {
      most = Math.max(most, forceN(timeS));
    }
    return most;
  }

  /// At both sides together.
  private double forceN(double timeS) {
    double weightN = massKg * G_MPS2;
    if (timeS <= 0) {
      double share = Math.clamp(1 + timeS / tensionS, 0, 1);
      return weightN * share * share * (3 - 2 * share);
    }
    double after = upS() + HOLD_S + DOWN_S;
    if (timeS > after) {
      return 0;
    }
    double accelMps2 = (velocityMps(timeS + STEP_S) - velocityMps(timeS - STEP_S)) / (2 * STEP_S);
    return Math.max(0, massKg * (G_MPS2 + Math.clamp(accelMps2, -6, 8)));
  }

  Trace trace(RecordKey rep) {
    double fromS = -tensionS - QUIET_S;
    double toS = upS() + HOLD_S + DOWN_S;
    List<List<Double>> columns = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      columns.add(new ArrayList<>());
    }
    double heightM = 0;
    double timeS = 0;
    for (int i = 0; i < POINTS; i++) {
      double nextS = fromS + (toS - fromS) * i / (POINTS - 1);
      while (timeS + STEP_S <= nextS) {
        heightM += STEP_S * velocityMps(timeS + STEP_S / 2);
        timeS += STEP_S;
      }
      double share = Math.clamp(heightM / romM, 0, 1);
      double forceN = forceN(nextS);
      double[] point = {nextS, heightM, velocityMps(nextS), nextS <= 0 ? 0.002 : 0.008,
          driftM * Math.sin(Math.PI * Math.pow(share, 0.9)), forceN * leftShare, forceN * (1 - leftShare)};
      for (int k = 0; k < point.length; k++) {
        columns.get(k).add(Math.round(point[k] * 1e4) / 1e4);
      }
    }
    return new Trace(rep, columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4),
        columns.get(5), columns.get(6));
  }

  private static double bump(double share) {
    return Math.pow(share, RISE) * Math.pow(1 - share, FALL);
  }

  private static double beta() {
    double sum = 0;
    int steps = 20_000;
    for (int i = 0; i < steps; i++) {
      sum += bump((i + 0.5) / steps) / steps;
    }
    return sum;
  }
}

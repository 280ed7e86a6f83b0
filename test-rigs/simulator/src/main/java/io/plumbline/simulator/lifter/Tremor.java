package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.Body;
import java.util.SplittableRandom;

/// Hands that are never quite still: physiological tremor of 8 to 12 Hz and slow sway, each a sum of sines with random phases. Computed every
/// two milliseconds and joined by straight lines.
final class Tremor {
  private static final int SIGNALS = 4;
  private static final int WAVES = 3;
  private static final double KNOT_S = 0.002;

  private final double[][] frequencyRadps = new double[SIGNALS][2 * WAVES];
  private final double[][] phaseRad = new double[SIGNALS][2 * WAVES];
  private final double[] amplitudeM = new double[2 * WAVES];
  private final double[] fromM = new double[SIGNALS];
  private final double[] toM = new double[SIGNALS];
  private double knotS = Double.NEGATIVE_INFINITY;
  private double share;

  Tremor(Body body, SplittableRandom random) {
    for (int wave = 0; wave < WAVES; wave++) {
      amplitudeM[wave] = body.tremorM() * StrictMath.sqrt(2.0 / WAVES);
      amplitudeM[WAVES + wave] = body.swayM() * StrictMath.sqrt(2.0 / WAVES);
    }
    for (int signal = 0; signal < SIGNALS; signal++) {
      for (int wave = 0; wave < 2 * WAVES; wave++) {
        double hertz = wave < WAVES ? random.nextDouble(8, 12) : random.nextDouble(0.15, 0.8);
        frequencyRadps[signal][wave] = 2 * StrictMath.PI * hertz;
        phaseRad[signal][wave] = random.nextDouble(0, 2 * StrictMath.PI);
      }
    }
  }

  /// Moves on to a time, which never goes back. After a pause it begins anew there.
  void at(double timeS) {
    if (timeS >= knotS + 2 * KNOT_S) {
      knotS = timeS - KNOT_S;
      fill(knotS + KNOT_S);
    }
    while (timeS >= knotS + KNOT_S) {
      knotS += KNOT_S;
      System.arraycopy(toM, 0, fromM, 0, SIGNALS);
      fill(knotS + KNOT_S);
    }
    share = (timeS - knotS) / KNOT_S;
  }

  private void fill(double timeS) {
    for (int signal = 0; signal < SIGNALS; signal++) {
      toM[signal] = value(signal, timeS);
    }
  }

  private double value(int signal, double timeS) {
    double sum = 0;
    // Up and down the arms only tremble: it is across that the body sways.
    int waves = signal < 2 ? WAVES : 2 * WAVES;
    for (int wave = 0; wave < waves; wave++) {
      sum += amplitudeM[wave] * StrictMath.sin(frequencyRadps[signal][wave] * timeS + phaseRad[signal][wave]);
    }
    return sum;
  }

  double upM(int hand) {
    return joined(hand);
  }

  double acrossM(int hand) {
    return joined(2 + hand);
  }

  double acrossMps(int hand) {
    return (toM[2 + hand] - fromM[2 + hand]) / KNOT_S;
  }

  private double joined(int signal) {
    return fromM[signal] + share * (toM[signal] - fromM[signal]);
  }
}

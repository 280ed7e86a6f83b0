package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/// A stretch of movement of the whole bar, evenly sampled, in the bar frame.
public final class Motion {
  private final double periodS;
  private final List<double[]> rates = new ArrayList<>();
  private final List<double[][]> forces = new ArrayList<>();

  /// @param periodS between two samples, over which each is a mean
  public Motion(double periodS) {
    this.periodS = periodS;
  }

  /// Adds a sample.
  ///
  /// @param rateRadps  free of bias
  /// @param forcesMps2 corrected specific force of each unit
  public void add(double[] rateRadps, double[]... forcesMps2) {
    rates.add(rateRadps.clone());
    forces.add(forcesMps2.clone());
  }

  /// Samples.
  public int size() {
    return rates.size();
  }

  /// Mean rate of a sample, rad/s, three axes.
  public double[] rate(int sample) {
    return rates.get(sample).clone();
  }

  /// Specific force of one unit, m/s², three axes.
  double[] force(int sample, int unit) {
    return forces.get(sample)[unit];
  }

  /// Units.
  int units() {
    return forces.isEmpty() ? 0 : forces.getFirst().length;
  }

  /// By how much it turned about bar x, rad.
  public double turnedRad() {
    double sum = 0;
    for (double[] rate : rates) {
      sum += rate[0] * periodS;
    }
    return sum;
  }

  /// Angular acceleration at a sample that has neighbours.
  double[] acceleration(int sample) {
    return Vectors.scaled(Vectors.minus(rates.get(sample + 1), rates.get(sample - 1)), 1 / (2 * periodS));
  }

  /// The matrix of `α × r + ω × (ω × r)`.
  double[] lever(int sample) {
    double[] sum = spin(sample);
    add(sum, Vectors.crossMatrix(acceleration(sample)), 1);
    return sum;
  }

  /// The same over as long as the angular acceleration is a mean of: Simpson's weights have the same second moment as its box.
  double[] meanLever(int sample) {
    double[] sum = Vectors.crossMatrix(acceleration(sample));
    add(sum, spin(sample - 1), 1 / 6.0);
    add(sum, spin(sample), 4 / 6.0);
    add(sum, spin(sample + 1), 1 / 6.0);
    return sum;
  }

  /// The force over the same time as [#meanLever].
  double[] meanForce(int sample, int unit) {
    double[] sum = new double[3];
    add(sum, force(sample - 1, unit), 1 / 6.0);
    add(sum, force(sample, unit), 4 / 6.0);
    add(sum, force(sample + 1, unit), 1 / 6.0);
    return sum;
  }

  private double[] spin(int sample) {
    double[] spin = Vectors.crossMatrix(rates.get(sample));
    return Vectors.product(spin, spin);
  }

  private static void add(double[] sum, double[] more, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * more[i];
    }
  }

  /// Which way is up at each sample, turned on from the first by the rates; both ends are at rest. What the last one then misses of gravity
  /// is the gyroscope's scale about x, for it grows with the angle.
  List<double[]> upward() {
    double[] first = mean(forces.getFirst());
    double[] last = mean(forces.getLast());
    double turned = turnedRad();
    double scale = 1;
    if (Math.abs(turned) > Math.PI) {
      double[] end = walk(first, 1).getLast();
      // Up goes the other way round than the bar.
      double missing = Math.atan2(end[2], end[1]) - Math.atan2(last[2], last[1]);
      scale += Math.IEEEremainder(missing, 2 * Math.PI) / turned;
    }
    return walk(first, scale);
  }

  private static double[] mean(double[][] units) {
    double[] sum = new double[3];
    for (double[] unit : units) {
      for (int i = 0; i < 3; i++) {
        sum[i] += unit[i] / units.length;
      }
    }
    return sum;
  }

  private List<double[]> walk(double[] first, double scale) {
    List<double[]> all = new ArrayList<>();
    double[] up = Vectors.unit(first);
    for (int i = 0; i < rates.size(); i++) {
      if (i > 0) {
        double[] turn = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          turn[axis] = -(rates.get(i - 1)[axis] + rates.get(i)[axis]) / 2 * periodS * scale;
        }
        up = turned(up, turn);
      }
      all.add(up);
    }
    return all;
  }

  /// Rodrigues' formula.
  private static double[] turned(double[] v, double[] turn) {
    double angle = Vectors.length(turn);
    if (angle == 0) {
      return v;
    }
    double[] axis = Vectors.scaled(turn, 1 / angle);
    double[] across = Vectors.cross(axis, v);
    double along = Vectors.dot(axis, v) * (1 - Math.cos(angle));
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = v[i] * Math.cos(angle) + across[i] * Math.sin(angle) + axis[i] * along;
    }
    return out;
  }
}

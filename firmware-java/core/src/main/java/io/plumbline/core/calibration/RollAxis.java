package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The axis about which a sensor was rolled, in its own axes.
///
/// @param x     of a unit vector
/// @param y     of a unit vector
/// @param z     of a unit vector
/// @param sdRad standard deviation of its direction, either way
public record RollAxis(double x, double y, double z, double sdRad) {
  private static final int LEAST_SAMPLES = 50;
  /// Neighbours up to a tenth of the stretch away may have something in common.
  private static final int LAG_SHARE = 10;
  private static final int LEAST_POSES = 4;
  /// A shaft that is rolled turns about one axis: what is left of the rest.
  private static final double MOST_WOBBLE = 0.15;

  /// The unit vector.
  double[] vector() {
    return new double[]{x, y, z};
  }

  /// The same axis, pointing the other way.
  public RollAxis reversed() {
    return new RollAxis(-x, -y, -z, sdRad);
  }

  /// Cosine of the angle to another axis.
  public double along(RollAxis other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /// Component of a vector along the axis.
  public double along(double... vector) {
    return Vectors.dot(vector(), vector);
  }

  /// From a gyroscope: the principal axis of its rates, least squares through the origin. Wobble is no white noise: the standard deviation adds
  /// up what neighbours have in common (Newey and West 1987, eq. 5).
  ///
  /// @param ratesRadps free of their bias, evenly sampled
  /// @throws CalibrationRefusedException where the bar did not roll about one axis
  public static RollAxis ofRates(List<double[]> ratesRadps) throws CalibrationRefusedException {
    if (ratesRadps.size() < LEAST_SAMPLES) {
      throw new CalibrationRefusedException("the bar did not roll long enough: roll it by at least one turn");
    }
    double[] all = new double[9];
    for (double[] rate : ratesRadps) {
      for (int j = 0; j < 9; j++) {
        all[j] += rate[j / 3] * rate[j % 3];
      }
    }
    Symmetric3 whole = new Symmetric3(all);
    double wobble = Math.sqrt(Math.max(0, whole.value(1)) / whole.value(2));
    if (!(wobble < MOST_WOBBLE)) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the bar turned about more than one axis (%.0f %% beside the roll): roll it in a straight line",
          100 * wobble));
    }
    double[] axis = whole.vector(2);
    double[] across = Vectors.across(axis);
    double variance = (longRun(ratesRadps, axis, across) + longRun(ratesRadps, axis, Vectors.cross(axis, across))) / 2;
    return of(axis, Math.sqrt(Math.max(0, variance)) / whole.value(2));
  }

  /// Variance of the sum of products of the rate along the axis and across it.
  private static double longRun(List<double[]> rates, double[] axis, double[] across) {
    double[] products = new double[rates.size()];
    for (int i = 0; i < products.length; i++) {
      products[i] = Vectors.dot(rates.get(i), axis) * Vectors.dot(rates.get(i), across);
    }
    double sum = 0;
    int lags = products.length / LAG_SHARE;
    for (int lag = 0; lag <= lags; lag++) {
      double product = 0;
      for (int i = lag; i < products.length; i++) {
        product += products[i] * products[i - lag];
      }
      sum += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * product;
    }
    // The axis was fitted to the same products: their sum is 0, which takes about two lags in the length away.
    return sum / (1 - 2.0 * lags / products.length);
  }

  /// From an accelerometer that lay still at several roll angles: gravity goes round on a cone about the axis, so its component along the axis
  /// stays the same.
  ///
  /// @param forcesMps2 corrected specific forces
  /// @throws CalibrationRefusedException where the angles are too few or too alike
  public static RollAxis ofPoses(List<double[]> forcesMps2) throws CalibrationRefusedException {
    if (forcesMps2.size() < LEAST_POSES) {
      throw new CalibrationRefusedException("fewer than four roll angles: turn the level bar further");
    }
    double[] mean = new double[3];
    for (double[] force : forcesMps2) {
      for (int i = 0; i < 3; i++) {
        mean[i] += force[i] / forcesMps2.size();
      }
    }
    double[] scatter = new double[9];
    List<double[]> centred = new ArrayList<>();
    for (double[] force : forcesMps2) {
      double[] d = Vectors.minus(force, mean);
      centred.add(d);
      for (int j = 0; j < 9; j++) {
        scatter[j] += d[j / 3] * d[j % 3];
      }
    }
    Symmetric3 plane = new Symmetric3(scatter);
    if (!(plane.value(1) > 0.1 * plane.value(2)) || !(plane.value(0) < 0.01 * plane.value(1))) {
      throw new CalibrationRefusedException(
          "the roll angles are too alike, or the bar was not level: turn it by a quarter each time on a level floor");
    }
    double[] axis = plane.vector(0);
    double square = 0;
    for (double[] d : centred) {
      square += Vectors.dot(axis, d) * Vectors.dot(axis, d);
    }
    double sd = Math.sqrt(square / (forcesMps2.size() - 3.0));
    return of(axis, sd / Math.sqrt(plane.value(1)));
  }

  private static RollAxis of(double[] axis, double sdRad) {
    return new RollAxis(axis[0], axis[1], axis[2], sdRad);
  }
}

package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Offset of a gyroscope and its slope with temperature: a straight line for each axis through still stretches, weighted by what is known of
/// each. The data sheet's figure for the slope counts as one more observation, so that stretches at one temperature claim nothing about others.
public final class GyroscopeFit {
  private final Params params;

  /// What is known beforehand.
  ///
  /// @param wanderRadps      standard deviation of an offset that wanders, beside a stretch's own
  /// @param slopeSdRadpsPerC standard deviation of slopes between specimens
  /// @param mostRadps        an offset beyond is that of a bar that turned, or of a broken chip
  public record Params(double wanderRadps, double slopeSdRadpsPerC, double mostRadps) {
    /// facts/icm-42688-p.md, section 4: 0.005 °/s/°C and ± 0.5 °/s; wander of 6 °/h assumed. ISM330DHCX: ± 1 °/s.
    public static final Params DEFAULT = new Params(Math.toRadians(0.0017), Math.toRadians(0.005), Math.toRadians(3));
  }

  /// @param params what is known beforehand
  public GyroscopeFit(Params params) {
    this.params = params;
  }

  /// Fits.
  ///
  /// @throws CalibrationRefusedException where there is no stretch, or one that was not still
  public GyroscopeCalibration fit(List<BiasPoint> points) throws CalibrationRefusedException {
    if (points.isEmpty()) {
      throw new CalibrationRefusedException("the bar never lay still: put it down and let go of it for 5 s");
    }
    double weights = 0;
    double referenceC = 0;
    double lowestC = Double.POSITIVE_INFINITY;
    double highestC = Double.NEGATIVE_INFINITY;
    for (BiasPoint point : points) {
      double weight = 1 / variance(point);
      weights += weight;
      referenceC += weight * point.temperatureC();
      lowestC = Math.min(lowestC, point.temperatureC());
      highestC = Math.max(highestC, point.temperatureC());
    }
    referenceC /= weights;
    List<Double> values = new ArrayList<>();
    List<Double> slopes = new ArrayList<>();
    List<Double> valueSds = new ArrayList<>();
    List<Double> slopeSds = new ArrayList<>();
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double[] line = line(points, axis, referenceC);
      values.add(line[0]);
      slopes.add(line[1]);
      valueSds.add(line[2]);
      slopeSds.add(line[3]);
      if (Math.abs(line[0]) > params.mostRadps) {
        throw new CalibrationRefusedException(String.format(Locale.ROOT,
            "the gyroscope reads %.1f °/s at rest, 3 are allowed: was the bar still? Else the chip is broken",
            Math.toDegrees(line[0])));
      }
      for (BiasPoint point : points) {
        double error = point.meanRadps().get(axis) - line[0] - line[1] * (point.temperatureC() - referenceC);
        square += error * error;
      }
    }
    return new GyroscopeCalibration(values, slopes, referenceC, valueSds, slopeSds,
        Math.sqrt(square / (3 * points.size())), highestC - lowestC, points.size());
  }

  private double variance(BiasPoint point) {
    return point.sdRadps() * point.sdRadps() + params.wanderRadps * params.wanderRadps;
  }

  /// Value, slope and their standard deviations.
  private double[] line(List<BiasPoint> points, int axis, double referenceC) throws CalibrationRefusedException {
    NormalEquations equations = new NormalEquations(2);
    equations.addPrior(1, 0, params.slopeSdRadpsPerC);
    for (BiasPoint point : points) {
      equations.add(new double[]{1, point.temperatureC() - referenceC}, point.meanRadps().get(axis),
          Math.sqrt(variance(point)));
    }
    double[] solution = equations.solve();
    double[] covariance = equations.covariance();
    if (solution == null || covariance == null) {
      throw new CalibrationRefusedException("the still stretches hold no finite numbers");
    }
    return new double[]{solution[0], solution[1], Math.sqrt(covariance[0]), Math.sqrt(covariance[3])};
  }
}

package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Twelve parameters of an accelerometer from still poses: Gauss–Newton on |matrix · (reading − bias)| = g for each pose (Lötters et al. 1998;
/// Tedaldi, Pretto and Menegatti 2014, eq. 10) and, for a pose whose face is known, on its direction to the tolerance with which a person
/// places it (the faces of NXP AN4399, section 5, and AN5286, not taken as exact). Eliminating each pose's own direction this way is the same
/// as estimating it beside the twelve. Free poses tell nine: that the remaining turn of the axes is small is known from the data sheet.
///
/// Six faces with a tolerance of 1° leave 1–2 % of cross-axis error; nine free poses or more, well spread, leave what the sensor's noise leaves.
public final class AccelerometerFit {
  private static final int SIZE = 12;
  private static final int BIAS = 9;
  private static final int NORM_ONLY = 9;
  private static final int STEPS = 40;
  private static final double CONVERGED = 1e-12;
  private static final int DIRECTIONS = 200;
  private static final double MG = 9.80665e-3;

  private final Params params;

  /// What is known beforehand.
  ///
  /// @param gravityMps2   local gravity
  /// @param meanSdMps2    standard deviation of a pose's mean: noise and wander of the offset
  /// @param confidence    how many poses that figure is worth beside the residuals
  /// @param faceSdRad     to which a person aligns a known face
  /// @param axesSd        turn of the sensor's axes against its case, rad
  /// @param mostResidualMps2 a pose that is off by more was not still, or was in another field
  /// @param mostSdMps2    refused where the worst direction is known less well
  public record Params(double gravityMps2, double meanSdMps2, double confidence, double faceSdRad, double axesSd,
      double mostResidualMps2, double mostSdMps2) {
    /// ICM-42688-P: 20 µg of wander (assumed, not in the data sheet), cross-axis 1 % (facts/icm-42688-p.md, section 4), read as three
    /// standard deviations; faces placed to 1°.
    public static final Params DEFAULT = new Params(9.80665, 3e-4, 10, Math.toRadians(1), 0.0033, 5 * MG, 2 * MG);

    /// At another place.
    public Params withGravityMps2(double gravity) {
      return new Params(gravity, meanSdMps2, confidence, faceSdRad, axesSd, mostResidualMps2, mostSdMps2);
    }
  }

  /// @param params what is known beforehand
  public AccelerometerFit(Params params) {
    this.params = params;
  }

  /// Fits.
  ///
  /// @throws CalibrationRefusedException where a pose does not fit or the poses are too few or too alike
  public AccelerometerCalibration fit(List<Pose> poses) throws CalibrationRefusedException {
    double[] x = new double[SIZE];
    x[0] = 1;
    x[4] = 1;
    x[8] = 1;
    x = iterate(poses, x, params.meanSdMps2);
    double square = 0;
    for (Pose pose : poses) {
      double error = normError(pose, x);
      square += error * error;
    }
    refuseOutlier(poses, x);
    double prior = params.confidence;
    double freedom = Math.max(0, poses.size() - NORM_ONLY);
    double sd = Math.sqrt((prior * params.meanSdMps2 * params.meanSdMps2 + (freedom > 0 ? square : 0))
        / (prior + freedom));
    x = iterate(poses, x, sd);
    double[] covariance = equations(poses, x, sd).covariance();
    if (covariance == null) {
      throw tooAlike(Double.NaN);
    }
    double worst = worstSd(x, covariance);
    if (!(worst <= params.mostSdMps2)) {
      throw tooAlike(worst);
    }
    return result(x, covariance, Math.sqrt(square / poses.size()), worst, poses.size());
  }

  /// How well poses would tell the norm in the worst direction, m/s²; infinite where they do not tell it at all.
  public double worstSdMps2(List<Pose> poses) {
    double[] x = new double[SIZE];
    x[0] = 1;
    x[4] = 1;
    x[8] = 1;
    double[] covariance = equations(poses, x, params.meanSdMps2).covariance();
    return covariance == null ? Double.POSITIVE_INFINITY : worstSd(x, covariance);
  }

  private static CalibrationRefusedException tooAlike(double worstSdMps2) {
    return new CalibrationRefusedException(Double.isNaN(worstSdMps2)
        ? "the poses are too few or too alike to tell twelve numbers: turn the bar through eight angles, then raise each end at four"
        : String.format(Locale.ROOT,
            "the poses leave %.1f mg open in one direction, 2 mg are allowed: turn the bar through eight angles, then raise each end at four",
            worstSdMps2 / MG));
  }

  private double[] iterate(List<Pose> poses, double[] start, double sd) throws CalibrationRefusedException {
    double[] x = start.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] change = equations(poses, x, sd).solve();
      if (change == null) {
        throw tooAlike(Double.NaN);
      }
      double size = 0;
      for (int i = 0; i < SIZE; i++) {
        x[i] += change[i];
        size = Math.max(size, Math.abs(change[i]));
      }
      if (size < CONVERGED) {
        return x;
      }
      if (!(size < 10)) {
        break;
      }
    }
    throw tooAlike(Double.NaN);
  }

  private static double[] corrected(Pose pose, double[] x) {
    return Vectors.times(x, reading(pose, x));
  }

  private static double[] reading(Pose pose, double[] x) {
    double[] reading = Vectors.array(pose.meanMps2());
    return new double[]{reading[0] - x[BIAS], reading[1] - x[BIAS + 1], reading[2] - x[BIAS + 2]};
  }

  private double normError(Pose pose, double[] x) {
    return Vectors.length(corrected(pose, x)) - params.gravityMps2;
  }

  private NormalEquations equations(List<Pose> poses, double[] x, double sd) {
    NormalEquations equations = new NormalEquations(SIZE);
    for (Pose pose : poses) {
      double[] d = reading(pose, x);
      double[] f = Vectors.times(x, d);
      double norm = Vectors.length(f);
      equations.add(row(x, d, Vectors.scaled(f, 1 / norm)), params.gravityMps2 - norm, sd);
      List<Double> upward = pose.upward();
      if (upward != null) {
        addFace(equations, x, d, f, Vectors.unit(Vectors.array(upward)));
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double[] row = new double[SIZE];
        row[3 * i + j] = 0.5;
        row[3 * j + i] = -0.5;
        equations.add(row, (x[3 * j + i] - x[3 * i + j]) / 2, params.axesSd);
      }
    }
    return equations;
  }

  private void addFace(NormalEquations equations, double[] x, double[] d, double[] f, double[] upward) {
    double[] first = Vectors.across(upward);
    double[] second = Vectors.cross(upward, first);
    double sd = params.faceSdRad * params.gravityMps2;
    equations.add(row(x, d, first), -Vectors.dot(first, f), sd);
    equations.add(row(x, d, second), -Vectors.dot(second, f), sd);
  }

  /// Derivatives of `direction · matrix · (reading − bias)`.
  private static double[] row(double[] x, double[] d, double[] direction) {
    double[] row = new double[SIZE];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        row[3 * i + j] = direction[i] * d[j];
        row[BIAS + j] -= direction[i] * x[3 * i + j];
      }
    }
    return row;
  }

  private void refuseOutlier(List<Pose> poses, double[] x) throws CalibrationRefusedException {
    Pose worst = null;
    double most = params.mostResidualMps2;
    for (Pose pose : poses) {
      double error = Math.abs(normError(pose, x));
      if (!(error <= most)) {
        most = error;
        worst = pose;
      }
    }
    if (worst != null) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the pose '%s' is off by %.1f mg, 5 are allowed: was the bar moved in it? Do the poses again", worst.name(),
          most / MG));
    }
  }

  /// Over directions spread evenly on a sphere (Fibonacci lattice).
  private double worstSd(double[] x, double[] covariance) {
    double worst = 0;
    for (int k = 0; k < DIRECTIONS; k++) {
      double z = 1 - (2 * k + 1.0) / DIRECTIONS;
      double angle = k * Math.PI * (3 - Math.sqrt(5));
      double radius = Math.sqrt(1 - z * z);
      double[] u = {radius * Math.cos(angle), radius * Math.sin(angle), z};
      double[] row = row(x, Vectors.scaled(u, params.gravityMps2), u);
      double variance = 0;
      for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
          variance += row[i] * covariance[i * SIZE + j] * row[j];
        }
      }
      worst = Math.max(worst, variance);
    }
    return Math.sqrt(worst);
  }

  private static AccelerometerCalibration result(double[] x, double[] covariance, double residual, double worst,
      int poses) {
    List<Double> sds = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      sds.add(Math.sqrt(covariance[i * SIZE + i]));
    }
    List<Double> values = Vectors.list(x);
    return new AccelerometerCalibration(values.subList(0, BIAS), values.subList(BIAS, SIZE), sds.subList(0, BIAS),
        sds.subList(BIAS, SIZE), residual, worst, poses);
  }
}

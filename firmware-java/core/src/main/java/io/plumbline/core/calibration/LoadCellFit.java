package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Gain, cross-talk and zero of one side's bridges from known plates at known roll angles (facts/bar-mechanics.md, section 4): least squares on
/// ratio = C · F + z with F = −(outboard + plates) g · up. Roll angles without plates tell the zero as their mean and, as a sinusoid, what the
/// bar's own mass outside the cells does; plates tell the gain, and with it that mass. The result is the inverse of C.
public final class LoadCellFit {
  private static final int STEPS = 30;
  private static final double CONVERGED = 1e-11;
  private static final double DISTINCT_KG = 1;

  private final Params params;

  /// What is known beforehand.
  ///
  /// @param gravityMps2    local gravity
  /// @param outboardKg     of the bar outside the cells, by the configuration
  /// @param outboardSdKg   its standard deviation
  /// @param nominalNPerRatio size of the gain, for scaling
  /// @param forceSdN       standard deviation of a point: mean of the noise, mass of the plates, creep
  /// @param confidence     how many points that figure is worth beside the residuals
  /// @param mostResidual   share of full scale that a residual may have
  /// @param mostGainSd     share of the gain that its standard deviation may have
  /// @param leastLoads     different loads, the empty bar among them
  /// @param leastScaleKg   the largest has to be at least this
  public record Params(double gravityMps2, double outboardKg, double outboardSdKg, double nominalNPerRatio,
      double forceSdN, double confidence, double mostResidual, double mostGainSd, int leastLoads,
      double leastScaleKg) {
    /// facts/bar-mechanics.md, section 4: reject above 1 % of full scale. Plates weighed to 20 g.
    public static final Params DEFAULT = new Params(9.80665, 6.7, 0.7, 980.665 / 0.222e-3, 0.2, 8, 0.01, 0.01, 3, 20);
  }

  /// @param params what is known beforehand
  public LoadCellFit(Params params) {
    this.params = params;
  }

  /// Fits.
  ///
  /// @throws CalibrationRefusedException where loads are too few, or a residual is too large
  public LoadCellCalibration fit(List<LoadPoint> points) throws CalibrationRefusedException {
    if (points.isEmpty()) {
      throw new CalibrationRefusedException("no plates were hung on");
    }
    refuseTooFew(points);
    int bridges = points.getFirst().ratio().size();
    double sd = params.forceSdN;
    double[] x = start(points, bridges, sd);
    x = iterate(points, bridges, x, sd);
    double square = squares(points, bridges, x);
    double freedom = Math.max(0, points.size() * bridges - x.length);
    sd = Math.sqrt((params.confidence * sd * sd + square) / (params.confidence + freedom));
    x = iterate(points, bridges, x, sd);
    double[] covariance = equations(points, bridges, x, sd).covariance();
    if (covariance == null) {
      throw notTold();
    }
    LoadCellCalibration result = new LoadCellResult(params, points, bridges, x, covariance).get();
    refuseBad(points, result);
    return result;
  }

  private void refuseTooFew(List<LoadPoint> points) throws CalibrationRefusedException {
    TreeSet<Double> loads = new TreeSet<>();
    for (LoadPoint point : points) {
      Double near = loads.floor(point.platesKg() + DISTINCT_KG);
      if (near == null || near < point.platesKg() - DISTINCT_KG) {
        loads.add(point.platesKg());
      }
    }
    if (loads.size() < params.leastLoads) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "only %d different loads a side, %d are needed with the empty bar: hang on more, like 0, 20, 60 kg",
          loads.size(), params.leastLoads));
    }
    if (loads.last() < params.leastScaleKg) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the heaviest load is %.0f kg a side, at least %.0f are needed", loads.last(), params.leastScaleKg));
    }
  }

  private static CalibrationRefusedException notTold() {
    return new CalibrationRefusedException(
        "the loads do not tell gain and zero: turn the empty bar through four quarters, then hang on plates");
  }

  /// Parameters: response of each bridge to y and z (to z alone for a single one), in units of the nominal gain; zero of each, in N of the
  /// nominal gain; mass outside the cells.
  private double[] start(List<LoadPoint> points, int bridges, double sd) throws CalibrationRefusedException {
    NormalEquations equations = new NormalEquations(bridges * bridges + bridges);
    for (LoadPoint point : points) {
      double[] force = force(point, params.outboardKg, bridges);
      for (int i = 0; i < bridges; i++) {
        double[] row = new double[bridges * bridges + bridges];
        System.arraycopy(force, 0, row, i * bridges, bridges);
        row[bridges * bridges + i] = 1;
        equations.add(row, reading(point, i), sd);
      }
    }
    double[] linear = equations.solve();
    if (linear == null) {
      throw notTold();
    }
    double[] x = new double[linear.length + 1];
    System.arraycopy(linear, 0, x, 0, linear.length);
    x[linear.length] = params.outboardKg;
    return x;
  }

  private double reading(LoadPoint point, int bridge) {
    return point.ratio().get(bridge) * params.nominalNPerRatio;
  }

  /// (y, z), or z alone.
  private double[] force(LoadPoint point, double outboardKg, int bridges) {
    double weight = -(outboardKg + point.platesKg()) * params.gravityMps2;
    return bridges == 1
        ? new double[]{weight * point.upwardZ()}
        : new double[]{weight * point.upwardY(), weight * point.upwardZ()};
  }

  private double[] iterate(List<LoadPoint> points, int bridges, double[] start, double sd)
      throws CalibrationRefusedException {
    double[] x = start.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] change = equations(points, bridges, x, sd).solve();
      if (change == null) {
        throw notTold();
      }
      double size = 0;
      for (int i = 0; i < x.length; i++) {
        x[i] += change[i];
        size = Math.max(size, Math.abs(change[i]) / (1 + Math.abs(x[i])));
      }
      if (size < CONVERGED) {
        return x;
      }
    }
    throw notTold();
  }

  private NormalEquations equations(List<LoadPoint> points, int bridges, double[] x, double sd) {
    int mass = x.length - 1;
    NormalEquations equations = new NormalEquations(x.length);
    equations.addPrior(mass, params.outboardKg - x[mass], params.outboardSdKg);
    for (LoadPoint point : points) {
      double[] force = force(point, x[mass], bridges);
      double[] perKg = force(point, 1 - point.platesKg(), bridges);
      for (int i = 0; i < bridges; i++) {
        double[] row = new double[x.length];
        System.arraycopy(force, 0, row, i * bridges, bridges);
        row[bridges * bridges + i] = 1;
        for (int j = 0; j < bridges; j++) {
          row[mass] += x[i * bridges + j] * perKg[j];
        }
        equations.add(row, error(point, i, bridges, x, force), sd);
      }
    }
    return equations;
  }

  private double error(LoadPoint point, int bridge, int bridges, double[] x, double[] force) {
    double error = reading(point, bridge) - x[bridges * bridges + bridge];
    for (int j = 0; j < bridges; j++) {
      error -= x[bridge * bridges + j] * force[j];
    }
    return error;
  }

  private double squares(List<LoadPoint> points, int bridges, double[] x) {
    double sum = 0;
    for (LoadPoint point : points) {
      double[] force = force(point, x[x.length - 1], bridges);
      for (int i = 0; i < bridges; i++) {
        double error = error(point, i, bridges, x, force);
        sum += error * error;
      }
    }
    return sum;
  }

  private void refuseBad(List<LoadPoint> points, LoadCellCalibration result) throws CalibrationRefusedException {
    if (result.worstN() > params.mostResidual * result.fullScaleN()) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "%s: the readings are off a straight line by %.1f %% of full scale, 1 %% is allowed: is that the plate that was named? Weigh it, or look at the gauges",
          suspect(points), 100 * result.worstN() / result.fullScaleN()));
    }
    double gain = 0;
    double gainSd = 0;
    for (int i = 0; i < result.nPerRatio().size(); i++) {
      gain = Math.max(gain, Math.abs(result.nPerRatio().get(i)));
      gainSd = Math.max(gainSd, result.nPerRatioSd().get(i));
    }
    if (!(gainSd < params.mostGainSd * gain)) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the loads leave %.1f %% of the gain open, 1 is allowed: turn the empty bar through four quarters, then hang on heavier plates",
          100 * gainSd / gain));
    }
  }

  /// The load without which the others fit best: the residuals of a wrong one spread over all.
  private String suspect(List<LoadPoint> points) {
    Map<Double, List<LoadPoint>> without = new HashMap<>();
    for (LoadPoint point : points) {
      without.computeIfAbsent(point.platesKg(),
          load -> points.stream().filter(other -> other.platesKg() != load).toList());
    }
    int bridges = points.getFirst().ratio().size();
    String name = points.getFirst().name();
    double least = Double.POSITIVE_INFINITY;
    for (LoadPoint point : points) {
      List<LoadPoint> rest = new ArrayList<>(without.getOrDefault(point.platesKg(), points));
      try {
        double square = squares(rest, bridges, iterate(rest, bridges, start(rest, bridges, 1), 1)) / rest.size();
        if (square < least) {
          least = square;
          name = point.name();
        }
      } catch (CalibrationRefusedException e) {
        // Without this load the others tell nothing: it cannot be judged.
      }
    }
    return name;
  }
}

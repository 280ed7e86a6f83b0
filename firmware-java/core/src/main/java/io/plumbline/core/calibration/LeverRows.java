package io.plumbline.core.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The equations of [LeverFit]: of each unit its position, what is left of its bias, what is left of its mount.
final class LeverRows {
  private static final int PER_UNIT = 9;
  /// Beyond this, neighbours say the same.
  private static final double MOST_CORRELATION = 0.95;
  private static final double LEAST_SD_MPS2 = 1e-3;

  private final int units;
  private final LeverFit.Params params;
  private final List<List<Double>> nominalM;
  private NormalEquations equations;

  /// What the model leaves, as the standard deviation that a row counts with: raised where neighbours are alike.
  record Spread(double differenceMps2, double verticalMps2, double rmsMps2, int samples) {}

  /// Gets each equation.
  private interface Taker {
    void take(double[] row, double value);
  }

  LeverRows(int units, LeverFit.Params params, List<List<Double>> nominalM) {
    this.units = units;
    this.params = params;
    this.nominalM = nominalM;
    this.equations = new NormalEquations(units * PER_UNIT);
  }

  void collect(List<Motion> rolls, List<Motion> tilts, double differenceSd, double verticalSd) {
    equations = new NormalEquations(units * PER_UNIT);
    double[] middle = new double[units * PER_UNIT];
    double middleM = 0;
    for (int unit = 0; unit < units; unit++) {
      equations.addPrior(LeverFit.position(unit), nominalM.get(unit).getFirst(), params.alongSdM());
      middle[LeverFit.position(unit)] = 1.0 / units;
      middleM += nominalM.get(unit).getFirst() / units;
      for (int axis = 0; axis < 3; axis++) {
        if (axis > 0) {
          equations.addPrior(LeverFit.position(unit) + axis, 0, params.acrossSdM());
        }
        equations.addPrior(LeverFit.bias(unit) + axis, 0, params.biasSdMps2());
        equations.addPrior(LeverFit.turn(unit) + axis, 0, params.turnSdRad());
      }
    }
    equations.add(middle, middleM, params.middleSdM());
    each(rolls, tilts, (row, value) -> equations.add(row, value, differenceSd),
        (row, value) -> equations.add(row, value, verticalSd));
  }

  double @Nullable [] solve() {
    return equations.solve();
  }

  double @Nullable [] covariance() {
    return equations.covariance();
  }

  Spread residuals(double[] solution, List<Motion> rolls, List<Motion> tilts) {
    Residuals differences = new Residuals(solution, 3 * Math.max(1, units - 1));
    Residuals verticals = new Residuals(solution, 1);
    each(rolls, tilts, differences, verticals);
    return new Spread(differences.sd(params.forceSdMps2()), verticals.sd(params.verticalSdMps2()), differences.rms(),
        Math.max(differences.count / differences.lag, verticals.count));
  }

  private void each(List<Motion> rolls, List<Motion> tilts, Taker differences, Taker verticals) {
    for (Motion roll : rolls) {
      List<double[]> upward = roll.upward();
      for (int i = 1; i < roll.size() - 1; i++) {
        differences(roll, i, differences);
        vertical(roll, i, upward.get(i), verticals);
      }
    }
    for (Motion tilt : tilts) {
      for (int i = 1; i < tilt.size() - 1; i++) {
        differences(tilt, i, differences);
      }
    }
  }

  private void differences(Motion motion, int sample, Taker taker) {
    double[] lever = motion.meanLever(sample);
    for (int unit = 1; unit < units; unit++) {
      double[] here = motion.meanForce(sample, unit);
      double[] before = motion.meanForce(sample, unit - 1);
      for (int axis = 0; axis < 3; axis++) {
        double[] row = new double[units * PER_UNIT];
        double[] direction = new double[3];
        direction[axis] = 1;
        fill(row, unit, lever, here, direction, 1);
        fill(row, unit - 1, lever, before, direction, -1);
        taker.take(row, here[axis] - before[axis]);
      }
    }
  }

  private void vertical(Motion motion, int sample, double[] up, Taker taker) {
    double[] row = new double[units * PER_UNIT];
    double[] lever = motion.lever(sample);
    double value = 0;
    for (int unit = 0; unit < units; unit++) {
      fill(row, unit, lever, motion.force(sample, unit), up, 1.0 / units);
      value += Vectors.dot(up, motion.force(sample, unit)) / units;
    }
    taker.take(row, value - params.gravityMps2());
  }

  private static void fill(double[] row, int unit, double[] lever, double[] force, double[] direction, double factor) {
    double[] tilting = Vectors.crossMatrix(force);
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        row[LeverFit.position(unit) + j] += factor * direction[i] * lever[3 * i + j];
        row[LeverFit.turn(unit) + j] += factor * direction[i] * tilting[3 * i + j];
      }
      row[LeverFit.bias(unit) + j] += factor * direction[j];
    }
  }

  /// Sums of residuals and of products with the same equation one sample before.
  private static final class Residuals implements Taker {
    private final double[] solution;
    private final int lag;
    private final double[] before;
    private double square;
    private double product;
    private int count;

    Residuals(double[] solution, int lag) {
      this.solution = solution;
      this.lag = lag;
      this.before = new double[lag];
    }

    @Override
    public void take(double[] row, double value) {
      double residual = value;
      for (int i = 0; i < row.length; i++) {
        residual -= row[i] * solution[i];
      }
      square += residual * residual;
      product += residual * before[count % lag];
      before[count % lag] = residual;
      count++;
    }

    double rms() {
      return count == 0 ? Double.NaN : Math.sqrt(square / count);
    }

    double sd(double otherwise) {
      if (count == 0) {
        return otherwise;
      }
      double correlation = Math.clamp(product / square, 0, MOST_CORRELATION);
      return Math.max(LEAST_SD_MPS2, rms() * Math.sqrt((1 + correlation) / (1 - correlation)));
    }
  }
}

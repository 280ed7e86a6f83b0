package io.plumbline.daemon.coach;

import java.util.List;

/// A straight line of velocity over load with unknown scatter, and where it comes down to the velocity at the max.
///
/// Model: vᵢ = α + β (Lᵢ − L̄) + eᵢ, eᵢ ~ N(0, sᵢ² + τ²), with sᵢ the standard deviation that the bar gave for the rep and τ how much an athlete varies from set to set;
/// flat priors for α and β < 0, τ ~ log-uniform over 0.005 … 0.08 m/s. For each τ the posterior of α and β is normal, and independent about the weighted mean load L̄
/// (Gelman et al., Bayesian Data Analysis, 3rd ed., chapter 14: regression with known variances, and equation 5.21 for the weight of τ). The max is where
/// v = v₁, v₁ ~ N(m, s²): given τ and β, max = L̄ + (v₁ − α)/β is normal with mean L̄ + (m − α̂)/β and variance (s² + var α)/β². Its first two moments are summed over a grid of τ
/// and β; β is kept away from 0, where the quotient has no moments (Fieller, 1954), by a quarter of the slope of people in general. One line a person, not one for all:
/// González-Badillo and Sánchez-Medina, Int J Sports Med 31 (2010); for the deadlift Ruf, Chéry and Taylor, J Strength Cond Res 32 (2018).
final class LineFit {
  /// People's mean velocity falls from 0.81 m/s at 60 % to 0.44 m/s at 90 % of the max.
  static final double USUAL_SLOPE_MPS_PER_MAX = -(0.81 - 0.44) / 0.30;

  private static final int SCATTERS = 24;
  private static final double LEAST_SCATTER_MPS = 0.005;
  private static final double MOST_SCATTER_MPS = 0.08;
  private static final int SLOPES = 81;
  private static final double SLOPE_SDS = 5;

  /// @param line       of means over the posterior
  /// @param maxKg      posterior mean
  /// @param maxSdKg    posterior standard deviation
  /// @param fallsShare how sure it is that velocity falls with load at all, 0 to 1
  record Result(Profile.Line line, double maxKg, double maxSdKg, double fallsShare) {}

  private LineFit() {}

  /// Sums of a normal mixture.
  private static final class Moments {
    double weight;
    double first;
    double second;

    void add(double part, double mean, double variance) {
      weight += part;
      first += part * mean;
      second += part * (variance + mean * mean);
    }

    double mean() {
      return first / weight;
    }

    double sd() {
      return Math.sqrt(Math.max(0, second / weight - mean() * mean()));
    }
  }

  /// The posterior with one scatter.
  private record Conditional(double centreKg, double alpha, double alphaVar, double beta, double betaVar,
      double logWeight) {}

  /// @param points at least two different loads
  static Result fit(List<Profile.Point> points, Profile.VelocityAtMax atMax) {
    double centreKg = points.stream().mapToDouble(Profile.Point::loadKg).average().orElseThrow();
    double heaviestKg = points.stream().mapToDouble(Profile.Point::loadKg).max().orElseThrow();
    double steepest = USUAL_SLOPE_MPS_PER_MAX / heaviestKg / 4;
    Conditional[] all = new Conditional[SCATTERS];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < SCATTERS; i++) {
      double scatterMps = LEAST_SCATTER_MPS
          * Math.pow(MOST_SCATTER_MPS / LEAST_SCATTER_MPS, i / (SCATTERS - 1.0));
      all[i] = given(points, scatterMps);
      best = Math.max(best, all[i].logWeight);
    }
    Moments max = new Moments();
    Moments alpha = new Moments();
    Moments beta = new Moments();
    Moments scatter = new Moments();
    double whole = 0;
    for (int i = 0; i < SCATTERS; i++) {
      Conditional one = all[i];
      double scatterWeight = Math.exp(one.logWeight - best);
      double scatterMps = LEAST_SCATTER_MPS
          * Math.pow(MOST_SCATTER_MPS / LEAST_SCATTER_MPS, i / (SCATTERS - 1.0));
      double betaSd = Math.sqrt(one.betaVar);
      for (int j = 0; j < SLOPES; j++) {
        double z = SLOPE_SDS * (2.0 * j / (SLOPES - 1) - 1);
        double slope = one.beta + z * betaSd;
        double weight = scatterWeight * Math.exp(-z * z / 2);
        whole += weight;
        if (slope > steepest) {
          continue;
        }
        double maxVar = (atMax.velocitySdMps() * atMax.velocitySdMps() + one.alphaVar) / (slope * slope);
        max.add(weight, one.centreKg + (atMax.velocityMps() - one.alpha) / slope, maxVar);
        alpha.add(weight, one.alpha + slope * (centreKg - one.centreKg), one.alphaVar);
        beta.add(weight, slope, 0);
        scatter.add(weight, scatterMps, 0);
      }
    }
    if (max.weight == 0) {
      return new Result(new Profile.Line(centreKg, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
          Double.NaN, Double.NaN, 0);
    }
    return new Result(
        new Profile.Line(centreKg, alpha.mean(), alpha.sd(), beta.mean(), beta.sd(), scatter.mean()), max.mean(),
        max.sd(), max.weight / whole);
  }

  /// Weighted least squares: the posterior of α and β under flat priors, and how likely the points are with this scatter.
  private static Conditional given(List<Profile.Point> points, double scatterMps) {
    double sum = 0;
    double load = 0;
    double velocity = 0;
    double logWeights = 0;
    for (Profile.Point point : points) {
      double weight = weight(point, scatterMps);
      sum += weight;
      load += weight * point.loadKg();
      velocity += weight * point.velocityMps();
      logWeights += Math.log(weight);
    }
    double centreKg = load / sum;
    double alpha = velocity / sum;
    double spread = 0;
    double cross = 0;
    for (Profile.Point point : points) {
      double weight = weight(point, scatterMps);
      spread += weight * (point.loadKg() - centreKg) * (point.loadKg() - centreKg);
      cross += weight * (point.loadKg() - centreKg) * (point.velocityMps() - alpha);
    }
    double beta = cross / spread;
    double squares = 0;
    for (Profile.Point point : points) {
      double rest = point.velocityMps() - alpha - beta * (point.loadKg() - centreKg);
      squares += weight(point, scatterMps) * rest * rest;
    }
    return new Conditional(centreKg, alpha, 1 / sum, beta, 1 / spread,
        (logWeights - Math.log(sum) - Math.log(spread) - squares) / 2);
  }

  private static double weight(Profile.Point point, double scatterMps) {
    return 1 / (point.velocitySdMps() * point.velocitySdMps() + scatterMps * scatterMps);
  }
}

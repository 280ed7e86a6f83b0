package io.plumbline.simulator.lifter;

/// Velocity of an ascent against time, both as shares: area 1 over time 0 to 1, so that it is velocity over mean velocity.
///
/// One hump `s^a (1 − s)^b` with its top at `peakAt`, a dip of relative depth `sticking` at `stickingAt`, and for a yanked bar a spike at the
/// beginning. The hump's sharpness is chosen so that the peak is `peakToMean` times the mean.
final class VelocityProfile {
  private static final int KNOTS = 200;
  /// Width of the dip, as a share of the time.
  private static final double DIP_WIDTH = 0.14;
  /// Longest time to get going, as a share; a profile that is to be flat has less.
  private static final double LONGEST_START = 0.46;
  /// Time to come to rest, over the time to get going.
  private static final double END_TO_START = 0.7;

  private final double[] velocity = new double[KNOTS + 1];
  private final double[] distance = new double[KNOTS + 1];
  private final double start;

  /// @param spike    velocity of a yank over the mean, 0 for none
  /// @param spikeAt  its share of the time
  VelocityProfile(double peakToMean, double peakAt, double sticking, double stickingAt, double spike, double spikeAt) {
    start = Math.min(LONGEST_START, 2 / (1 + END_TO_START) * (1 - 1 / peakToMean));
    double low = 0.02;
    double high = 14;
    for (int i = 0; i < 24; i++) {
      double sharpness = (low + high) / 2;
      fill(sharpness, peakAt, sticking, stickingAt, spike, spikeAt);
      if (peak() < peakToMean) {
        low = sharpness;
      } else {
        high = sharpness;
      }
    }
  }

  private void fill(double sharpness, double peakAt, double sticking, double stickingAt, double spike,
      double spikeAt) {
    double sum = 0;
    for (int i = 0; i <= KNOTS; i++) {
      double s = (double) i / KNOTS;
      double hump = i == 0 || i == KNOTS
          ? 0
          : StrictMath.pow(s / peakAt, sharpness * peakAt)
              * StrictMath.pow((1 - s) / (1 - peakAt), sharpness * (1 - peakAt));
      double off = (s - stickingAt) / DIP_WIDTH;
      double yank = s < 2 * spikeAt ? spike * 0.5 * (1 - StrictMath.cos(StrictMath.PI * s / spikeAt)) : 0;
      // Both ends begin and end at rest, however flat the hump.
      double ends = Curves.ramp(s / start) * Curves.ramp((1 - s) / (END_TO_START * start));
      velocity[i] = ends * hump * (1 - sticking * StrictMath.exp(-off * off / 2)) + yank;
      sum += velocity[i];
    }
    for (int i = 0; i <= KNOTS; i++) {
      velocity[i] *= KNOTS / sum;
    }
    // Straight between knots, so that the trapezium is the exact integral.
    for (int i = 1; i <= KNOTS; i++) {
      distance[i] = distance[i - 1] + (velocity[i - 1] + velocity[i]) / (2 * KNOTS);
    }
  }

  private double peak() {
    double peak = 0;
    for (double v : velocity) {
      peak = Math.max(peak, v);
    }
    return peak;
  }

  /// Velocity over mean velocity at a share of the time.
  double velocity(double share) {
    if (share <= 0 || share >= 1) {
      return 0;
    }
    double at = share * KNOTS;
    int i = (int) at;
    return velocity[i] + (at - i) * (velocity[i + 1] - velocity[i]);
  }

  /// Acceleration, in means a whole time.
  double acceleration(double share) {
    if (share <= 0 || share >= 1) {
      return 0;
    }
    int i = (int) (share * KNOTS);
    return (velocity[i + 1] - velocity[i]) * KNOTS;
  }

  /// Share of the way at a share of the time: the exact integral of [#velocity].
  double distance(double share) {
    if (share <= 0) {
      return 0;
    }
    if (share >= 1) {
      return 1;
    }
    double at = share * KNOTS;
    int i = (int) at;
    double rest = at - i;
    return distance[i] + rest * (velocity[i] + rest * (velocity[i + 1] - velocity[i]) / 2) / KNOTS;
  }
}

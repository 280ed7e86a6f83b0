package io.plumbline.simulator;

import java.util.Arrays;

/// A smooth motion along one axis, given by the velocities it passes through. Between two of them the velocity follows the cubic
/// `v0 + (v1 - v0)(3u² - 2u³)`, so that the acceleration is continuous (zero at every knot) and position and acceleration are exact integrals and
/// derivatives, not sums over samples. Before the first and after the last knot the motion is uniform. Immutable.
final class VelocityCurve {
  private final double[] timesS;
  private final double[] positions;
  private final double[] velocities;

  private VelocityCurve(double[] timesS, double[] positions, double[] velocities) {
    this.timesS = timesS;
    this.positions = positions;
    this.velocities = velocities;
  }

  /// Position, velocity and acceleration at `timeS`.
  void at(double timeS, Jet out) {
    int found = Arrays.binarySearch(timesS, timeS);
    int knot = found >= 0 ? found : -found - 2;
    if (knot < 0 || knot >= timesS.length - 1) {
      int end = Math.clamp(knot, 0, timesS.length - 1);
      out.value = positions[end] + velocities[end] * (timeS - timesS[end]);
      out.rate = velocities[end];
      out.acceleration = 0;
      return;
    }
    double spanS = timesS[knot + 1] - timesS[knot];
    double u = (timeS - timesS[knot]) / spanS;
    double change = velocities[knot + 1] - velocities[knot];
    out.value = positions[knot] + spanS * (velocities[knot] * u + change * u * u * u * (1 - u / 2));
    out.rate = velocities[knot] + change * u * u * (3 - 2 * u);
    out.acceleration = change * 6 * u * (1 - u) / spanS;
  }

  /// When the last knot is.
  double endS() {
    return timesS[timesS.length - 1];
  }

  /// Strings motions together; every step takes up where the last one ended.
  static final class Builder {
    private double[] timesS = new double[64];
    private double[] positions = new double[64];
    private double[] velocities = new double[64];
    private int count = 1;

    Builder(double startS, double startPosition) {
      timesS[0] = startS;
      positions[0] = startPosition;
    }

    /// Changes the velocity smoothly to `velocity` within `durationS`.
    Builder glideTo(double velocity, double durationS) {
      if (durationS <= 0) {
        return this;
      }
      if (count == timesS.length) {
        timesS = Arrays.copyOf(timesS, 2 * count);
        positions = Arrays.copyOf(positions, 2 * count);
        velocities = Arrays.copyOf(velocities, 2 * count);
      }
      timesS[count] = timesS[count - 1] + durationS;
      positions[count] = positions[count - 1] + durationS * (velocities[count - 1] + velocity) / 2;
      velocities[count] = velocity;
      count++;
      return this;
    }

    /// Keeps the velocity for `durationS`.
    Builder hold(double durationS) {
      return glideTo(velocities[count - 1], durationS);
    }

    /// From standing still to standing still again, `distance` further, in `durationS`.
    Builder move(double distance, double durationS) {
      glideTo(2 * distance / durationS, durationS / 2);
      return glideTo(0, durationS / 2);
    }

    double position() {
      return positions[count - 1];
    }

    VelocityCurve build() {
      return new VelocityCurve(Arrays.copyOf(timesS, count), Arrays.copyOf(positions, count),
          Arrays.copyOf(velocities, count));
    }
  }
}

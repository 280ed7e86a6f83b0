package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An athlete's load–velocity line for one lift: mean concentric velocity of each set's fastest rep over the load. Standard deviations are 1 sigma.
///
/// @param points          those that tell the line, lightest first
/// @param line            null where there is none yet
/// @param velocityAtMax   what is known of the athlete's velocity at the max
/// @param estimate        null where it is refused
/// @param refusal         why there is no estimate, null where there is one
public record Profile(Exercise exercise, List<Point> points, @Nullable Line line, VelocityAtMax velocityAtMax,
    @Nullable Estimate estimate, @Nullable String refusal) {
  /// The fastest rep of one set.
  ///
  /// @param velocityMps mean concentric
  public record Point(Basis basis, double loadKg, double velocityMps, double velocitySdMps) {}

  /// Velocity = `velocityAtCentreMps` + `slopeMpsPerKg` · (load − `centreKg`), whose two numbers are then independent.
  ///
  /// @param daySdMps from set to set, beyond what measuring explains
  public record Line(double centreKg, double velocityAtCentreMps, double velocityAtCentreSdMps, double slopeMpsPerKg,
      double slopeSdMpsPerKg, double daySdMps) {
    /// The usual velocity with a load.
    double atMps(double loadKg) {
      return velocityAtCentreMps + slopeMpsPerKg * (loadKg - centreKg);
    }

    /// How well that is known.
    double atSdMps(double loadKg) {
      return Math.hypot(velocityAtCentreSdMps, slopeSdMpsPerKg * (loadKg - centreKg));
    }
  }

  /// Mean concentric velocity of a lift that can be done once only.
  ///
  /// @param tests measured max tests behind it: 0 is what is usual for everybody
  public record VelocityAtMax(double velocityMps, double velocitySdMps, int tests) {}

  /// The load that can be lifted once.
  ///
  /// @param maxSdKg   standard deviation
  /// @param lowKg     lower end of the band that is shown
  /// @param highKg    upper end
  public record Estimate(double maxKg, double maxSdKg, double lowKg, double highKg) {}

  public Profile {
    points = List.copyOf(points);
  }
}

package io.plumbline.simulator.lifter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityProfileTest {
  @ParameterizedTest
  @CsvSource({"1.65, 0.45, 0, 0.5", "1.9, 0.22, 0.6, 0.55", "1.5, 0.45, 0.3, 0.6", "2.2, 0.15, 0.85, 0.5",
      "1.3, 0.5, 0, 0.5"})
  void shouldCoverTheWayWithTheWantedPeakWhenAskedFor(double peakToMean, double peakAt, double sticking,
      double stickingAt) {
    VelocityProfile profile = new VelocityProfile(peakToMean, peakAt, sticking, stickingAt, 0, 0.05);
    int steps = 20_000;
    double area = 0;
    double peak = 0;
    double at = 0;
    for (int i = 0; i < steps; i++) {
      double s = (i + 0.5) / steps;
      double velocity = profile.velocity(s);
      area += velocity / steps;
      if (velocity > peak) {
        peak = velocity;
        at = s;
      }
      assertEquals(area - velocity / 2 / steps, profile.distance(s), 1e-4);
      double slope = (profile.velocity(s + 1e-7) - profile.velocity(s - 1e-7)) / 2e-7;
      assertEquals(slope, profile.acceleration(s), 0.05 + 0.02 * Math.abs(slope) + (onKnot(s) ? 100 : 0));
      assertTrue(velocity >= 0);
    }
    assertEquals(1, area, 1e-4);
    assertEquals(peakToMean, peak, 0.09 * peakToMean);
    assertTrue(Math.abs(at - peakAt) < 0.25, "peak at " + at);
    assertEquals(0, profile.velocity(0));
    assertEquals(1, profile.distance(1));
  }

  private static boolean onKnot(double s) {
    double place = s * 400;
    return Math.abs(place - Math.rint(place)) < 1e-3;
  }

  @ParameterizedTest
  @CsvSource({"0.4", "0.7", "0.85"})
  void shouldSlowDownWhereItSticks(double sticking) {
    VelocityProfile profile = new VelocityProfile(1.9, 0.22, sticking, 0.55, 0, 0.05);
    double first = 0;
    double least = Double.MAX_VALUE;
    for (double s = 0.05; s < 0.7; s += 0.002) {
      if (s < 0.4) {
        first = Math.max(first, profile.velocity(s));
      } else {
        least = Math.min(least, profile.velocity(s));
      }
    }
    assertTrue(least < first * (1 - 0.6 * sticking), least + " of " + first);
  }
}

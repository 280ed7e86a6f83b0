package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HoldFinderTest {
  private static final double STEP_S = 0.003;

  /// Velocities from speeds and how long each lasts, joined by ramps of 0.15 s.
  private static MotionCurve curve(double offsetMps, double... speedsAndSeconds) {
    long[] timesNs = new long[8000];
    double[] heightsM = new double[8000];
    double[] velocitiesMps = new double[8000];
    int n = 0;
    double heightM = 0;
    double nowMps = speedsAndSeconds[0];
    for (int k = 0; k < speedsAndSeconds.length; k += 2) {
      for (double s = 0; s < speedsAndSeconds[k + 1]; s += STEP_S) {
        double change = speedsAndSeconds[k] - nowMps;
        nowMps += Math.clamp(change, -STEP_S * 4, STEP_S * 4);
        velocitiesMps[n] = nowMps + offsetMps;
        heightM += velocitiesMps[n] * STEP_S;
        heightsM[n] = heightM;
        timesNs[n] = Math.round(n * STEP_S * 1e9);
        n++;
      }
    }
    MotionCurve c = new MotionCurve();
    c.load(timesNs, heightsM, velocitiesMps, n);
    return c;
  }

  private static double heldS(MotionCurve c, double fromS, double toS) {
    HoldFinder finder = new HoldFinder();
    finder.find(c);
    double[] stepS = new double[c.size()];
    long[] timeNs = new long[c.size()];
    double[] sdMps = new double[c.size()];
    for (int i = 0; i < c.size(); i++) {
      stepS[i] = STEP_S;
      timeNs[i] = c.timeNs(i);
    }
    finder.upright().write(timeNs, stepS, c.size(), 0.004, sdMps);
    double seconds = 0;
    for (int i = 0; i < c.size(); i++) {
      boolean inside = timeNs[i] > fromS * 1e9 && timeNs[i] < toS * 1e9;
      seconds += inside && sdMps[i] > 0 ? STEP_S : 0;
    }
    return seconds;
  }

  @Test
  void shouldFindTheHoldWhenTheBarGoesBackToWhereItCameFrom() {
    MotionCurve c = curve(0, 0.5, 1, 0, 1, -0.5, 1, 0.5, 0.5);
    assertEquals(0.85, heldS(c, 1, 2), 0.15);
    assertEquals(0, heldS(c, 0.3, 0.95), 0.01);
    assertEquals(0, heldS(c, 2.2, 2.9), 0.01);
  }

  @Test
  void shouldFindTheHoldWhenTheEstimateDrifts() {
    assertTrue(heldS(curve(0.015, 0.5, 1, 0, 1, -0.5, 1, 0.5, 0.5), 1, 2) > 0.6);
  }

  @Test
  void shouldFindNoHoldWhenTheBarStandsOnItsWay() {
    assertEquals(0, heldS(curve(0, 0.5, 1, 0, 1, 0.5, 1, -0.5, 0.5), 0.5, 2.5), 0.01);
  }

  @Test
  void shouldFindNoHoldWhenTheBarTurnsAtOnce() {
    assertEquals(0, heldS(curve(0, 0.5, 1, -0.5, 1, 0.5, 1), 0.2, 2.8), 0.01);
  }
}

package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.motion.MotionCurve;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeEdgeTest {
  private static final double STEP_S = 0.003;

  private final StrokeEdge edge = new StrokeEdge();

  private static MotionCurve curve(double seconds, DoubleUnaryOperator velocityMps) {
    int n = (int) (seconds / STEP_S);
    long[] timesNs = new long[n];
    double[] heightsM = new double[n];
    double[] velocitiesMps = new double[n];
    for (int i = 0; i < n; i++) {
      timesNs[i] = Math.round(i * STEP_S * 1e9);
      velocitiesMps[i] = velocityMps.applyAsDouble(i * STEP_S);
      heightsM[i] = i == 0 ? 0 : heightsM[i - 1] + STEP_S * (velocitiesMps[i] + velocitiesMps[i - 1]) / 2;
    }
    MotionCurve c = new MotionCurve();
    c.load(timesNs, heightsM, velocitiesMps, n);
    return c;
  }

  private static int at(double seconds) {
    return (int) Math.round(seconds / STEP_S);
  }

  /// Rises as a power of time from 1 s on, to 0.6 m/s, and falls again towards 2 s as another.
  private static double ascent(double t, double startPower, double endPower) {
    double rise = Math.min(1, Math.pow(Math.max(0, t - 1) / 0.3, startPower));
    double fall = Math.min(1, Math.pow(Math.max(0, 2 - t) / 0.4, endPower));
    return 0.6 * rise * fall;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, 1.55, 2.0})
  void shouldFindTheStartWithinItsDoubtWhenItCreeps(double power) {
    MotionCurve c = curve(3, t -> ascent(t, power, 1.5));
    assertTrue(edge.find(c, at(1.04), 0, at(1.97), 1, StrokeEdge.DRIVEN_POWER));
    assertEquals(1, edge.timeNs() * 1e-9, Math.max(2 * edge.sdS(), 0.003));
    assertTrue(edge.sdS() < 0.03, "SD " + edge.sdS());
  }

  @Test
  void shouldBeginAtTheTurnWhenTheBarIsNotHeldThere() {
    MotionCurve c = curve(2, t -> 0.5 * Math.sin(2 * Math.PI * (t - 1) / 2));
    assertTrue(edge.find(c, at(1.05), at(0.5), at(1.9), 1, StrokeEdge.DRIVEN_POWER));
    assertEquals(1, edge.timeNs() * 1e-9, 0.001);
  }

  @Test
  void shouldFindTheSameEndWhenADescentIsMirrored() {
    MotionCurve c = curve(3, t -> -ascent(3 - t, 2, 1.5));
    assertTrue(edge.find(c, at(1.96), at(2.9), at(1.03), -1, StrokeEdge.LOWERED_POWER));
    assertEquals(2, edge.timeNs() * 1e-9, 0.002);
  }

  @Test
  void shouldEndAtTheTopWhenDriftHidesTheCrossing() {
    MotionCurve c = curve(3, t -> ascent(t, 1.5, 1.8) + 0.003);
    assertTrue(edge.findTop(c, at(1), at(2.3), at(2.9)));
    assertEquals(2, edge.timeNs() * 1e-9, Math.max(2 * edge.sdS(), 0.02));
  }

  @Test
  void shouldNotEndAtTheBellyWhenTheBarGoesOn() {
    // A rower's bar meets the body at 1.9 s, gives way and rises on until 1.98 s.
    MotionCurve c = curve(3, t -> t < 1.9 ? ascent(t, 1.5, 0.5) : t < 1.93 ? 0.008 : 4 * (1.98 - t));
    assertTrue(edge.findTop(c, at(1), at(1.98), at(2.5)));
    assertEquals(1.98, edge.timeNs() * 1e-9, 0.004);
  }

  /// A light bar comes to the top at 1.9 s and swings up again by a millimetre, as hands give way.
  @Test
  void shouldEndAtTheTopWhenTheBarSwingsThere() {
    MotionCurve c = curve(3, t -> t < 1.9
        ? ascent(t, 1.5, 0.5) * Math.min(1, (1.9 - t) / 0.1) + 0.001
        : 0.001 + 0.024 * Math.sin(2 * Math.PI * (t - 1.9) / 0.24));
    assertTrue(edge.findTop(c, at(1), at(2.02), at(2.5)));
    assertEquals(1.9, edge.timeNs() * 1e-9, 0.004);
  }

  @Test
  void shouldFindNothingWhenTheCurveBeginsInMotion() {
    MotionCurve c = curve(2, t -> 0.4);
    assertFalse(edge.find(c, 10, 0, 500, 1, StrokeEdge.DRIVEN_POWER));
  }

  @Test
  void shouldFindNothingBeyondTheCurveWhenItsMemoryEndsInTheStroke() {
    double endS = STEP_S * MotionCurve.CAPACITY;
    MotionCurve c = curve(endS + STEP_S / 2, t -> -0.005 - 0.5 * Math.min(0.6, Math.max(0, endS - t)));
    assertEquals(MotionCurve.CAPACITY, c.size());
    assertFalse(edge.find(c, at(endS - 0.1), at(endS - 0.5), at(endS - 1), -1, StrokeEdge.LOWERED_POWER));
  }
}

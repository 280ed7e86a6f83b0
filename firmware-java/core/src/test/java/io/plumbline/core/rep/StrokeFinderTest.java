package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.core.motion.MotionCurve;
import org.junit.jupiter.api.Test;

class StrokeFinderTest {
  private static final double STEP_S = 0.003;

  private final StrokeFinder strokes = new StrokeFinder();

  /// Goes from velocity to velocity, each held for so long, with 4 m/s² in between.
  private void find(double velocitySdMps, double... speedsAndSeconds) {
    int most = 100_000;
    long[] timesNs = new long[most];
    double[] heightsM = new double[most];
    double[] velocitiesMps = new double[most];
    int n = 0;
    double heightM = 0;
    double nowMps = 0;
    for (int k = 0; k < speedsAndSeconds.length; k += 2) {
      for (double s = 0; s < speedsAndSeconds[k + 1]; s += STEP_S) {
        nowMps += Math.clamp(speedsAndSeconds[k] - nowMps, -4 * STEP_S, 4 * STEP_S);
        heightM += nowMps * STEP_S;
        timesNs[n] = Math.round(n * STEP_S * 1e9);
        heightsM[n] = heightM;
        velocitiesMps[n] = nowMps;
        n++;
      }
    }
    MotionCurve c = new MotionCurve();
    c.load(timesNs, heightsM, velocitiesMps, velocitySdMps, n);
    strokes.find(c);
  }

  @Test
  void shouldEndAStrokeWhereItStoodWhenWhatFollowsIsNoMoreThanDoubt() {
    find(0.02, 0, 1, 0.6, 1, 0.05, 6);
    assertEquals(1, strokes.count());
    assertEquals(2.1, strokes.endNs(0) * 1e-9, 0.25);
  }

  @Test
  void shouldFollowASlowStrokeWhenItsVelocityIsWellKnown() {
    find(0.001, 0, 1, 0.6, 1, 0.05, 6);
    assertEquals(1, strokes.count());
    assertEquals(8, strokes.endNs(0) * 1e-9, 0.1);
  }

  @Test
  void shouldFindTheWholeStrokeWhenTheBarStoodBelowItsTopAfterIt() {
    // It comes back by less than a stroke and stands, so that the window of standing begins on the way up.
    find(0.04, 0, 1, 0.8, 0.4, -0.3, 0.25, 0, 3, 0.8, 0.6, 0, 1);
    assertEquals(2, strokes.count());
    assertEquals(1.6, strokes.endNs(0) * 1e-9, 0.1);
    assertEquals(4.65, strokes.startNs(1) * 1e-9, 0.15);
  }

  @Test
  void shouldFindOneStrokeWhenTheBarSticksForASecond() {
    find(0.005, 0, 1, 0.6, 0.5, 0, 1, 0.6, 0.5, 0, 1);
    assertEquals(1, strokes.count());
  }

  @Test
  void shouldFindNothingWhenTheBarOnlyShifts() {
    find(0.005, 0, 1, 0.3, 0.3, 0, 1, -0.3, 0.3, 0, 1);
    assertEquals(0, strokes.count());
  }
}

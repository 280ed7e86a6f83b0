package io.plumbline.benchmarks.attitude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PosesTest {
  private static final double PERIOD_S = 0.01;
  private static final int SIZE = 1000;

  /// Ten seconds at a height and turned about x by an angle, both over time.
  private static double[] poses(DoubleUnaryOperator heightM, DoubleUnaryOperator angleRad) {
    double[] pose = new double[Poses.WIDTH * SIZE];
    for (int i = 0; i < SIZE; i++) {
      pose[Poses.WIDTH * i + 2] = heightM.applyAsDouble(i * PERIOD_S);
      pose[Poses.WIDTH * i + 3] = Math.cos(angleRad.applyAsDouble(i * PERIOD_S) / 2);
      pose[Poses.WIDTH * i + 4] = Math.sin(angleRad.applyAsDouble(i * PERIOD_S) / 2);
    }
    return pose;
  }

  private static Poses seen(double[] pose) {
    double[] timeS = new double[SIZE];
    Arrays.setAll(timeS, i -> i * PERIOD_S);
    return new Poses(timeS, pose);
  }

  private static boolean at(boolean[] moving, double timeS) {
    return moving[(int) Math.round(timeS / PERIOD_S)];
  }

  @Test
  void shouldMoveWhenItTravelsAndBridgeShortPausesOnly() {
    // Up at 0.1 m/s from 2 to 3 s and from 3.5 to 4.5 s, and again from 7 to 8 s.
    DoubleUnaryOperator height = t -> 0.1
        * (Math.clamp(t - 2, 0, 1) + Math.clamp(t - 3.5, 0, 1) + Math.clamp(t - 7, 0, 1));
    boolean[] moving = seen(poses(height, t -> 0)).moving();
    assertFalse(at(moving, 1.5), "before");
    assertTrue(at(moving, 2.5), "in it");
    assertTrue(at(moving, 3.25), "a pause of half a second");
    assertTrue(at(moving, 4), "in it");
    assertFalse(at(moving, 6), "a pause of 2.5 s");
    assertTrue(at(moving, 7.5), "in it");
    assertFalse(at(moving, 9), "after");
  }

  @Test
  void shouldMoveWhenItOnlyTurns() {
    boolean[] moving = seen(poses(t -> 0, t -> 0.3 * Math.clamp(t - 5, 0, 1))).moving();
    assertFalse(at(moving, 4));
    assertTrue(at(moving, 5.5));
    assertFalse(at(moving, 7));
  }

  @Test
  void shouldRestWhenItCreeps() {
    boolean[] moving = seen(poses(t -> 0.02 * t, t -> 0.1 * t)).moving();
    for (boolean m : moving) {
      assertFalse(m);
    }
  }

  @Test
  void shouldGiveUpAsTheSensorSeesItWhenItIsTurned() {
    double[] pose = poses(t -> 0, t -> 0.4);
    Arrays.fill(pose, Poses.WIDTH * 7 + 3, Poses.WIDTH * 8, Double.NaN);
    double[] up = seen(pose).up();
    assertArrayEquals(new double[]{0, Math.sin(0.4), Math.cos(0.4)}, Arrays.copyOf(up, 3), 1e-12);
    assertTrue(Double.isNaN(up[21]), "where the cameras were blind");
  }

  @Test
  void shouldCountErrorsInMotionApartWhenItMovesAtTimes() {
    Accuracy accuracy = Accuracy.of(new double[]{3, 4, Double.NaN, 0}, new boolean[]{true, true, true, false});
    assertEquals(Math.sqrt(12.5), accuracy.movingRmseDeg(), 1e-12);
    assertEquals(Math.sqrt(25.0 / 3), accuracy.wholeRmseDeg(), 1e-12);
    assertEquals(4, accuracy.mostDeg(), 1e-12);
  }
}

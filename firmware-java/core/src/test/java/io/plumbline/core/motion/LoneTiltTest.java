package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoneTiltTest {
  private static final int SIZE = 2000;
  private static final long STEP_NS = 3_000_000;
  private static final double STEP_S = STEP_NS * 1e-9;
  private static final double NOISE = 1e-9;
  private static final LoneTilt.Params PARAMS = new LoneTilt.Params(0.04, 0.03, NOISE, 1e-8);

  private final LoneTilt parts = new LoneTilt();
  private final long[] timesNs = new long[MotionCurve.CAPACITY];
  private final double[] tiltRad = new double[SIZE];

  /// Tilt by its own law, a drive that swings as a whipping bar's pull does, and the slope that both make.
  private void draw(long seed, double factor, double liveliness) {
    Random random = new Random(seed);
    double tilt = 0;
    double rate = 0;
    for (int k = 0; k < SIZE; k++) {
      timesNs[k] = k * STEP_NS;
      double t = k * STEP_S;
      tiltRad[k] = tilt;
      parts.stands[k] = false;
      parts.drive[k] = Math.min(1, t) * (1 + 0.3 * Math.sin(2 * Math.PI * 4.5 * t));
      parts.slopeRad[k] = tilt + factor * parts.drive[k] + Math.sqrt(NOISE / STEP_S) * random.nextGaussian();
      rate += Math.sqrt(liveliness * STEP_S) * random.nextGaussian();
      tilt += STEP_S * rate;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-3, 1e-2, 1e-1})
  void shouldPartTiltFromBendingWithHonestDoubtWhenBothComeAtOnce(double liveliness) {
    double squares = 0;
    int held = 0;
    int asked = 0;
    for (long seed = 1; seed <= 40; seed++) {
      double factor = 0.02 + 0.001 * seed;
      draw(seed, factor, liveliness);
      parts.part(timesNs, SIZE, PARAMS);
      assertEquals(factor, parts.factor(), 0.003);
      for (int k = 50; k < SIZE; k += 50) {
        double error = parts.tiltRad[k] - tiltRad[k];
        squares += error * error / parts.tiltVar[k];
        held += Math.abs(error) < 1.96 * Math.sqrt(parts.tiltVar[k]) ? 1 : 0;
        asked++;
      }
    }
    assertEquals(1, Math.sqrt(squares / asked), 0.25);
    assertTrue(held > 0.9 * asked && held < 0.99 * asked, held + " of " + asked);
  }

  @Test
  void shouldTakeAllSlopeForTiltWhenNothingBendsTheShaft() {
    draw(7, 0, 1e-2);
    parts.part(timesNs, SIZE, PARAMS);
    assertEquals(0, parts.factor(), 0.002);
    assertEquals(tiltRad[SIZE / 2], parts.tiltRad[SIZE / 2], 0.003);
  }

  @Test
  void shouldFindTheBendingOfHangingPlatesWhenTheyStoodBefore() {
    // A steady pull tells nothing by its course; that the bar was level as it stood does.
    draw(8, 0.03, 1e-4);
    for (int k = 0; k < SIZE; k++) {
      parts.stands[k] = k < SIZE / 2;
      parts.drive[k] = k < SIZE / 2 ? Double.NaN : 1;
      parts.slopeRad[k] = tiltRad[k] - tiltRad[SIZE / 2] + 0.03;
    }
    parts.part(timesNs, SIZE, PARAMS);
    assertEquals(0.03, parts.factor(), 0.001);
    assertEquals(0, parts.tiltRad[SIZE / 4], 1e-3);
  }
}

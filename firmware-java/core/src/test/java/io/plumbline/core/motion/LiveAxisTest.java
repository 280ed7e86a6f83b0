package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LiveAxisTest {
  private static final double STEP_S = 0.004;
  /// What the acceleration is wrong by all the time.
  private static final double WRONG_MPS2 = 0.02;
  private static final double BIAS_SD_MPS2 = 0.02;
  private static final double HEIGHT_M = 0.5;
  private static final double ASCENT_S = 0.8;

  private final AxisFilter causal = new AxisFilter();
  private final LiveAxis live = new LiveAxis();
  private double heightM;

  LiveAxisTest() {
    causal.reset(0.003, BIAS_SD_MPS2);
    live.begin(causal);
  }

  private void step(double accelMps2, boolean stands) {
    causal.predict(accelMps2 + WRONG_MPS2, STEP_S, 1e-5 * STEP_S, 1e-5 * STEP_S, 0);
    live.predict(accelMps2 + WRONG_MPS2, STEP_S, 1e-5 * STEP_S, 1e-5 * STEP_S);
    live.followHold(STEP_S, 0);
    live.followFloor(STEP_S, stands);
  }

  /// Up or down by half a metre, as smoothly as a cosine.
  private void move(double wayM) {
    int steps = (int) Math.round(ASCENT_S / STEP_S);
    for (int i = 0; i < steps; i++) {
      double phase = 2 * Math.PI * (i + 0.5) / steps;
      step(wayM * 2 * Math.PI / (ASCENT_S * ASCENT_S) * Math.sin(phase), false);
    }
    heightM += wayM;
  }

  private void hold(double seconds, boolean stands) {
    for (double s = 0; s < seconds; s += STEP_S) {
      step(0, stands);
    }
  }

  @Test
  void shouldKnowVelocityWhenTheBarIsHeldBetweenReps() {
    for (int rep = 0; rep < 4; rep++) {
      move(HEIGHT_M);
      live.endAscent(0);
      hold(0.5, false);
      move(-HEIGHT_M);
    }
    move(HEIGHT_M);
    assertTrue(Math.abs(causal.velocityMps) > 0.1, () -> "drifts: " + causal.velocityMps);
    assertEquals(0, live.velocityMps(), 3 * Math.sqrt(live.velocityVar()));
    assertEquals(0, live.velocityMps(), 0.02);
    assertEquals(heightM, live.positionM(), 0.05);
  }

  @Test
  void shouldKnowHeightWhenThePlatesStoodOnTheFloorForAMoment() {
    for (int rep = 0; rep < 4; rep++) {
      move(HEIGHT_M);
      live.endAscent(0);
      move(-HEIGHT_M);
      hold(0.1, true);
    }
    assertTrue(Math.abs(causal.positionM) > 0.3, () -> "drifts: " + causal.positionM);
    assertEquals(0, live.positionM(), 0.02);
    assertEquals(0, live.velocityMps(), 0.03);
  }

  @Test
  void shouldNotCallASlowWayDownHeldWhenVelocityIsKnown() {
    int steps = (int) Math.round(2 / STEP_S);
    for (int i = 0; i < 25; i++) {
      step(-0.07 / (25 * STEP_S) - WRONG_MPS2, false);
    }
    for (int i = 0; i < steps; i++) {
      step(-WRONG_MPS2, false);
    }
    assertEquals(-0.07, live.velocityMps(), 0.005);
  }

  @Test
  void shouldNotTakeAnotherHeightForTheTopWhenARepEndsFarBelow() {
    move(HEIGHT_M);
    live.endAscent(0);
    move(-HEIGHT_M);
    move(0.5 * HEIGHT_M);
    live.endAscent(0);
    assertEquals(causal.positionM, live.positionM(), 0.01);
  }

  @Test
  void shouldTellTheSameWhenNothingButRestIsKnown() {
    for (int i = 0; i < 200; i++) {
      causal.predict(WRONG_MPS2, STEP_S, 1e-5 * STEP_S, 1e-5 * STEP_S, 0);
      causal.measureStill(0.003);
      live.predict(WRONG_MPS2, STEP_S, 1e-5 * STEP_S, 1e-5 * STEP_S);
      live.measureStill(0.003);
    }
    assertEquals(causal.velocityMps, live.velocityMps());
    assertEquals(causal.ppp, live.positionVar());
    assertEquals(causal.pvv, live.velocityVar());
  }
}

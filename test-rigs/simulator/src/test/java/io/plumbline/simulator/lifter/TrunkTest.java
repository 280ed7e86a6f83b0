package io.plumbline.simulator.lifter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Body;
import io.plumbline.simulator.sensor.Stimulus;
import org.junit.jupiter.api.Test;

class TrunkTest {
  private static final double STEP_S = 1 / 16_000.0;
  private static final double G = 9.81;
  private static final double TORSO_M = 0.5;
  /// Hip joint, pelvis unit and thorax unit on the upright trunk, as the class says.
  private static final double PELVIS_M = 0.15 * TORSO_M;
  private static final double THORAX_M = 0.2 * TORSO_M;

  private static Trunk trunk() {
    return new Trunk(new Body(150, 50_000, 0, 0, TORSO_M, 60, 50), STEP_S);
  }

  /// Corners and jumps in the targets, which the trunk has to round.
  private static void step(Trunk trunk, double timeS) {
    double lean = timeS < 0.3 ? 1.0 : Math.max(-0.1, 1.0 - 1.5 * (timeS - 0.3));
    double lumbar = timeS < 0.5 ? 0.3 : 0.1 + 0.05 * Math.sin(9 * timeS);
    trunk.step(lean, lumbar, 0.7 + 0.3 * Math.min(1, timeS), timeS < 0.8 ? -0.2 : -0.1, G);
  }

  /// Where a unit is, {forward, up} of the hip joint, from orientations alone.
  private static double[] offset(Stimulus stimulus, int unit) {
    double pelvisRad = leanRad(stimulus, 0);
    double thoraxRad = leanRad(stimulus, 1);
    return new double[]{PELVIS_M * Math.sin(pelvisRad) + unit * THORAX_M * Math.sin(thoraxRad),
        PELVIS_M * Math.cos(pelvisRad) + unit * THORAX_M * Math.cos(thoraxRad)};
  }

  private static double leanRad(Stimulus stimulus, int unit) {
    return -2 * Math.atan2(stimulus.strapOrientation[unit][1], stimulus.strapOrientation[unit][0]);
  }

  @Test
  void shouldFeelGravityUpwardWhenStandingStill() {
    Trunk trunk = trunk();
    Stimulus stimulus = new Stimulus(0);
    for (int i = 0; i < 100; i++) {
      trunk.step(0, 0, 1, 0, G);
      trunk.write(stimulus);
      for (int unit = 0; unit < 2; unit++) {
        assertArrayEquals(new double[]{0, 0, G}, stimulus.strapForceMps2[unit], 1e-9);
        assertArrayEquals(new double[3], stimulus.strapRateRadps[unit], 1e-12);
        assertArrayEquals(new double[]{1, 0, 0, 0}, stimulus.strapOrientation[unit], 1e-12);
      }
    }
  }

  @Test
  void shouldFeelGravityTowardsTheFeetAndBackWhenLeaningForward() {
    Trunk trunk = trunk();
    Stimulus stimulus = new Stimulus(0);
    trunk.step(Math.PI / 6, Math.PI / 12, 1, 0, G);
    trunk.write(stimulus);
    assertEquals(Math.PI / 6, trunk.leanRad(), 1e-12);
    assertEquals(Math.PI / 12, trunk.lumbarRad(), 1e-12);
    // The thorax' own forward axis points down by 30°, so what holds it up pushes along −y by half.
    assertArrayEquals(new double[]{0, -G / 2, G * Math.sqrt(0.75)}, stimulus.strapForceMps2[1], 1e-9);
    assertEquals(Math.PI / 12, leanRad(stimulus, 0), 1e-12);
    assertEquals(Math.PI / 6, leanRad(stimulus, 1), 1e-12);
  }

  @Test
  void shouldTurnByTheIntegralOfItsRatesWhenMoving() {
    Trunk trunk = trunk();
    Stimulus stimulus = new Stimulus(0);
    step(trunk, 0);
    trunk.write(stimulus);
    double[] leanRad = {leanRad(stimulus, 0), leanRad(stimulus, 1)};
    double[] rateRadps = {stimulus.strapRateRadps[0][0], stimulus.strapRateRadps[1][0]};
    double most = 0;
    for (int i = 1; i <= 32_000; i++) {
      step(trunk, i * STEP_S);
      trunk.write(stimulus);
      for (int unit = 0; unit < 2; unit++) {
        double rate = stimulus.strapRateRadps[unit][0];
        leanRad[unit] -= STEP_S * (rate + rateRadps[unit]) / 2;
        rateRadps[unit] = rate;
        most = Math.max(most, Math.abs(rate));
        assertEquals(leanRad[unit], leanRad(stimulus, unit), 1e-6);
      }
      assertEquals(trunk.lumbarRad(), leanRad(stimulus, 1) - leanRad(stimulus, 0), 1e-12);
    }
    assertTrue(most > 1);
    assertEquals(-0.1, leanRad(stimulus, 1), 1e-4);
  }

  /// Specific force turned into the world less gravity against the second difference of positions; the hip's own comes from a free trunk of length 0.
  @Test
  void shouldFeelItsAccelerationWhenMoving() {
    Trunk trunk = trunk();
    Trunk hip = new Trunk(new Body(150, 50_000, 0, 0, 0, 60, 50), STEP_S);
    Stimulus before = new Stimulus(0);
    Stimulus here = new Stimulus(0);
    Stimulus after = new Stimulus(0);
    Stimulus hipNow = new Stimulus(0);
    double most = 0;
    double largestStep = 0;
    double[] last = {Double.NaN, Double.NaN};
    for (int i = 0; i < 32_000; i++) {
      Stimulus oldest = before;
      before = here;
      here = after;
      after = oldest;
      step(trunk, i * STEP_S);
      trunk.write(after);
      if (i >= 2) {
        for (int unit = 0; unit < 2; unit++) {
          double[] a = offset(before, unit);
          double[] b = offset(here, unit);
          double[] c = offset(after, unit);
          double forward = (c[0] - 2 * b[0] + a[0]) / STEP_S / STEP_S;
          double up = (c[1] - 2 * b[1] + a[1]) / STEP_S / STEP_S;
          double[] world = world(here, unit);
          double[] hipWorld = world(hipNow, unit);
          // Where a target jumps, the third derivative does, and a difference is off by a sixth of it times the step.
          assertEquals(forward, world[0] - hipWorld[0], 0.1);
          assertEquals(up, world[1] - hipWorld[1], 0.1);
          most = Math.max(most, Math.hypot(forward, up));
          double change = Math.abs(world[0] - last[unit]);
          largestStep = change > largestStep ? change : largestStep;
          last[unit] = world[0];
        }
      }
      step(hip, i * STEP_S);
      hip.write(hipNow);
    }
    assertTrue(most > 20, "most " + most);
    // Continuous: a jump of 0.1 m in a target would be worth more than 500 m/s² at once with a lag of one order less.
    assertTrue(largestStep < 4, "step of " + largestStep);
  }

  private static double[] world(Stimulus stimulus, int unit) {
    double lean = leanRad(stimulus, unit);
    double y = stimulus.strapForceMps2[unit][1];
    double z = stimulus.strapForceMps2[unit][2];
    return new double[]{y * Math.cos(lean) + z * Math.sin(lean), -y * Math.sin(lean) + z * Math.cos(lean)};
  }

  /// The hip's path: twice integrated, its acceleration brings it from the first target to the last.
  @Test
  void shouldMoveTheHipFromTargetToTargetWhenTargetsChange() {
    Trunk hip = new Trunk(new Body(150, 50_000, 0, 0, 0, 60, 50), STEP_S);
    Stimulus stimulus = new Stimulus(0);
    double[] velocity = new double[2];
    double[] position = {-0.2, 0.7};
    for (int i = 0; i < 32_000; i++) {
      step(hip, i * STEP_S);
      hip.write(stimulus);
      double[] acceleration = world(stimulus, 0);
      acceleration[1] -= G;
      for (int axis = 0; axis < 2; axis++) {
        position[axis] += STEP_S * velocity[axis];
        velocity[axis] += STEP_S * acceleration[axis];
      }
    }
    assertEquals(-0.1, position[0], 1e-4);
    assertEquals(1.0, position[1], 1e-4);
  }

  @Test
  void shouldRunBehindByItsLagWhenTheTargetMovesSteadily() {
    Trunk trunk = trunk();
    double timeS = 0;
    for (int i = 0; i < 16_000; i++) {
      timeS = i * STEP_S;
      trunk.step(0.5 * timeS, 0, 1, 0, G);
    }
    // A target that stays for a step is on average half a step old.
    assertEquals(Trunk.LAG_S - STEP_S, timeS - trunk.leanRad() / 0.5, STEP_S);
    assertEquals(0.04, Trunk.LAG_S, 0.002);
  }
}

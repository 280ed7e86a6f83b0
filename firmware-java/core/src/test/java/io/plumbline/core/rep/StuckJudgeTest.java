package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.motion.MotionCurve;
import org.junit.jupiter.api.Test;

class StuckJudgeTest {
  private static final double SLOW_MPS = 0.4;
  private static final double CALM_MPS = 0.004;
  private static final double SHAKING_MPS = 0.035;
  private static final int HZ = 500;

  private static TopHold hold(double sunkM, double sunkSdM, double swungM, double tremorMps) {
    TopHold hold = new TopHold();
    hold.heldS = 0.8;
    hold.sunkM = sunkM;
    hold.sunkSdM = sunkSdM;
    hold.swungM = swungM;
    hold.tremorMps = tremorMps;
    return hold;
  }

  @Test
  void shouldFindABarStuckWhenItSurelySinks() {
    assertTrue(StuckJudge.isStuck(hold(0.008, 0.001, 0, Double.NaN), SLOW_MPS, 0));
    assertFalse(StuckJudge.isStuck(hold(0.001, 0.001, 0, Double.NaN), SLOW_MPS, 0));
    assertFalse(StuckJudge.isStuck(hold(-0.008, 0.001, 0, Double.NaN), SLOW_MPS, 0));
  }

  @Test
  void shouldBelieveInALockoutWhenTheSinkingIsWithinItsDoubt() {
    assertFalse(StuckJudge.isStuck(hold(0.008, 0.008, 0, Double.NaN), SLOW_MPS, 0));
  }

  @Test
  void shouldLetTheTremorDecideWhenTheSinkingIsInDoubt() {
    assertTrue(StuckJudge.isStuck(hold(0.01, 0.007, 0, SHAKING_MPS), SLOW_MPS, 0));
    assertFalse(StuckJudge.isStuck(hold(0.01, 0.007, 0, CALM_MPS), SLOW_MPS, 0));
  }

  @Test
  void shouldDoubtALowLockoutWhenTheBarSinksALittle() {
    TopHold hold = hold(0.004, 0.001, 0, Double.NaN);
    assertTrue(StuckJudge.isStuck(hold, SLOW_MPS, 1));
    assertFalse(StuckJudge.isStuck(hold, SLOW_MPS, 0));
    TopHold clearer = hold(0.0055, 0.001, 0, Double.NaN);
    assertTrue(StuckJudge.isStuck(clearer, SLOW_MPS, 0.9));
  }

  @Test
  void shouldNotFindAStillBarStuckWhenOnlyTheHandsTremble() {
    assertFalse(StuckJudge.isStuck(hold(0, 0.001, 0, SHAKING_MPS), SLOW_MPS, 0));
  }

  @Test
  void shouldTakeASwingForWhatItIsWhenTheBarCameBackByMore() {
    assertTrue(StuckJudge.isStuck(hold(0.008, 0.001, 0.002, Double.NaN), SLOW_MPS, 0));
    assertFalse(StuckJudge.isStuck(hold(0.008, 0.001, 0.02, Double.NaN), SLOW_MPS, 0));
  }

  @Test
  void shouldNotFindABarStuckWhenItRoseAsALightOneDoes() {
    assertFalse(StuckJudge.isStuck(hold(0.012, 0.001, 0, SHAKING_MPS), 0.8, 0));
  }

  @Test
  void shouldAskForMoreWhenItRoseTooFastForAHeavyOne() {
    TopHold hold = hold(0.0065, 0.002, 0, Double.NaN);
    assertTrue(StuckJudge.isStuck(hold, 0.44, 0));
    assertFalse(StuckJudge.isStuck(hold, 0.64, 0));
  }

  @Test
  void shouldSayNothingWhenTheBarWasNotHeld() {
    TopHold hold = hold(0.012, 0.001, 0, SHAKING_MPS);
    hold.clear();
    assertFalse(StuckJudge.isStuck(hold, SLOW_MPS, 0));
  }

  /// Heights in m at these times in s, straight lines between them.
  private static MotionCurve curve(double velocitySdMps, double... timesAndHeights) {
    int size = (int) (timesAndHeights[timesAndHeights.length - 2] * HZ);
    long[] timesNs = new long[size];
    double[] heightsM = new double[size];
    double[] velocitiesMps = new double[size];
    int k = 0;
    for (int i = 0; i < size; i++) {
      double s = (double) i / HZ;
      while (s > timesAndHeights[k + 2]) {
        k += 2;
      }
      double slope = (timesAndHeights[k + 3] - timesAndHeights[k + 1]) / (timesAndHeights[k + 2] - timesAndHeights[k]);
      timesNs[i] = Math.round(s * 1e9);
      heightsM[i] = timesAndHeights[k + 1] + slope * (s - timesAndHeights[k]);
      velocitiesMps[i] = slope;
    }
    MotionCurve curve = new MotionCurve();
    curve.load(timesNs, heightsM, velocitiesMps, velocitySdMps, size);
    return curve;
  }

  /// A stroke down that is taken to begin within the sinking, as it does where the bar creeps.
  @Test
  void shouldSeeTheBarSinkWhenItStandsOnceMoreBeforeItIsLetDown() {
    MotionCurve curve = curve(0.004, 0, 0, 1, 0, 2, 0.53, 2.15, 0.53, 2.65, 0.522, 2.85, 0.522, 5, 0, 6, 0);
    TopHold hold = new TopHold();
    hold.measure(curve, 2 * HZ, (int) (2.45 * HZ));
    assertEquals(0.5, hold.heldS, 0.02);
    assertEquals(0.0065, hold.sunkM, 0.0015);
    assertEquals(0.004 * hold.heldS, hold.sunkSdM, 1e-6);
    assertEquals(hold.sunkM - hold.sunkSdM, hold.surelySunkM(1), 1e-9);
    assertEquals(0, hold.surelySunkM(4), 1e-9);
    hold.measure(curve(0, 0, 0, 1, 0, 2, 0.53, 2.85, 0.53, 5, 0, 6, 0), 2 * HZ, (int) (2.85 * HZ));
    assertEquals(0, hold.sunkM, 1e-4);
    hold.measure(curve(0, 0, 0, 1, 0, 2, 0.53, 2.3, 0.53, 5, 0, 6, 0), 2 * HZ, (int) (2.3 * HZ));
    assertEquals(0, hold.heldS);
  }
}

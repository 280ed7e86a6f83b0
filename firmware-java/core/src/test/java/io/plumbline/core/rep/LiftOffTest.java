package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LiftOffTest {
  private final LiftOff liftOff = new LiftOff(LiftOff.Params.DEFAULT);

  @Test
  void shouldFindTheLiftOffWhenTheFloorReactionFallsEvenly() {
    for (double tensionS : new double[]{0.12, 0.3, 0.5}) {
      SyntheticBar bar = SyntheticBar.lifted(1.5 - tensionS, 1.5, 0.5, 1, 3.5);

      assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.45), bar.entryAt(2.6), bar.entryAt(2.6)));

      assertEquals(1.5, liftOff.times().lastNs() * 1e-9, 0.006, "tension of " + tensionS + " s");
      assertTrue(liftOff.times().lastSdS() < 0.01);
    }
  }

  @Test
  void shouldTellTheLagWhenOneSideFollows() {
    SyntheticBar bar = new SyntheticBar(3.5, t -> 0.5 * SyntheticBar.smooth((t - 1.54) / 1),
        t -> SyntheticBar.floorN(t, 1.1, 1.5), t -> SyntheticBar.floorN(t, 1.1, 1.54));

    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.5), bar.entryAt(2.6), bar.entryAt(2.6)));

    assertEquals(0.04, liftOff.times().lagS(), 0.006);
    assertEquals(liftOff.times().ns(1), liftOff.times().lastNs());
  }

  /// The estimate has a bump of 0.03 m/s, the cells feel none.
  @Test
  void shouldTellWhatForceDoesNotConfirmOfTheVelocity() {
    DoubleUnaryOperator bump = t -> t < 1.5
        ? 0
        : SyntheticBar.SIDE_KG * 0.03 * 2 * Math.PI * Math.sin(4 * Math.PI * (t - 1.5));
    DoubleUnaryOperator floor = t -> SyntheticBar.floorN(t, 1.2, 1.5) + bump.applyAsDouble(t);
    SyntheticBar bar = new SyntheticBar(2.6, t -> 0.5 * SyntheticBar.smooth(t - 1.5), floor, floor);
    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.45), bar.entryAt(2.5), bar.entryAt(2.5)));
    assertEquals(0.03, liftOff.gainedTooMuchMps(bar.curve, bar.loads, bar.entryAt(1.515), bar.entryAt(1.75)), 0.01);

    SyntheticBar right = SyntheticBar.lifted(1.2, 1.5, 0.5, 1, 2.6);
    assertTrue(liftOff.find(right.curve, right.loads, 0, right.entryAt(1.45), right.entryAt(2.5), right.entryAt(2.5)));
    assertEquals(0, liftOff.gainedTooMuchMps(right.curve, right.loads, right.entryAt(1.515), right.entryAt(1.75)),
        0.004);
  }

  /// The floor's last two newtons of 550 are less than what tells that a side stands.
  @Test
  void shouldFindTheLastTouchWhenThePlatesHoverFirst() {
    DoubleUnaryOperator floor = t -> SyntheticBar.floorN(t, 1.1, 1.42)
        + 2.5 * Math.sin(Math.PI * Math.clamp((t - 1.44) / 0.06, 0, 1));
    SyntheticBar bar = new SyntheticBar(3.5, t -> 0.5 * SyntheticBar.smooth((t - 1.5) / 1), floor, floor);

    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.48), bar.entryAt(2.6), bar.entryAt(2.6)));

    assertEquals(1.5, liftOff.times().lastNs() * 1e-9, 0.012);
  }

  /// A slow pull leaves next to nothing on the floor for a while, until the lifter drives: what goes then tells the time, not what is left.
  @Test
  void shouldFindTheDriveWhenTheFloorHardlyCarriesAnythingBefore() {
    DoubleUnaryOperator floor = t -> SyntheticBar.floorN(t, 0.9, 1.44) + 5 * Math.clamp((1.5 - t) / 0.06, 0, 1);
    SyntheticBar bar = new SyntheticBar(3.5, t -> 0.5 * SyntheticBar.smooth((t - 1.5) / 0.8), floor, floor);

    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.48), bar.entryAt(2.4), bar.entryAt(2.4)));

    assertEquals(1.5, liftOff.times().lastNs() * 1e-9, 0.008);
    assertTrue(liftOff.times().lastSdS() < 0.009, liftOff.times().lastSdS() + " s");
  }

  /// A jerked sleeve comes up through the play of the plates and is stopped by them, while they stand.
  @Test
  void shouldFindTheLiftOffWhenTheSleeveIsStoppedByThePlatesBefore() {
    DoubleUnaryOperator play = t -> 0.0015 * SyntheticBar.smooth((t - 1.455) / 0.04);
    double step = 0.003;
    DoubleUnaryOperator floor = t -> SyntheticBar.floorN(t, 1.42, 1.5) + SyntheticBar.SIDE_KG
        * (play.applyAsDouble(t + step) - 2 * play.applyAsDouble(t) + play.applyAsDouble(t - step)) / (step * step);
    SyntheticBar bar = new SyntheticBar(3.5,
        t -> play.applyAsDouble(t) + 0.5 * SyntheticBar.smooth((t - 1.5) / 0.8), floor, floor);

    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.5), bar.entryAt(2.4), bar.entryAt(2.4)));

    assertEquals(1.5, liftOff.times().lastNs() * 1e-9, 0.006);
  }

  @Test
  void shouldSayWhetherASideStoodUntilItsLiftOff() {
    SyntheticBar bar = new SyntheticBar(3.5, t -> 0.5 * SyntheticBar.smooth((t - 1.54) / 1),
        t -> SyntheticBar.floorN(t, 1.1, 1.45), t -> SyntheticBar.floorN(t, 1.1, 1.54));

    assertTrue(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.5), bar.entryAt(2.6), bar.entryAt(2.6)));

    double left = liftOff.times().ns(0);
    double right = liftOff.times().ns(1);
    assertTrue(liftOff.standsBetween(bar.curve, bar.loads, 1, left, right), "the right side does");
    assertFalse(liftOff.standsBetween(bar.curve, bar.loads, 0, left + 1e7, right), "the left side hangs already");
  }

  @Test
  void shouldRefuseWhenTheBarHangsAllTheTime() {
    SyntheticBar bar = new SyntheticBar(3.5, t -> 0.5 * SyntheticBar.smooth(t - 1.5), t -> 0, t -> 0);

    assertFalse(liftOff.find(bar.curve, bar.loads, 0, bar.entryAt(1.5), bar.entryAt(2.5), bar.entryAt(2.5)));
  }

  @Test
  void shouldFollowTheVelocityBackWhenThereAreNoCells() {
    // v = j t²/2 at first: minimum jerk begins with steady jerk.
    SyntheticBar bar = SyntheticBar.lifted(1.2, 1.5, 0.5, 1, 3.5);
    OnsetByMotion onset = new OnsetByMotion(OnsetByMotion.Params.DEFAULT);

    assertTrue(onset.find(bar.curve, 0, bar.entryAt(1.45), bar.entryAt(2.6)));

    assertEquals(1.5, onset.timeNs() * 1e-9, 2 * onset.sdS());
  }
}

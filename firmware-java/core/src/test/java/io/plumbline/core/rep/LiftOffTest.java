package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TouchDownTest {
  private static final double LANDS_S = 4;
  private static final double SPEED_MPS = 0.3;

  private final TouchDown touchDown = new TouchDown(TouchDown.Params.DEFAULT);

  /// Up from 1.5 to 2.5 s, down from 3 s, meets the floor at 0.3 m/s and gives by 3 mm.
  private static double heightM(double t) {
    if (t < 3) {
      return 0.5 * SyntheticBar.smooth(t - 1.5);
    }
    double s = t - 3;
    double fall = 0.5 - (1.5 - 2 * SPEED_MPS / 2) * s * s + (1 - SPEED_MPS) * s * s * s;
    return t < LANDS_S ? fall : -0.003 * (1 - Math.exp((LANDS_S - t) * SPEED_MPS / 0.003));
  }

  @Test
  void shouldFindTheTouchDownAndItsSpeedWhenTheFloorStopsTheBar() {
    SyntheticBar bar = new SyntheticBar(5, TouchDownTest::heightM, t -> t < LANDS_S ? 0 : 600,
        t -> t < LANDS_S ? 0 : 600);
    RepSpan span = bar.span(1.5, 2.5);
    span.down = bar.entryAt(3);
    span.downEnd = bar.entryAt(4.02);

    assertTrue(touchDown.find(bar.curve, bar.loads, span));

    assertEquals(LANDS_S, touchDown.timeNs() * 1e-9, 0.008);
    assertEquals(SPEED_MPS, touchDown.speedMps(), 0.04);
  }

  @Test
  void shouldFindNoneWhenTheBarIsStoppedInTheAir() {
    SyntheticBar bar = new SyntheticBar(5, t -> 0.5 * SyntheticBar.smooth(t - 1.5) - 0.3 * SyntheticBar.smooth(t - 3),
        t -> 0, t -> 0);
    RepSpan span = bar.span(1.5, 2.5);
    span.down = bar.entryAt(3);
    span.downEnd = bar.entryAt(4);

    assertFalse(touchDown.find(bar.curve, bar.loads, span));
  }
}

package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.BarSetup;
import org.junit.jupiter.api.Test;

class SlackMeterTest {
  private static final double LOAD_KG = 120;

  private final SlackMeter meter = new SlackMeter(SlackMeter.Params.DEFAULT, BarSetup.DEFAULT);
  private final RepMeasures rep = new RepMeasures();

  private void measure(SyntheticBar bar, double offS) {
    rep.reset();
    rep.loadTotalKg = LOAD_KG;
    meter.measure(bar.curve, bar.loads, bar.forces, bar.span(offS, offS + 1), rep);
  }

  @Test
  void shouldGradeTautWhenTensionIsBuiltUpCalmly() {
    measure(SyntheticBar.lifted(1, 1.8, 0.5, 1, 3.5), 1.8);

    // A force that rises evenly from nothing is no lifter's: it is taken to have begun a little earlier.
    assertEquals(0.82, rep.tensionS, 0.04);
    assertEquals(100 / 0.8, rep.peakLoadingPctps, 8);
    assertEquals(0, rep.plateauS);
    assertEquals(RepMeasures.SlackGrade.TAUT, rep.slackGrade);
  }

  @Test
  void shouldGradeHurriedWhenTensionTakesFourTenths() {
    measure(SyntheticBar.lifted(1.4, 1.8, 0.5, 1.2, 3.5), 1.8);

    assertEquals(RepMeasures.SlackGrade.HURRIED, rep.slackGrade);
  }

  @Test
  void shouldGradeJerkedWhenTheBarIsYanked() {
    measure(SyntheticBar.lifted(1.65, 1.8, 0.5, 1.2, 3.5), 1.8);

    assertEquals(0.15, rep.tensionS, 0.02);
    assertEquals(RepMeasures.SlackGrade.JERKED, rep.slackGrade);
  }

  @Test
  void shouldTellThePlateauWhenTensionIsHeld() {
    double half = SyntheticBar.floorN(0, 1, 2);
    SyntheticBar bar = new SyntheticBar(4, t -> 0.5 * SyntheticBar.smooth(t - 2.2), t -> half * heldShare(t),
        t -> half * heldShare(t));
    measure(bar, 2.2);

    assertEquals(0.8, rep.plateauShare, 0.02);
    assertEquals(0.7, rep.plateauS, 0.08);
    assertTrue(rep.tensionS > 1.1);
  }

  /// What is left on the floor: all until 1 s, a fifth from 1.4 to 2.1 s, nothing from 2.2 s on.
  private static double heldShare(double t) {
    return t < 1.4 ? 1 - 0.8 * Math.clamp((t - 1) / 0.4, 0, 1) : 0.2 * (1 - Math.clamp((t - 2.1) / 0.1, 0, 1));
  }

  @Test
  void shouldTellNothingWhenTheLiftBeganInTheAir() {
    SyntheticBar bar = SyntheticBar.lifted(1, 1.8, 0.5, 1, 3.5);
    RepSpan span = bar.span(1.8, 2.8);
    span.fromFloor = false;
    rep.reset();
    rep.loadTotalKg = LOAD_KG;

    meter.measure(bar.curve, bar.loads, bar.forces, span, rep);

    assertTrue(Double.isNaN(rep.tensionS));
    assertEquals(RepMeasures.SlackGrade.UNKNOWN, rep.slackGrade);
  }
}

package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.BarSetup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/// Bars that are moved and never put down, by cells whose zero nobody knows.
class LoadMeterTest {
  private static final double PLATES_KG = 50;
  private static final double DOWN_AT_S = 1;
  private static final double UP_AT_S = 2;
  private static final double END_S = 4;

  private final LoadMeter meter = new LoadMeter(LoadMeter.Params.DEFAULT, BarSetup.DEFAULT);
  private final RepMeasures rep = new RepMeasures();

  private static SyntheticBar squatted(double wayM, double leftZeroN, double rightZeroN) {
    return SyntheticBar.held(END_S,
        t -> wayM * (SyntheticBar.smooth(t - UP_AT_S) - SyntheticBar.smooth(t - DOWN_AT_S)), leftZeroN, rightZeroN);
  }

  private void measure(SyntheticBar bar) {
    RepSpan span = bar.span(UP_AT_S, UP_AT_S + 1);
    span.fromFloor = false;
    span.down = bar.entryAt(DOWN_AT_S);
    span.downEnd = bar.entryAt(UP_AT_S);
    rep.reset();
    meter.measure(bar.curve, bar.loads, span, rep);
  }

  @ParameterizedTest
  @CsvSource({"8,-5", "-8,-8", "0,0", "12,3"})
  void shouldWeighThePlatesWhenTheZeroIsOffAndTheBarMoves(double leftZeroN, double rightZeroN) {
    measure(squatted(0.6, leftZeroN, rightZeroN));

    assertEquals(PLATES_KG, rep.loadLeftKg, 0.15);
    assertEquals(PLATES_KG, rep.loadRightKg, 0.15);
    assertEquals(0, rep.loadLeftKg - rep.loadRightKg, 2 * rep.loadDifferenceSdKg);
  }

  @Test
  void shouldDoubtTheLoadWhenTheBarHardlyMoved() {
    BarSetup weighed = new BarSetup(BarSetup.DEFAULT.mounts(), BarSetup.DEFAULT.levers(), 0, Double.NaN, 20, 6.7,
        SyntheticBar.GRAVITY_MPS2, BarSetup.WEIGHED_GAIN_SD);
    LoadMeter sure = new LoadMeter(LoadMeter.Params.DEFAULT, weighed);
    SyntheticBar still = SyntheticBar.held(END_S, t -> 0, 8, 8);
    RepSpan span = still.span(DOWN_AT_S, UP_AT_S);
    span.fromFloor = false;
    rep.reset();
    sure.measure(still.curve, still.loads, span, rep);

    assertEquals(2 * PLATES_KG + 20, rep.loadTotalKg, 3 * rep.loadTotalSdKg);
    assertTrue(rep.loadTotalSdKg > 0.5, "SD of the load is " + rep.loadTotalSdKg);
  }

  @Test
  void shouldTakeTheZeroOffThePullsWhenItWasLearned() {
    SyntheticBar bar = squatted(0.6, 9, -9);
    int top = bar.entryAt(0.5);
    double before = bar.loads.pullN(1, top) - bar.loads.pullN(0, top);
    measure(bar);

    assertEquals(18, before, 0.5);
    assertEquals(0, bar.loads.pullN(1, top) - bar.loads.pullN(0, top), 1.5);
  }
}

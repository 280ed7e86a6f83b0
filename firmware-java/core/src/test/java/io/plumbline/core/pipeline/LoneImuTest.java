package io.plumbline.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.LiftStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bar that bends and is lifted askew, with one IMU by a collar.
class LoneImuTest {
  private static final double PEAK_ERROR_MPS = 0.012;
  private static final double WIDE_SDS = 3;

  private record Seen(double peakMps, double peakSdMps, double romM, double romSdM, double tiltRad, double tiltSdRad,
      boolean severalImus, double leftKg, double rightKg, double differenceSdKg) {}

  private static Seen lift(BendingBar bar) {
    List<Seen> reps = new ArrayList<>();
    BarPipeline pipeline = new BarPipeline(BendingBar.setup(), new PipelineListener() {
      @Override
      public void onPhase(long timeNs, Phase phase) {}

      @Override
      public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

      @Override
      public void onRep(RepMeasures r) {
        reps.add(new Seen(r.peakConcentricMps, r.peakConcentricSdMps, r.rangeOfMotionM, r.rangeOfMotionSdM,
            r.peakTiltRad, r.peakTiltSdRad, r.severalImus, r.loadLeftKg, r.loadRightKg, r.loadDifferenceSdKg));
      }
    });
    pipeline.setStart(LiftStart.FLOOR);
    bar.play(pipeline);
    assertEquals(1, reps.size());
    return reps.getFirst();
  }

  @ParameterizedTest
  @CsvSource({"RIGHT,true,0.04,1", "LEFT,true,0.04,2", "RIGHT,false,0.04,3", "LEFT,false,0.04,4", "RIGHT,true,-0.04,5",
      "LEFT,false,-0.04,6", "RIGHT,false,0,7", "LEFT,true,0,8"})
  void shouldMeasureTheHandsWhenTheBarBendsAndTilts(ImuSite site, boolean cells, double tiltRad, long seed) {
    BendingBar bar = new BendingBar(seed);
    bar.sites = Set.of(site);
    bar.cells = cells;
    bar.tiltRad = tiltRad;
    Seen rep = lift(bar);
    assertEquals(BendingBar.PEAK_MPS, rep.peakMps, PEAK_ERROR_MPS);
    assertEquals(BendingBar.PEAK_MPS, rep.peakMps, WIDE_SDS * rep.peakSdMps);
    assertEquals(BendingBar.RISE_M, rep.romM, 0.008);
    assertEquals(BendingBar.RISE_M, rep.romM, WIDE_SDS * rep.romSdM);
    assertFalse(rep.severalImus);
  }

  @ParameterizedTest
  @CsvSource({"RIGHT,0.04,11", "LEFT,0.04,12", "RIGHT,-0.03,13", "LEFT,0,14"})
  void shouldTellTheTiltWhenOneImuHasLoadCellsBesideIt(ImuSite site, double tiltRad, long seed) {
    BendingBar bar = new BendingBar(seed);
    bar.sites = Set.of(site);
    bar.cells = true;
    bar.tiltRad = tiltRad;
    Seen rep = lift(bar);
    assertEquals(tiltRad, rep.tiltRad, WIDE_SDS * rep.tiltSdRad);
    assertTrue(rep.tiltSdRad < 0.006, "SD of the tilt is " + rep.tiltSdRad);
  }

  @ParameterizedTest
  @CsvSource({"RIGHT,0.08,15", "LEFT,0.08,16", "RIGHT,-0.08,17", "LEFT,0,18"})
  void shouldWeighTheEndWithoutAPodWhenTheBarTilts(ImuSite site, double tiltRad, long seed) {
    BendingBar bar = new BendingBar(seed);
    bar.sites = Set.of(site);
    bar.cells = true;
    bar.tiltRad = tiltRad;
    double platesKg = bar.plateKg - BendingBar.setup().outboardKg();
    Seen rep = lift(bar);
    assertEquals(platesKg, rep.leftKg, 0.4);
    assertEquals(platesKg, rep.rightKg, 0.4);
    assertEquals(0, rep.leftKg - rep.rightKg, WIDE_SDS * rep.differenceSdKg);
  }

  @Test
  void shouldSayNothingOfTheTiltWhenOneImuIsAlone() {
    Seen rep = lift(new BendingBar(21));
    assertTrue(Double.isNaN(rep.tiltRad) && Double.isNaN(rep.tiltSdRad));
  }

  @Test
  void shouldDoubtMoreWhenOneImuIsAloneThanWhenThereAreTwo() {
    BendingBar two = new BendingBar(31);
    two.sites = Set.of(ImuSite.LEFT, ImuSite.RIGHT);
    Seen both = lift(two);
    assertTrue(both.severalImus);
    assertTrue(lift(new BendingBar(31)).peakSdMps > both.peakSdMps);
    assertEquals(0.04, both.tiltRad, WIDE_SDS * both.tiltSdRad);
  }
}

package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import org.junit.jupiter.api.Test;

class RepMetersTest {
  private static final double LOAD_KG = 120;

  private final RepMeasures rep = new RepMeasures();
  private final SyntheticBar bar = SyntheticBar.lifted(1, 1.8, 0.5, 1, 4);
  private final RepSpan span = bar.span(1.8, 2.8);

  RepMetersTest() {
    rep.reset();
    rep.concentricS = 1;
  }

  @Test
  void shouldWeighThePlatesWhenTheBarHangs() {
    new LoadMeter(LoadMeter.Params.DEFAULT, BarSetup.DEFAULT).measure(bar.curve, bar.loads, span, rep);

    assertEquals(50, rep.loadLeftKg, 0.1);
    assertEquals(50, rep.loadRightKg, 0.1);
    assertEquals(LOAD_KG, rep.loadTotalKg, 0.2);
    assertTrue(rep.loadTotalSdKg > 0.2 && rep.loadTotalSdKg < 1);
  }

  @Test
  void shouldGiveWorkAndImpulseOfALiftWhenItsLoadIsKnown() {
    rep.loadTotalKg = LOAD_KG;

    new PowerMeter(BarSetup.DEFAULT).measure(bar.curve, bar.loads, span, rep);

    // From rest to rest: the work is m g h, the impulse m g t.
    assertEquals(LOAD_KG * SyntheticBar.GRAVITY_MPS2 * 0.5, rep.workJ, 2);
    assertEquals(LOAD_KG * SyntheticBar.GRAVITY_MPS2 * 0.5, rep.meanPowerW, 6);
    assertEquals(LOAD_KG * SyntheticBar.GRAVITY_MPS2, rep.impulseNs, 6);
    // Minimum jerk: its largest acceleration is 5.77 h/t².
    assertEquals(LOAD_KG * (SyntheticBar.GRAVITY_MPS2 + 5.77 * 0.5), rep.peakForceN, 8);
  }

  @Test
  void shouldTellNoPowerWhenNoLoadIsKnown() {
    new PowerMeter(BarSetup.DEFAULT).measure(bar.curve, bar.loads, span, rep);

    assertTrue(Double.isNaN(rep.meanPowerW));
    assertTrue(Double.isNaN(rep.impulseNs));
  }

  @Test
  void shouldShareTheImpulseEvenlyWhenBothSidesCarryTheSame() {
    new SymmetryMeter(SymmetryMeter.Params.DEFAULT).measure(bar.curve, bar.loads, span, rep);

    assertEquals(0.5, rep.leftShare, 1e-6);
    assertEquals(0, rep.peakTiltRad, 1e-9);
  }

  @Test
  void shouldFindTheStickingPointWhenTheVelocityDips() {
    // v = 0.5 + 0.25 cos(2π t/0.8): slowest, 0.25 m/s, after 0.4 s.
    SyntheticBar dipping = new SyntheticBar(1,
        t -> 0.5 * t + 0.25 * 0.8 / (2 * Math.PI) * Math.sin(2 * Math.PI * t / 0.8),
        t -> 0, t -> 0);

    VelocityMeter.measure(dipping.curve, dipping.span(0, 0.8), rep);

    assertEquals(0.25, rep.stickingMps, 0.02);
    assertEquals(0.2, rep.stickingHeightM, 0.01);
    double firstS = 0.1 / rep.firstTenCentimetresMps;
    assertEquals(0.1, 0.5 * firstS + 0.25 * 0.8 / (2 * Math.PI) * Math.sin(2 * Math.PI * firstS / 0.8), 1e-3);
  }

  @Test
  void shouldTellNoStickingPointWhenTheVelocityHasOnePeak() {
    VelocityMeter.measure(bar.curve, span, rep);

    assertTrue(Double.isNaN(rep.stickingMps));
    assertTrue(rep.firstTenCentimetresMps > 0.2);
  }

  @Test
  void shouldTellAQuietLockoutWhenTheBarStandsAtTheTop() {
    span.down = bar.entryAt(3.5);
    span.downEnd = bar.entryAt(3.9);
    rep.turnaroundS = 0.7;

    LockoutMeter.measure(bar.curve, span, 1, rep);

    assertEquals(0.7, rep.lockoutS);
    assertEquals(0, rep.lockoutUnrestMps, 2e-3);
    assertEquals(0, rep.leanBackM, 1e-9);
  }

  @Test
  void shouldRememberTheHardestJoltWhenAsked() {
    ImpactTrack track = new ImpactTrack(9.80665);
    SensorFrame frame = new SensorFrame();
    for (int ms = 0; ms < 100; ms++) {
      frame.reset(ms * 1_000_000L);
      frame.set(Channel.LEFT_HX, 0);
      frame.set(Channel.LEFT_HY, 0);
      frame.set(Channel.LEFT_HZ, 9.80665 + (ms == 50 ? 300 : 0));
      track.add(frame);
    }

    assertEquals(300, track.peakMps2(40_000_000L, 60_000_000L), 1e-9);
    assertEquals(0, track.peakMps2(60_000_000L, 90_000_000L), 1e-9);
    assertTrue(Double.isNaN(track.peakMps2(200_000_000L, 300_000_000L)));
  }

  @Test
  void shouldFindTheSignsWhenACellTellsMagnitudesOnly() {
    double[] pull = new double[200];
    double[] signed = new double[200];
    for (int i = 0; i < 200; i++) {
      signed[i] = i < 100 ? -32 : Math.min(500, -32 + 8.0 * (i - 100));
      pull[i] = Math.abs(signed[i]);
    }

    LoadSigns.find(pull, 200);

    for (int i = 0; i < 200; i++) {
      assertEquals(signed[i], pull[i], 1e-9, "entry " + i);
    }
  }
}

package io.plumbline.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarPipelineTest {
  private static final double PEAK_TO_MEAN = 1.875;

  /// What is worth keeping of a rep after the listener's call.
  record Seen(double startS, double meanMps, double meanSdMps, double peakMps, double peakSdMps, double romM,
      double romSdM,
      double concentricS, double eccentricS, double turnaroundS, double forwardMaxM, double forwardSdM, double loadKg,
      double leftKg, boolean restBefore, boolean restAfter, boolean gap, boolean saturated, int tracePoints) {}

  private static final class Recorder implements PipelineListener {
    final List<Seen> reps = new ArrayList<>();
    final List<Phase> phases = new ArrayList<>();
    final List<Double> provisionalMps = new ArrayList<>();

    @Override
    public void onPhase(long timeNs, Phase phase) {
      phases.add(phase);
    }

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {
      provisionalMps.add(meanConcentricMps);
    }

    @Override
    public void onRep(RepMeasures r) {
      reps.add(new Seen(r.concentricStartNs * 1e-9 - 1, r.meanConcentricMps, r.meanConcentricSdMps, r.peakConcentricMps,
          r.peakConcentricSdMps, r.rangeOfMotionM, r.rangeOfMotionSdM, r.concentricS, r.eccentricS, r.turnaroundS,
          r.forwardMaxM, r.forwardSdM, r.loadTotalKg, r.loadLeftKg, r.restBefore, r.restAfter, r.gap, r.saturated,
          r.trace.size));
    }
  }

  private static Recorder play(ScriptedBar bar) {
    Recorder recorder = new Recorder();
    bar.play(new BarPipeline(ScriptedBar.facingForward(), recorder));
    return recorder;
  }

  private static ScriptedBar deadlifts(long seed, int reps, double upS, double lockoutS, double pauseS) {
    ScriptedBar bar = new ScriptedBar(seed).hold(3);
    for (int i = 0; i < reps; i++) {
      bar.moveTo(0.55, upS).hold(lockoutS).moveTo(0, 1.2).hold(pauseS);
    }
    return bar.hold(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldMeasureEveryRepWhenTheBarRestsBetween(long seed) {
    ScriptedBar bar = deadlifts(seed, 5, 1.1, 0.8, 1.2);
    bar.forwardM = 0.03;
    List<Seen> reps = play(bar).reps;
    assertEquals(5, reps.size());
    for (int i = 0; i < 5; i++) {
      Seen r = reps.get(i);
      double start = bar.startS(2 * i);
      assertAll(() -> assertEquals(start, r.startS, 0.03), () -> assertEquals(0.5, r.meanMps, 0.015),
          () -> assertEquals(0.5 * PEAK_TO_MEAN, r.peakMps, 0.006), () -> assertEquals(0.55, r.romM, 0.005),
          () -> assertEquals(1.1, r.concentricS, 0.04), () -> assertEquals(1.2, r.eccentricS, 0.06),
          () -> assertEquals(0.8, r.turnaroundS, 0.08), () -> assertEquals(0.03, r.forwardMaxM, 0.01),
          () -> assertTrue(r.restBefore && r.restAfter && !r.gap && !r.saturated),
          () -> assertEquals(200, r.tracePoints));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1.0, 2.0, 3.0, 4.0})
  void shouldNotTakeALiftForARestWhenItIsSlowAndSmooth(double upS) {
    ScriptedBar bar = deadlifts(11, 3, upS, 1.5, 1.5);
    List<Seen> reps = play(bar).reps;
    assertEquals(3, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55 / upS * PEAK_TO_MEAN, r.peakMps, 0.01);
      assertEquals(0.55, r.romM, 0.012);
    }
  }

  @Test
  void shouldMeasureEachRepOnceWhenTheLockoutIsHeldStill() {
    ScriptedBar bar = deadlifts(12, 3, 1, 4, 1.5);
    List<Seen> reps = play(bar).reps;
    assertEquals(3, reps.size());
    for (Seen r : reps) {
      assertEquals(4, r.turnaroundS, 0.1);
      assertEquals(0.55, r.romM, 0.005);
    }
  }

  @Test
  void shouldPairTheDescentBeforeWhenTheLiftStartsAtTheTop() {
    ScriptedBar bar = new ScriptedBar(13).hold(3);
    for (int i = 0; i < 4; i++) {
      bar.moveTo(-0.6, 1.4).moveTo(0, 0.9).hold(0.8);
    }
    List<Seen> reps = play(bar.hold(2)).reps;
    assertEquals(4, reps.size());
    for (Seen r : reps) {
      assertEquals(0.6, r.romM, 0.01);
      assertEquals(1.4, r.eccentricS, 0.06);
      assertEquals(0, r.turnaroundS, 0.03);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 40})
  void shouldNotCountThePickingUpWhenTheBarThenTurnsAboveTheFloor(double plateKg) {
    ScriptedBar bar = new ScriptedBar(17).hold(3).moveTo(0.6, 1.1).hold(1);
    bar.plateKg = plateKg;
    for (int i = 0; i < 4; i++) {
      bar.moveTo(0.1, 1.6).moveTo(0.6, 0.9).hold(0.6);
    }
    List<Seen> reps = play(bar.moveTo(0, 1.3).hold(3)).reps;
    assertEquals(4, reps.size());
    for (Seen r : reps) {
      assertEquals(0.5, r.romM, 0.01);
      assertEquals(1.6, r.eccentricS, 0.06);
    }
  }

  @Test
  void shouldKeepThePairingWhenRepsOfTheSegmentWereToldAlready() {
    ScriptedBar bar = new ScriptedBar(18).hold(3).moveTo(0.6, 1.1).hold(1);
    for (int i = 0; i < 20; i++) {
      bar.moveTo(0.1, 1.6).moveTo(0.6, 0.9).hold(0.6);
    }
    List<Seen> reps = play(bar.moveTo(0, 1.3).hold(3)).reps;
    assertEquals(20, reps.size());
    for (int i = 1; i < reps.size(); i++) {
      assertEquals(3.1, reps.get(i).startS - reps.get(i - 1).startS, 0.2);
    }
  }

  @Test
  void shouldCountEveryRepWhenTheBarNeverRestsInTheSet() {
    ScriptedBar bar = new ScriptedBar(14).hold(3);
    for (int i = 0; i < 8; i++) {
      bar.moveTo(0.5, 0.9).hold(0.1).moveTo(0, 0.9);
    }
    List<Seen> reps = play(bar.hold(3)).reps;
    assertEquals(8, reps.size());
    for (Seen r : reps) {
      assertEquals(0.5, r.romM, 0.01);
    }
  }

  @Test
  void shouldTellRepsInTheMiddleOfALongSetWhenNoRestComes() {
    ScriptedBar bar = new ScriptedBar(15).hold(3);
    for (int i = 0; i < 60; i++) {
      bar.moveTo(0.5, 0.9).hold(0.05).moveTo(0, 0.9).hold(0.05);
    }
    Recorder recorder = new Recorder();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), recorder);
    SensorFrame frame = new SensorFrame();
    long half = Math.round(0.6 * bar.endS() * bar.rateHz);
    for (long i = 0; i < half; i++) {
      bar.fill(frame, i);
      pipeline.accept(frame);
    }
    assertTrue(recorder.reps.size() >= 10, "told while the set goes on: " + recorder.reps.size());
    for (long i = half; i < Math.round(bar.endS() * bar.rateHz); i++) {
      bar.fill(frame, i);
      pipeline.accept(frame);
    }
    pipeline.finish();
    assertEquals(60, recorder.reps.size());
    for (int i = 1; i < 60; i++) {
      assertEquals(1.9, recorder.reps.get(i).startS - recorder.reps.get(i - 1).startS, 0.1, "rep " + i);
    }
  }

  @Test
  void shouldMeasureWithOnePodAndSaySoByItsUncertaintyWhenOnlyOneIsThere() {
    ScriptedBar two = deadlifts(16, 4, 1, 1, 1.5);
    ScriptedBar one = deadlifts(16, 4, 1, 1, 1.5);
    one.sites = Set.of(ImuSite.CENTRE);
    List<Seen> pair = play(two).reps;
    List<Seen> single = play(one).reps;
    assertEquals(4, single.size());
    for (int i = 0; i < 4; i++) {
      assertEquals(0.55, single.get(i).romM, 0.008);
      assertTrue(single.get(i).peakSdMps > pair.get(i).peakSdMps);
    }
  }

  @Test
  void shouldMeasureWhenPodsAreSampledAtDifferentInstants() {
    ScriptedBar bar = deadlifts(17, 4, 1, 1, 1.5);
    bar.alternate = true;
    List<Seen> reps = play(bar).reps;
    assertEquals(4, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55 * PEAK_TO_MEAN, r.peakMps, 0.008);
    }
  }

  @Test
  void shouldGoOnWithTheOtherPodWhenOneDiesInTheSet() {
    ScriptedBar bar = deadlifts(18, 5, 1, 1, 1.5);
    bar.rightDiesS = 10.3;
    List<Seen> reps = play(bar).reps;
    assertEquals(5, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.01);
    }
  }

  @Test
  void shouldWeighThePlatesWhenThereAreLoadCells() {
    ScriptedBar bar = deadlifts(19, 2, 1, 1, 1.5);
    bar.plateKg = 60;
    for (Seen r : play(bar).reps) {
      assertEquals(60, r.leftKg, 0.3);
      assertEquals(140, r.loadKg, 0.6);
    }
  }

  @Test
  void shouldKnowNoLoadWhenThereAreNoLoadCells() {
    for (Seen r : play(deadlifts(20, 2, 1, 1, 1.5)).reps) {
      assertTrue(Double.isNaN(r.loadKg) && Double.isNaN(r.leftKg));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 100, 200, 286, 800, 2000})
  void shouldMeasureWhateverTheSampleRate(double rateHz) {
    ScriptedBar bar = deadlifts(21, 3, 1, 1, 1.5);
    bar.rateHz = rateHz;
    List<Seen> reps = play(bar).reps;
    assertEquals(3, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55 * PEAK_TO_MEAN, r.peakMps, 0.02);
      assertEquals(0.55, r.romM, 0.012);
    }
  }

  @Test
  void shouldCountNothingWhenTheBarOnlyRests() {
    assertEquals(List.of(), play(new ScriptedBar(22).hold(30)).reps);
  }

  @Test
  void shouldCountNothingWhenTheBarIsOnlyNudged() {
    ScriptedBar bar = new ScriptedBar(23).hold(2);
    for (int i = 0; i < 6; i++) {
      bar.moveTo(0.05, 0.4).hold(0.5).moveTo(0, 0.4).hold(1);
    }
    assertEquals(List.of(), play(bar).reps);
  }

  @Test
  void shouldMarkTheRepWhenSamplesAreMissingInIt() {
    ScriptedBar bar = deadlifts(24, 3, 1, 1, 1.5);
    double from = bar.startS(2) + 0.4;
    Recorder recorder = new Recorder();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), recorder);
    SensorFrame frame = new SensorFrame();
    for (long i = 0; i < Math.round(bar.endS() * bar.rateHz); i++) {
      bar.fill(frame, i);
      double t = i / bar.rateHz;
      if (t < from || t > from + 0.08) {
        pipeline.accept(frame);
      }
    }
    pipeline.finish();
    assertEquals(List.of(false, true, false), recorder.reps.stream().map(r -> r.gap).toList());
    assertTrue(recorder.reps.get(1).peakSdMps > recorder.reps.get(0).peakSdMps);
    assertEquals(1, pipeline.quality(ImuSite.LEFT).gaps);
    assertEquals(0.082, pipeline.quality(ImuSite.LEFT).longestGapS, 0.002);
  }

  /// Plays all but the samples in [fromS, toS).
  private static Recorder playWithout(ScriptedBar bar, double fromS, double toS, ImuSite... only) {
    Recorder recorder = new Recorder();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), recorder);
    SensorFrame frame = new SensorFrame();
    SensorFrame left = new SensorFrame();
    for (long i = 0; i < Math.round(bar.endS() * bar.rateHz); i++) {
      bar.fill(frame, i);
      double t = i / bar.rateHz;
      boolean out = t >= fromS && t < toS;
      if (!out) {
        pipeline.accept(frame);
      } else if (only.length > 0) {
        left.reset(frame.timeNs());
        for (int c = only[0].firstChannel(); c < only[0].firstChannel() + 6; c++) {
          left.set(Channel.values()[c], frame.get(c));
        }
        pipeline.accept(left);
      }
    }
    pipeline.finish();
    return recorder;
  }

  @Test
  void shouldBeginAnewWhenTheStreamPausesForLong() {
    ScriptedBar bar = deadlifts(30, 6, 1, 1, 1.5);
    double from = bar.startS(4) + 0.5;
    List<Seen> reps = playWithout(bar, from, from + 6).reps;
    assertTrue(reps.size() >= 4, "two before and two after: " + reps);
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.02);
      assertFalse(r.startS > from + 0.1 && r.startS < from + 6, "no rep inside the pause: " + r);
    }
  }

  @Test
  void shouldUseAPodAgainWhenItComesBack() {
    ScriptedBar bar = deadlifts(31, 6, 1, 1, 1.5);
    double from = bar.startS(2) + 0.3;
    List<Seen> reps = playWithout(bar, from, from + 6, ImuSite.RIGHT).reps;
    assertEquals(6, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.01);
    }
    assertTrue(reps.get(5).peakSdMps < reps.get(2).peakSdMps, "two pods know more than one");
  }

  @Test
  void shouldMarkTheRepAndLoseTrustWhenASensorSaturatesInIt() {
    ScriptedBar bar = deadlifts(25, 2, 1, 1, 1.5);
    Recorder recorder = new Recorder();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), recorder);
    SensorFrame frame = new SensorFrame();
    double hit = bar.startS(1) + 1.15;
    for (long i = 0; i < Math.round(bar.endS() * bar.rateHz); i++) {
      bar.fill(frame, i);
      if (Math.abs(i / bar.rateHz - hit) < 0.004) {
        frame.set(Channel.LEFT_AZ, 156.9);
        frame.set(Channel.RIGHT_AZ, 156.9);
      }
      pipeline.accept(frame);
    }
    pipeline.finish();
    assertEquals(2, recorder.reps.size());
    assertTrue(recorder.reps.get(0).saturated);
    assertFalse(recorder.reps.get(1).saturated, recorder.reps.toString());
    assertEquals(0.55 * PEAK_TO_MEAN, recorder.reps.get(0).peakMps, 0.02);
  }

  @Test
  void shouldSayThatNoRestCameBeforeWhenTheStreamBeginsInMotion() {
    ScriptedBar bar = new ScriptedBar(26).moveTo(0.55, 1).hold(0.3).moveTo(0, 1).hold(1.5).moveTo(0.55, 1).hold(0.3)
        .moveTo(0, 1).hold(2);
    List<Seen> reps = play(bar).reps;
    assertEquals(2, reps.size());
    assertFalse(reps.get(0).restBefore);
    assertTrue(reps.get(1).restBefore);
  }

  @Test
  void shouldTellThePhasesInOrderWhenOneRepIsLifted() {
    assertEquals(List.of(Phase.ASCENT, Phase.LOCKOUT, Phase.DESCENT, Phase.FLOOR, Phase.REST),
        play(deadlifts(27, 1, 1, 1, 1)).phases);
  }

  @Test
  void shouldTellAProvisionalVelocityWhenTheTopIsReached() {
    Recorder recorder = play(deadlifts(28, 3, 1, 1, 1.5));
    assertEquals(3, recorder.provisionalMps.size());
    for (double mps : recorder.provisionalMps) {
      assertEquals(0.55, mps, 0.08);
    }
  }

  @Test
  void shouldLearnTheGyroBiasWhenTheBarRests() {
    ScriptedBar bar = new ScriptedBar(29).hold(5);
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), new Recorder());
    bar.play(pipeline);
    assertEquals(0.004 * Math.sqrt(3), pipeline.quality(ImuSite.LEFT).gyroBiasRadps, 2e-4);
    assertEquals(1000, pipeline.quality(ImuSite.LEFT).rateHz, 0.5);
  }

  @Test
  void shouldIgnoreAnIncompletePodWhenAxesAreMissing() {
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), new Recorder());
    SensorFrame frame = new SensorFrame();
    for (int i = 0; i < 1000; i++) {
      frame.reset(1_000_000L * i);
      frame.set(Channel.LEFT_AX, 0);
      pipeline.accept(frame);
    }
    pipeline.finish();
    assertEquals(0, pipeline.quality(ImuSite.LEFT).samples);
  }
}

package io.plumbline.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// What sensors do when they fail: no rep is lost, doubled or told with a certainty that is not there.
class BarPipelineFaultTest {
  private static final Channel[][] PODS = {{Channel.LEFT_GX, Channel.LEFT_AY, Channel.LEFT_AZ},
      {Channel.RIGHT_GX, Channel.RIGHT_AY, Channel.RIGHT_AZ}};

  private record Seen(double startS, double romM, double romSdM, double eccentricS, double forwardEndM,
      double loadKg) {}

  /// Changes the samples of a time, or drops them.
  private interface Fault {
    boolean keep(double timeS, SensorFrame frame);
  }

  private static List<Seen> play(ScriptedBar bar, Fault fault) {
    List<Seen> reps = new ArrayList<>();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), new PipelineListener() {
      @Override
      public void onPhase(long timeNs, Phase phase) {}

      @Override
      public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

      @Override
      public void onRep(RepMeasures r) {
        reps.add(new Seen(r.concentricStartNs * 1e-9 - 1, r.rangeOfMotionM, r.rangeOfMotionSdM, r.eccentricS,
            r.forwardEndM, r.loadTotalKg));
      }
    });
    SensorFrame frame = new SensorFrame();
    for (long i = 0; i < Math.round(bar.endS() * bar.rateHz); i++) {
      bar.fill(frame, i);
      if (fault.keep(i / bar.rateHz, frame)) {
        pipeline.accept(frame);
      }
    }
    pipeline.finish();
    return reps;
  }

  private static ScriptedBar deadlifts(long seed, int reps) {
    ScriptedBar bar = new ScriptedBar(seed).hold(3);
    for (int i = 0; i < reps; i++) {
      bar.moveTo(0.55, 1).hold(1).moveTo(0, 1.2).hold(1.5);
    }
    return bar.hold(1);
  }

  private static void keepForcesOnly(SensorFrame frame) {
    double left = frame.get(Channel.LEFT_FZ);
    double right = frame.get(Channel.RIGHT_FZ);
    frame.reset(frame.timeNs());
    frame.set(Channel.LEFT_F, left);
    frame.set(Channel.RIGHT_F, right);
  }

  @Test
  void shouldTellTheRepsBeforeWhenTheSensorPausesAndTheForcesGoOn() {
    ScriptedBar bar = new ScriptedBar(1).hold(3);
    bar.plateKg = 60;
    bar.sites = Set.of(ImuSite.CENTRE);
    for (int i = 0; i < 8; i++) {
      bar.moveTo(0.5, 0.9).hold(0.1).moveTo(0, 0.9).hold(0.1);
    }
    bar.hold(3);
    double pause = bar.startS(8) + 0.2;
    List<Seen> reps = play(bar, (t, frame) -> {
      if (t >= pause && t < pause + 1.3) {
        keepForcesOnly(frame);
      }
      return true;
    });
    assertTrue(reps.size() >= 6, "four before, at least two after: " + reps);
    for (Seen r : reps) {
      assertEquals(0.5, r.romM, Math.max(0.05, 3 * r.romSdM), reps.toString());
    }
  }

  @Test
  void shouldTellTheRepsWhenTheSensorDiesAndTheForcesGoOn() {
    ScriptedBar bar = deadlifts(2, 5);
    bar.plateKg = 60;
    double death = bar.startS(8) - 0.3;
    List<Seen> reps = play(bar, (t, frame) -> {
      if (t >= death) {
        keepForcesOnly(frame);
      }
      return true;
    });
    assertEquals(4, reps.size());
  }

  @Test
  void shouldGoOnWithTheOtherPodWhenOneSticks() {
    ScriptedBar bar = deadlifts(10, 5);
    double stuckS = bar.startS(2) + 0.4;
    double[] held = new double[6];
    List<Seen> reps = play(bar, (t, frame) -> {
      for (int i = 0; i < 6; i++) {
        Channel channel = Channel.values()[ImuSite.LEFT.firstChannel() + i];
        if (t < stuckS) {
          held[i] = frame.get(channel);
        } else {
          frame.set(channel, held[i]);
        }
      }
      return true;
    });
    assertEquals(5, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.02, r.toString());
    }
  }

  @Test
  void shouldRestAndMeasureWhenSamplesAreWithoutNoise() {
    ScriptedBar bar = deadlifts(11, 3);
    bar.accelNoiseMps2 = 0;
    bar.gyroNoiseRadps = 0;
    List<Seen> reps = play(bar, (t, frame) -> true);
    assertEquals(3, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.005, r.toString());
    }
  }

  @Test
  void shouldMeasureAllTheSameWhenTheGyroSpikesOnce() {
    ScriptedBar bar = deadlifts(3, 4);
    List<Seen> reps = play(bar, (t, frame) -> {
      if (Math.abs(t - 2) < 1e-6) {
        frame.set(Channel.LEFT_GX, 1e4);
      }
      return true;
    });
    assertEquals(4, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3, 0.5})
  void shouldDoubtAsMuchAsItErrsWhenSamplesAreMissingInTheAscent(double gapS) {
    ScriptedBar bar = deadlifts(4, 3);
    for (double into : new double[]{0.1, 0.3, 0.5, 0.7}) {
      double from = bar.startS(2) + into;
      for (Seen r : play(bar, (t, frame) -> t < from || t >= from + gapS)) {
        assertEquals(0.55, r.romM, Math.max(0.01, 3 * r.romSdM), into + ": " + r);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {19, 21.5, 24, 26.5})
  void shouldLoseNoRepWhenItIsTooUncertainAtFirstAndTheSetGoesOn(double gapAtS) {
    ScriptedBar bar = new ScriptedBar(7).hold(3).moveTo(0.6, 1).hold(1);
    bar.sites = Set.of(ImuSite.CENTRE);
    for (int i = 0; i < 13; i++) {
      bar.moveTo(0.1, 1.2).moveTo(0.6, 0.8).hold(0.5);
    }
    bar.moveTo(0, 1.3).hold(3);
    List<Seen> reps = play(bar, (t, frame) -> t < gapAtS || t >= gapAtS + 0.9);
    assertEquals(13, reps.size(), reps.toString());
  }

  @Test
  void shouldNotCountTheRepWhenTheStreamBeginsInItsMiddle() {
    ScriptedBar bar = deadlifts(5, 3);
    double from = bar.startS(0) + 0.5;
    List<Seen> reps = play(bar, (t, frame) -> t >= from);
    assertEquals(2, reps.size());
    for (Seen r : reps) {
      assertEquals(0.55, r.romM, 0.02);
    }
  }

  @Test
  void shouldKnowNoLoadWhenTheCellsDie() {
    ScriptedBar bar = deadlifts(6, 3);
    bar.plateKg = 60;
    double death = bar.startS(2) - 0.5;
    List<Seen> reps = play(bar, (t, frame) -> {
      if (t > death) {
        double[] values = new double[12];
        for (int i = 0; i < 12; i++) {
          values[i] = frame.get(ImuSite.LEFT.firstChannel() + i);
        }
        frame.reset(frame.timeNs());
        for (int i = 0; i < 12; i++) {
          frame.set(Channel.values()[ImuSite.LEFT.firstChannel() + i], values[i]);
        }
      }
      return true;
    });
    assertEquals(3, reps.size());
    assertEquals(140, reps.get(0).loadKg, 0.6);
    assertTrue(Double.isNaN(reps.get(1).loadKg) && Double.isNaN(reps.get(2).loadKg), reps.toString());
  }

  @Test
  void shouldKnowNoLoadWhenTheCellsAreNotConnected() {
    List<Seen> reps = play(deadlifts(7, 2), (t, frame) -> {
      frame.set(Channel.LEFT_F, 0);
      frame.set(Channel.RIGHT_F, 0);
      return true;
    });
    assertEquals(2, reps.size());
    assertTrue(Double.isNaN(reps.get(0).loadKg));
  }

  @Test
  void shouldPairEachAscentWithItsOwnDescentWhenTheSetIsLongerThanTheMemory() {
    ScriptedBar bar = new ScriptedBar(8).hold(3);
    for (int i = 0; i < 60; i++) {
      bar.moveTo(0.5, 0.8).hold(0.3).moveTo(0, 0.6 + 0.01 * i).hold(0.05);
    }
    List<Seen> reps = play(bar.hold(3), (t, frame) -> true);
    assertEquals(60, reps.size());
    for (int i = 0; i < 60; i++) {
      assertEquals(0.6 + 0.01 * i, reps.get(i).eccentricS, 0.1, "rep " + i);
    }
  }

  @Test
  void shouldNotLearnABiasFromHandsWhenTheBarRollsInAQuietLockout() {
    ScriptedBar bar = new ScriptedBar(9).hold(4);
    for (int i = 0; i < 4; i++) {
      bar.moveTo(0.5, 0.9).hold(2.5).moveTo(0, 0.9);
    }
    bar.hold(2);
    double rate = Math.toRadians(0.5);
    List<Seen> reps = play(bar, (t, frame) -> {
      double cycles = Math.max(0, Math.min(4, (t - 4) / 4.3));
      double inCycle = t < 4 ? -1 : (t - 4) % 4.3;
      boolean rolls = cycles < 4 && inCycle > 0.9 && inCycle < 3.4;
      double roll = rate * (2.5 * Math.floor(cycles) + (cycles < 4 ? Math.clamp(inCycle - 0.9, 0, 2.5) : 0));
      for (Channel[] pod : PODS) {
        frame.set(pod[0], frame.get(pod[0]) + (rolls ? rate : 0));
        double y = frame.get(pod[1]);
        double z = frame.get(pod[2]);
        frame.set(pod[1], y * Math.cos(roll) + z * Math.sin(roll));
        frame.set(pod[2], z * Math.cos(roll) - y * Math.sin(roll));
      }
      return true;
    });
    assertEquals(4, reps.size());
    for (Seen r : reps) {
      assertEquals(0, r.forwardEndM, 0.03, r.toString());
    }
  }
}

package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Cues from forces and estimates that are written down, 1000 samples a second: a rest, a pull from slack to the weight, an ascent.
@Isolated("bytes that other threads allocate are not counted, but a quiet machine keeps the rounds short")
class CueJudgeTest {
  private static final double G = BarSetup.DEFAULT.gravityMps2();
  /// 60 kg a side and what is outside the cells.
  private static final double SIDE_N = (60 + BarSetup.DEFAULT.outboardKg()) * G;
  private static final double SLACK_N = 33;
  private static final double GAIN_M = 0.5;

  private record Told(CueKind kind, long timeMs, double value) {}

  private final List<Told> told = new ArrayList<>();
  private final SensorFrame frame = new SensorFrame();
  private final LiveEstimate live = new LiveEstimate();
  private CueListener listener = (kind, timeNs, value) -> told.add(new Told(kind, timeNs / 1_000_000, value));
  private long nowMs = 1000;

  private CueJudge judge(double enteredKg) {
    BarSetup d = BarSetup.DEFAULT;
    BarSetup setup = new BarSetup(d.mounts(), d.levers(), 1, enteredKg, d.barKg(), d.outboardKg(), d.gravityMps2());
    return new CueJudge(new TechniqueJudge(Limits.FLOOR_LIFT, new Baseline()), setup,
        (kind, timeNs, value) -> listener.onCue(kind, timeNs, value));
  }

  private void sample(CueJudge judge, double leftN, double rightN, boolean atRest) {
    frame.reset(nowMs * 1_000_000);
    frame.set(Channel.LEFT_F, leftN);
    frame.set(Channel.RIGHT_F, rightN);
    live.timeNs = frame.timeNs();
    judge.accept(frame, live, atRest);
    nowMs++;
  }

  /// A rep: rest, a pull of so long, an ascent of so long that goes so far forward, a hold, the way down.
  ///
  /// @return when the force reached the weight, ms
  private long rep(CueJudge judge, int pullMs, int ascentMs, double forwardM, double heavierLeftN) {
    live.phase = Phase.REST;
    live.heightM = live.velocityMps = live.forwardM = 0;
    for (int i = 0; i < 800; i++) {
      sample(judge, SLACK_N, SLACK_N, true);
    }
    for (int i = 0; i < pullMs; i++) {
      double share = (double) i / pullMs;
      double newton = SLACK_N + share * (SIDE_N - SLACK_N);
      sample(judge, newton, newton, false);
    }
    long liftMs = nowMs;
    for (int i = 0; i < ascentMs; i++) {
      double s = (double) i / ascentMs;
      live.heightM = GAIN_M * s * s * s * (10 - 15 * s + 6 * s * s);
      live.velocityMps = GAIN_M / (ascentMs * 1e-3) * 30 * s * s * (1 - s) * (1 - s);
      live.forwardM = forwardM * Math.sin(Math.PI * s);
      live.phase = live.heightM > 0.04 ? Phase.ASCENT : Phase.REST;
      sample(judge, SIDE_N + heavierLeftN, SIDE_N, false);
    }
    live.phase = Phase.LOCKOUT;
    live.velocityMps = 0;
    for (int i = 0; i < 300; i++) {
      sample(judge, SIDE_N, SIDE_N, false);
    }
    live.phase = Phase.DESCENT;
    for (int i = 0; i < 300; i++) {
      sample(judge, SIDE_N, SIDE_N, false);
    }
    return liftMs;
  }

  private List<CueKind> kinds() {
    return told.stream().map(Told::kind).toList();
  }

  @Test
  void shouldTellAYankWithTheSampleThatReachesTheWeight() {
    long liftMs = rep(judge(140), 120, 900, 0, 0);
    assertEquals(List.of(CueKind.JERKED_START), kinds());
    assertTrue(Math.abs(told.getFirst().timeMs() - liftMs) <= 2, told::toString);
    assertEquals(100 / 0.12, told.getFirst().value(), 60, "% of the weight a second");
  }

  @Test
  void shouldTellNoYankWhenThePullIsHurriedOrCalm() {
    for (int pullMs : new int[]{300, 450, 700, 1200}) {
      rep(judge(140), pullMs, 900, 0, 0);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void shouldTellNoYankWhenTheWeightIsNotKnown() {
    rep(judge(Double.NaN), 100, 900, 0, 0);
    assertEquals(List.of(), told);
  }

  @Test
  void shouldKnowTheWeightWhenARepWasMeasured() {
    CueJudge judge = judge(Double.NaN);
    rep(judge, 100, 900, 0, 0);
    judge.repMeasured(Reps.with(rep -> rep.loadLeftKg = rep.loadRightKg = 60));
    rep(judge, 100, 900, 0, 0);
    assertEquals(List.of(CueKind.JERKED_START), kinds());
    nowMs += 40_000;
    rep(judge, 100, 900, 0, 0);
    assertEquals(1, told.size(), "after a long pause other plates may be on");
  }

  @Test
  void shouldTellTheYankWhenSamplesComeSeldom() {
    CueJudge judge = judge(140);
    for (int i = 0; i < 100; i++) {
      sample(judge, SLACK_N, SLACK_N, true);
    }
    double[] pull = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1};
    for (double share : pull) {
      sample(judge, share * SIDE_N, share * SIDE_N, false);
      nowMs += 11;
    }
    assertEquals(List.of(CueKind.JERKED_START), kinds(), "80 samples a second");
    told.clear();
    CueJudge slow = judge(140);
    for (double share : new double[]{0, 0.5, 1.1}) {
      sample(slow, share * SIDE_N, share * SIDE_N, share == 0);
      nowMs += 99;
    }
    assertEquals(List.of(), told, "10 samples a second tell nothing of a rise");
  }

  @Test
  void shouldTellDriftInTheAscentAsItPassesTheLimitAndItsNoise() {
    long liftMs = rep(judge(140), 900, 1000, 0.06, 0);
    assertEquals(List.of(CueKind.FORWARD_DRIFT), kinds());
    assertEquals(0.03 + Noise.leastChange(0.005), told.getFirst().value(), 0.001);
    assertTrue(told.getFirst().timeMs() < liftMs + 500, "before it is farthest");
    told.clear();
    rep(judge(140), 900, 1000, 0.04, 0);
    assertEquals(List.of(), told);
  }

  @Test
  void shouldStopAtTheTopWhenVelocityIsLost() {
    CueJudge judge = judge(140);
    rep(judge, 900, 800, 0, 0);
    rep(judge, 900, 820, 0, 0);
    assertEquals(List.of(), told);
    long liftMs = rep(judge, 900, 1000, 0, 0);
    assertEquals(List.of(CueKind.STOP_VELOCITY), kinds());
    assertEquals(GAIN_M / 0.8 - GAIN_M, told.getFirst().value(), 0.015);
    assertTrue(Math.abs(told.getFirst().timeMs() - (liftMs + 1000)) <= 2, "at the top");
  }

  @Test
  void shouldStopWhenTheBarDriftsMuchFartherThanInTheFirstRep() {
    CueJudge judge = judge(140);
    rep(judge, 900, 900, 0.01, 0);
    rep(judge, 900, 900, 0.06, 0);
    assertEquals(List.of(CueKind.FORWARD_DRIFT, CueKind.STOP_DRIFT), kinds());
  }

  @Test
  void shouldCompareNothingWhenTheBarIsOnlyPutBackOrASetBegins() {
    CueJudge judge = judge(140);
    rep(judge, 900, 700, 0, 0);
    rep(judge, 900, 3000, 0, 0);
    assertEquals(List.of(), told, "at less than half the speed it is no rep of the set");
    judge.beginSet();
    rep(judge, 900, 900, 0, 0);
    assertEquals(List.of(), told);
  }

  @Test
  void shouldNameTheHeavierSideWhenPlatesDiffer() {
    rep(judge(140), 900, 900, 0, 10 * G);
    assertEquals(List.of(CueKind.UNEVEN_PLATES), kinds());
    assertEquals(10, told.getFirst().value(), 0.1);
  }

  @Test
  void shouldNameTheHeavierSideBeforeTheLiftWhenTheBarHangsInARack() {
    CueJudge judge = judge(140);
    for (int i = 0; i < 4000; i++) {
      sample(judge, SIDE_N + 10 * G, SIDE_N, true);
    }
    assertEquals(List.of(), told, "plates may still be put on");
    sample(judge, SIDE_N + 10 * G, SIDE_N, false);
    assertEquals(List.of(CueKind.UNEVEN_PLATES), kinds());
  }

  @Test
  void shouldAllocateNothingWhenSamplesFlow() {
    listener = (kind, timeNs, value) -> {};
    CueJudge judge = judge(140);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = -1;
    for (int round = 0; round < 60; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      rep(judge, 120, 900, 0.07, 10 * G);
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, bytes, "bytes in the last rep");
  }
}

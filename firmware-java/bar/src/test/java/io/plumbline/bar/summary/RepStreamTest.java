package io.plumbline.bar.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Top;
import io.plumbline.contract.payload.Trace;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.LiftStart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepStreamTest {
  private static final long S = 1_000_000_000L;

  private final List<Payload> payloads = new ArrayList<>();
  private final SourceQuality quality = new SourceQuality();
  private final RepStream stream = stream(BarSetup.DEFAULT);

  private RepStream stream(BarSetup setup) {
    quality.samples = 100;
    StreamContext context = new StreamContext("bar-1", "rec-1", Info.Mode.REPLAY, setup,
        EnumSet.range(Channel.CENTRE_AX, Channel.CENTRE_GZ), Exercise.DEADLIFT_SUMO, "Kim",
        StreamContext.DEFAULT_SET_PAUSE);
    return new RepStream(context, payloads::add, site -> quality, Optional::empty);
  }

  private <P extends Payload> List<P> all(Class<P> type) {
    return payloads.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// A rep with everything that is optional unknown.
  private static RepMeasures rep(double startS, double meanMps, boolean completed) {
    RepMeasures rep = new RepMeasures();
    rep.concentricStartNs = (long) (startS * S);
    rep.concentricEndNs = rep.concentricStartNs + S;
    rep.outcome = completed ? RepMeasures.Outcome.COMPLETED : RepMeasures.Outcome.FAILED;
    rep.meanConcentricMps = meanMps;
    rep.peakConcentricMps = 2 * meanMps;
    rep.meanPropulsiveMps = meanMps;
    rep.rangeOfMotionM = 0.5;
    rep.concentricS = 1;
    rep.timeToPeakVelocityS = 0.4;
    rep.meanEccentricMps = rep.meanEccentricSdMps = rep.peakEccentricMps = rep.peakEccentricSdMps = Double.NaN;
    rep.eccentricS = rep.eccentricSdS = rep.turnaroundS = Double.NaN;
    rep.forwardMaxM = rep.forwardMinM = rep.forwardEndM = rep.forwardSdM = Double.NaN;
    rep.lateralEndM = rep.lateralSdM = Double.NaN;
    rep.loadLeftKg = rep.loadRightKg = rep.loadTotalKg = rep.loadTotalSdKg = Double.NaN;
    return rep;
  }

  private static LiveEstimate live(long timeNs, double heightM) {
    LiveEstimate live = new LiveEstimate();
    live.timeNs = timeNs;
    live.phase = Phase.ASCENT;
    live.heightM = heightM;
    return live;
  }

  @Test
  void shouldSayNullWhenAValueIsNotKnown() {
    RepMeasures unknown = rep(1, 0.5, true);
    unknown.trace.size = 1;
    unknown.trace.forwardM[0] = Double.NaN;
    stream.onRep(unknown);
    RepSummary rep = all(RepSummary.class).getFirst();
    assertNull(rep.velocity().meanEccentricMps());
    assertNull(rep.motion().turnaroundS());
    assertNull(rep.path().forwardMaxM());
    assertEquals(Load.unknown(), rep.load());
    assertNull(rep.wallTime());
    assertNull(all(Trace.class).getFirst().forwardM());
  }

  @Test
  void shouldMapAndRoundEachValueWhenAllIsKnown() {
    RepMeasures rep = rep(1, 0.512345, true);
    rep.meanConcentricSdMps = 0.00321;
    rep.peakConcentricMps = 0.98766;
    rep.meanEccentricMps = 0.61234;
    rep.meanEccentricSdMps = 0.01;
    rep.peakEccentricMps = 1.1;
    rep.peakEccentricSdMps = 0.02;
    rep.eccentricS = 0.81234;
    rep.eccentricSdS = 0.002;
    rep.turnaroundS = 0.5;
    rep.forwardMaxM = 0.0123449;
    rep.forwardMinM = -0.00001;
    rep.forwardEndM = 0.01;
    rep.forwardSdM = 0.002;
    rep.lateralEndM = -0.003;
    rep.lateralSdM = 0.004;
    rep.forwardKnown = true;
    rep.loadLeftKg = 40.1234;
    rep.loadRightKg = 39.9;
    rep.loadTotalKg = 100.0234;
    rep.loadTotalSdKg = 0.1;
    rep.severalImus = true;
    rep.restBefore = true;
    rep.impact = true;
    rep.trace.size = 2;
    rep.trace.timeS[1] = 0.005;
    rep.trace.forwardM[1] = 0.00123;
    rep.trace.forceLeftN[0] = Double.NaN;
    rep.trace.forceRightN[1] = 412.345;
    stream.onRep(rep);

    RepSummary summary = all(RepSummary.class).getFirst();
    assertEquals(0.5123, summary.velocity().meanConcentricMps());
    assertEquals(0.0032, summary.velocity().meanConcentricSdMps());
    assertEquals(0.9877, summary.velocity().peakConcentricMps());
    assertEquals(0.6123, summary.velocity().meanEccentricMps());
    assertEquals(0.8123, summary.motion().eccentricS());
    assertEquals(0.0123, summary.path().forwardMaxM());
    assertEquals("0.0", String.valueOf(summary.path().forwardMinM()));
    assertEquals(-0.003, summary.path().lateralEndM());
    assertTrue(summary.path().forwardKnown());
    assertEquals(new Load(Load.Source.WEIGHED, 100.02, 0.1, 40.12, 39.9), summary.load());
    assertEquals(List.of(QualityFlag.NO_REST_AFTER, QualityFlag.IMPACT), summary.quality());
    assertEquals(Exercise.DEADLIFT_SUMO, summary.exercise());
    assertEquals("Kim", summary.athlete());

    Trace trace = all(Trace.class).getFirst();
    assertEquals(summary.key(), trace.rep());
    assertEquals(List.of(0.0, 0.005), trace.timeS());
    assertEquals(List.of(0.0, 0.0012), trace.forwardM());
    assertNull(trace.forceLeftN());
    assertEquals(List.of(0.0, 412.3), trace.forceRightN());
  }

  @Test
  void shouldGiveNoTraceWhenItsCurvesAreNotMeasured() {
    RepMeasures unordered = rep(1, 0.5, true);
    unordered.trace.size = 2;
    stream.onRep(unordered);
    RepMeasures unknown = rep(5, 0.5, true);
    unknown.trace.size = 1;
    unknown.trace.heightM[0] = Double.NaN;
    stream.onRep(unknown);
    stream.onRep(rep(9, 0.5, true));
    assertEquals(3, all(RepSummary.class).size());
    assertEquals(List.of(), all(Trace.class));
  }

  @Test
  void shouldNameTheEnteredLoadWhenNothingWasWeighed() {
    BarSetup said = BarSetup.DEFAULT;
    RepStream entered = stream(new BarSetup(said.mounts(), said.levers(), 0, 142.5, said.barKg(), said.outboardKg(),
        said.gravityMps2()));
    entered.onRep(rep(1, 0.5, true));
    assertEquals(new Load(Load.Source.ENTERED, 142.5, null, null, null), all(RepSummary.class).getFirst().load());
  }

  @Test
  void shouldNumberRepsAndSetsInOneSequenceWhenSetsFollowEachOther() {
    stream.onRep(rep(10, 0.5, true));
    stream.onRep(rep(14, 0.6, true));
    stream.onRep(rep(18, 0.3, false));
    stream.onRep(rep(22, 0.4, true));
    stream.onRep(rep(22 + 1 + 61, 0.7, true));
    stream.finish();

    List<RepSummary> reps = all(RepSummary.class);
    assertEquals(List.of(1L, 2L, 3L, 4L, 6L), reps.stream().map(rep -> rep.key().sequence()).toList());
    assertEquals(List.of(1, 2, 3, 4, 1), reps.stream().map(RepSummary::repNumber).toList());
    assertEquals(List.of(1, 1, 1, 1, 2), reps.stream().map(RepSummary::setNumber).toList());

    List<SetSummary> sets = all(SetSummary.class);
    SetSummary first = sets.getFirst();
    assertEquals(5, first.key().sequence());
    assertEquals(10 * S, first.startTimeNs());
    assertEquals(13.0, first.durationS());
    assertEquals(3, first.completedReps());
    assertEquals(1, first.failedReps());
    assertEquals(List.of(1L, 2L, 3L, 4L), first.repSequences());
    assertEquals(0.6, first.bestMeanConcentricMps());
    assertEquals(0.4, first.lastMeanConcentricMps());
    assertEquals(0.2, first.velocityLossMps());
    assertEquals(0.5, first.meanRangeOfMotionM());
    assertEquals(SetSummary.EndReason.TECHNIQUE, first.endReason(), "0.2 m/s slower than the best");
    assertEquals(7, sets.getLast().key().sequence());
    assertEquals(SetSummary.EndReason.END_OF_STREAM, sets.getLast().endReason());
    assertEquals(7, stream.lastSequence());
    assertEquals(5, stream.reps());
    assertEquals(2, stream.closedSets());
  }

  @Test
  void shouldKeepTheSetOpenWhenTheNextRepBeginsWithinThePause() {
    stream.onRep(rep(10, 0.5, true));
    stream.afterFrame(75 * S, new LiveEstimate());
    stream.onRep(rep(71, 0.5, true));
    assertEquals(List.of(), all(SetSummary.class));
    stream.afterFrame((72 + 60 + 46) * S, new LiveEstimate());
    assertEquals(1, all(SetSummary.class).size());
    assertEquals(2, all(SetSummary.class).getFirst().completedReps());
  }

  @Test
  void shouldKeepTheSetOpenWhenRepsWithinThePauseAreToldLate() {
    stream.onRep(rep(5, 0.5, true));
    stream.onPhase(56 * S, Phase.ASCENT);
    // The bar has moved all the time since: what it did is told at once, after it has gone to rest.
    stream.afterFrame(200 * S, live(200 * S, 0));
    for (int i = 0; i < 16; i++) {
      stream.onRep(rep(56 + 9 * i, 0.5, true));
    }
    stream.onPhase(201 * S, Phase.REST);
    stream.afterFrame(201 * S, live(201 * S, 0));
    stream.finish();
    assertEquals(List.of(17), all(SetSummary.class).stream().map(SetSummary::completedReps).toList());
  }

  @Test
  void shouldKeepTheSetOpenAtRestAsLongAsThePipelineMayWait() {
    stream.onRep(rep(5, 0.5, true));
    stream.afterFrame((long) ((66 + BarPipeline.LONGEST_WAIT_S + 10) * S), new LiveEstimate());
    stream.onRep(rep(65, 0.5, true));
    assertEquals(List.of(), all(SetSummary.class));
  }

  @Test
  void shouldSaySetWithoutVelocitiesWhenNoRepWasCompleted() {
    stream.onRep(rep(10, 0.1, false));
    stream.finish();
    SetSummary set = all(SetSummary.class).getFirst();
    assertEquals(0, set.completedReps());
    assertNull(set.bestMeanConcentricMps());
    assertNull(set.velocityLossMps());
    assertNull(set.meanRangeOfMotionM());
    assertEquals(List.of(), all(Cue.class));
  }

  @Test
  void shouldCountFromTheEccentricPhaseWhenTheLiftStartsAtTheTop() {
    RepMeasures squat = rep(10, 0.5, true);
    squat.eccentricStartNs = 8 * S;
    squat.eccentricEndNs = 10 * S;
    stream.onRep(squat);
    stream.finish();
    assertEquals(8 * S, all(SetSummary.class).getFirst().startTimeNs());
    assertEquals(3.0, all(SetSummary.class).getFirst().durationS());
  }

  @Test
  void shouldBeginANewSetWhenASetHasNoEnd() {
    for (int i = 0; i <= SetTracker.MAX_REPS; i++) {
      stream.onRep(rep(3 * i, 0.5, true));
    }
    assertEquals(SetTracker.MAX_REPS, all(SetSummary.class).getFirst().completedReps());
    assertTrue(new ContractCodec().encode(all(SetSummary.class).getFirst()).length < ContractCodec.MAX_BYTES);
  }

  @Test
  void shouldLeaveARepOutAndCountItWhenItCouldNotBeMeasured() {
    stream.onRep(rep(1, Double.NaN, true));
    assertEquals(List.of(), payloads);
    assertEquals(1, stream.unmeasuredReps());
    assertEquals(0, stream.lastSequence());
  }

  @Test
  void shouldLeaveOutOneRepAndNoNumberWhenTheContractRefusesIt() {
    RepMeasures negativeSd = rep(4, 0.5, true);
    negativeSd.meanConcentricSdMps = -0.1;
    RepMeasures half = rep(6, 0.5, true);
    half.meanEccentricMps = 0.4;
    RepMeasures huge = rep(8, 1e305, true);
    RepMeasures backwards = rep(10, 0.5, true);
    backwards.concentricEndNs = backwards.concentricStartNs - S;
    stream.onRep(rep(1, 0.5, true));
    stream.onRep(negativeSd);
    stream.onRep(half);
    stream.onRep(huge);
    stream.onRep(backwards);
    stream.onRep(rep(13, 0.5, true));
    stream.finish();
    assertEquals(4, stream.unmeasuredReps());
    assertEquals(List.of(1L, 2L), all(RepSummary.class).stream().map(rep -> rep.key().sequence()).toList());
    assertEquals(List.of(1, 2), all(RepSummary.class).stream().map(RepSummary::repNumber).toList());
    assertEquals(3, all(SetSummary.class).getFirst().key().sequence());
    assertEquals(3, stream.lastSequence());
  }

  @Test
  void shouldGoOnWhenTheContractRefusesWhatBelongsToARep() {
    RepMeasures rep = rep(1, 0.5, true);
    rep.trace.size = 1;
    rep.trace.velocitySdMps[0] = -1;
    stream.onRep(rep);
    stream.onConcentricEnd(2 * S, 1e305, 0.01);
    stream.onPhase(3 * S, Phase.ASCENT);
    LiveEstimate odd = live(3 * S, 0.1);
    odd.heightSdM = -1;
    stream.afterFrame(3 * S, odd);
    quality.longestGapS = -1;
    stream.finish();
    assertEquals(1, all(RepSummary.class).size());
    assertEquals(1, all(SetSummary.class).size());
    assertEquals(List.of(), all(Trace.class));
    assertEquals(List.of(), all(Live.class));
    assertEquals(List.of(), all(Quality.class));
    assertNull(all(State.class).getFirst().lastMeanConcentricMps());
  }

  @Test
  void shouldGiveLiveThirtyTimesASecondWhileTheBarMoves() {
    stream.afterFrame(0, live(0, 0));
    assertEquals(0, all(Live.class).size());
    stream.onPhase(1, Phase.ASCENT);
    for (int ms = 1; ms <= 1000; ms++) {
      stream.afterFrame(ms * 1_000_000L, live(ms * 1_000_000L, 0.1));
    }
    int count = all(Live.class).size();
    assertTrue(count >= 28 && count <= 31, count + " live payloads in a second");
    assertNull(all(Live.class).getFirst().forwardM());
    stream.onPhase(2 * S, Phase.REST);
    stream.afterFrame(2 * S, live(2 * S, 0.1));
    assertEquals(count, all(Live.class).size());
  }

  @Test
  void shouldSayARepsVelocityWithTheSampleOfItsTopUntilTheSummaryTakesItsPlace() {
    stream.begin("1");
    stream.onPhase(1, Phase.ASCENT);
    stream.afterFrame(1, live(1, 0.1));
    stream.onConcentricEnd(2, 0.52, 0.011);
    stream.onPhase(2, Phase.LOCKOUT);
    stream.afterFrame(2, live(2, 0.5));
    Top first = all(State.class).getLast().top();
    assertEquals(new Top(2, 1, 1, 0.52, 0.011), first, "at once, whatever was said a moment before");
    stream.onConcentricEnd(3 * S, 0.5, 0.011);
    stream.afterFrame(3 * S, live(3 * S, 0.5));
    assertEquals(new Top(3 * S, 1, 2, 0.5, 0.011), all(State.class).getLast().top(), "the bar did not rest in between");
    stream.onRep(rep(1, 0.51, true));
    stream.onRep(rep(2, 0.49, true));
    RepSummary summary = all(RepSummary.class).getLast();
    assertEquals(1, summary.setNumber());
    assertEquals(2, summary.repNumber());
    stream.afterFrame(5 * S, new LiveEstimate());
    assertNull(all(State.class).getLast().top());
  }

  @Test
  void shouldForgetATopOfWhichNoRepCameWhenTheBarRests() {
    stream.onConcentricEnd(2 * S, 0.5, 0.011);
    stream.afterFrame(2 * S, live(2 * S, 0.2));
    stream.onPhase(4 * S, Phase.REST);
    stream.afterFrame(4 * S, new LiveEstimate());
    assertNull(all(State.class).getLast().top());
    stream.onConcentricEnd(9 * S, 0.5, 0.011);
    stream.afterFrame(9 * S, live(9 * S, 0.5));
    assertEquals(new Top(9 * S, 1, 1, 0.5, 0.011), all(State.class).getLast().top());
  }

  @Test
  void shouldSayStateOnChangeAndAtMostTwiceASecond() {
    stream.begin("1");
    for (int ms = 0; ms <= 2000; ms += 10) {
      stream.onPhase(ms * 1_000_000L, ms / 10 % 2 == 0 ? Phase.ASCENT : Phase.DESCENT);
      stream.afterFrame(ms * 1_000_000L, live(ms * 1_000_000L, Double.NaN));
    }
    int count = all(State.class).size();
    assertTrue(count >= 4 && count <= 6, count + " states in two seconds");
    stream.onPhase(3 * S, Phase.REST);
    stream.afterFrame(3 * S, new LiveEstimate());
    int settled = all(State.class).size();
    for (int s = 4; s < 20; s++) {
      stream.afterFrame(s * S, new LiveEstimate());
    }
    assertEquals(settled, all(State.class).size());
    assertEquals(List.of(), all(Live.class));
  }

  @Test
  void shouldSayDegradedWhenASensorIsSilent() {
    quality.samples = 0;
    frames(0, 0.9, false);
    assertEquals(List.of(State.Health.OK), healths());
    frames(0.9, 2, false);
    State state = all(State.class).getLast();
    assertEquals(State.Health.DEGRADED, state.health());
    assertEquals("The centre inertial sensor delivers nothing.", state.healthReason());
  }

  /// Frames at 100 Hz from one time to another; the sensor delivers in each or in none.
  private void frames(double fromS, double toS, boolean delivers) {
    for (long ms = Math.round(fromS * 1000); ms < Math.round(toS * 1000); ms += 10) {
      quality.samples += delivers ? 1 : 0;
      stream.afterFrame(ms * 1_000_000L, new LiveEstimate());
    }
  }

  private List<State.Health> healths() {
    return all(State.class).stream().map(State::health).toList();
  }

  @Test
  void shouldSayDegradedAndOkAgainWhenASensorDiesLaterAndComesBack() {
    frames(0, 10, true);
    assertEquals(List.of(State.Health.OK), healths());
    frames(10, 10.9, false);
    assertEquals(List.of(State.Health.OK), healths());
    frames(10.9, 12, false);
    assertEquals(List.of(State.Health.OK, State.Health.DEGRADED), healths());
    assertEquals("The centre inertial sensor delivers nothing.", all(State.class).getLast().healthReason());
    frames(12, 15, true);
    assertEquals(List.of(State.Health.OK, State.Health.DEGRADED, State.Health.OK), healths());
  }

  @Test
  void shouldBlameNoSensorWhenTheWholeStreamPauses() {
    frames(0, 2, true);
    frames(60, 60.1, false);
    frames(60.1, 63, true);
    assertEquals(List.of(State.Health.OK), healths());
  }

  @Test
  void shouldTellWhoTheBarIsFirstOfAll() {
    stream.begin("1.2.3");
    Info info = (Info) payloads.getFirst();
    assertEquals(List.of(new Info.Sensor("centre", "imu")), info.sensors());
    assertEquals(List.of("velocity", "path"), info.capabilities());
    assertEquals("1.2.3", info.softwareVersion());
    assertEquals("rec-1", info.journalId());
    assertEquals(State.Health.STARTING, ((State) payloads.get(1)).health());
  }

  @Test
  void shouldGiveQualityWithTheSetAndAtTheEndWhenSensorsAreCounted() {
    quality.rateHz = 285.7142857;
    quality.gyroBiasRadps = 0.00123456789;
    stream.finish();
    Quality.Source source = all(Quality.class).getFirst().sources().getFirst();
    assertEquals("centre", source.sensor());
    assertEquals(285.71, source.rateHz());
    assertEquals(0.001235, source.gyroBiasRadps());
  }

  @Test
  void shouldTellOfEachCompletedRepWhenItIsCounted() {
    stream.onRep(rep(1, 0.5, true));
    stream.onRep(rep(4, 0.456, true));
    assertEquals(List.of("Rep 1: 0.50 m/s", "Rep 2: 0.46 m/s"), all(Cue.class).stream().map(Cue::text).toList());
    assertEquals(2, all(Cue.class).stream().map(Cue::cueId).distinct().count());
  }

  @Test
  void shouldGiveTheSameBytesWhenTheSameIsToldTwice() {
    ContractCodec codec = new ContractCodec();
    stream.onRep(rep(1, 0.512345678, true));
    stream.finish();
    byte[][] first = payloads.stream().map(codec::encode).toArray(byte[][]::new);
    payloads.clear();
    RepStream again = stream(BarSetup.DEFAULT);
    again.onRep(rep(1, 0.512345678, true));
    again.finish();
    byte[][] second = payloads.stream().map(codec::encode).toArray(byte[][]::new);
    assertEquals(first.length, second.length);
    for (int i = 0; i < first.length; i++) {
      assertArrayEquals(first[i], second[i]);
    }
  }

  private static RepMeasures lifted(double startS, LiftStart start, double riseM) {
    RepMeasures rep = rep(startS, 0.5, true);
    rep.start = start;
    rep.rangeOfMotionM = riseM;
    return rep;
  }

  private RepStream untold() {
    StreamContext context = new StreamContext("bar-1", "rec-1", Info.Mode.REPLAY, BarSetup.DEFAULT,
        EnumSet.range(Channel.CENTRE_AX, Channel.CENTRE_GZ), Exercise.UNKNOWN, "Kim", StreamContext.DEFAULT_SET_PAUSE);
    return new RepStream(context, payloads::add, site -> quality, Optional::empty);
  }

  @Test
  void shouldSuggestTheExerciseOfEachSetWhenNobodyNamedIt() {
    RepStream untold = untold();
    untold.onRep(lifted(1, LiftStart.FLOOR, 0.55));
    untold.onRep(lifted(5, LiftStart.FLOOR, 0.55));
    untold.onRep(lifted(200, LiftStart.HANG, 0.5));
    assertEquals(List.of(Exercise.DEADLIFT_CONVENTIONAL, Exercise.DEADLIFT_CONVENTIONAL, Exercise.ROMANIAN_DEADLIFT),
        all(RepSummary.class).stream().map(RepSummary::suggestedExercise).toList());
    assertTrue(all(RepSummary.class).stream().allMatch(rep -> rep.exercise() == Exercise.UNKNOWN));
  }

  @Test
  void shouldSuggestNothingWhenTheExerciseWasNamed() {
    stream.onRep(lifted(1, LiftStart.HANG, 0.5));
    assertNull(all(RepSummary.class).getFirst().suggestedExercise());
    assertEquals(Exercise.DEADLIFT_SUMO, all(RepSummary.class).getFirst().exercise());
  }
}

package io.plumbline.bar.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Change;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Lockout;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.rep.RepMeasures.SlackGrade;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.Measure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Measures of technique, findings, STOP and the set's changes on their way into payloads.
class TechniqueStreamTest {
  private static final long S = 1_000_000_000L;

  private final List<Payload> payloads = new ArrayList<>();
  private final RepStream stream = stream(null);

  private RepStream stream(@Nullable Baseline baseline) {
    StreamContext context = new StreamContext("bar-1", "rec-1", Info.Mode.REPLAY, BarSetup.DEFAULT,
        EnumSet.range(Channel.CENTRE_AX, Channel.CENTRE_GZ), Exercise.DEADLIFT_CONVENTIONAL, "Kim",
        StreamContext.DEFAULT_SET_PAUSE, baseline, List.of());
    return new RepStream(context, payloads::add, site -> new SourceQuality(), Optional::empty);
  }

  private <P extends Payload> List<P> all(Class<P> type) {
    return payloads.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static RepMeasures rep(double startS, double meanMps) {
    RepMeasures rep = new RepMeasures();
    rep.concentricStartNs = (long) (startS * S);
    rep.concentricEndNs = rep.concentricStartNs + S;
    rep.meanConcentricMps = meanMps;
    rep.meanConcentricSdMps = 0.005;
    rep.peakConcentricMps = 2 * meanMps;
    rep.meanPropulsiveMps = meanMps;
    rep.rangeOfMotionM = 0.5;
    rep.concentricS = 1;
    rep.timeToPeakVelocityS = 0.4;
    rep.meanEccentricMps = rep.meanEccentricSdMps = rep.peakEccentricMps = rep.peakEccentricSdMps = Double.NaN;
    rep.eccentricS = rep.eccentricSdS = rep.turnaroundS = Double.NaN;
    rep.forwardKnown = true;
    rep.forwardMaxM = 0.01;
    rep.forwardSdM = 0.004;
    rep.loadLeftKg = rep.loadRightKg = 40;
    rep.loadTotalKg = 100;
    rep.loadTotalSdKg = 0.1;
    return rep;
  }

  private static RepMeasures full() {
    RepMeasures rep = rep(1, 0.5);
    rep.firstTenCentimetresMps = 0.41236;
    rep.firstTenCentimetresSdMps = 0.01;
    rep.stickingMps = 0.3;
    rep.stickingSdMps = 0.02;
    rep.stickingHeightM = 0.25;
    rep.meanPowerW = 512.34;
    rep.peakPowerW = 980.06;
    rep.workJ = 540;
    rep.peakForceN = 1250.04;
    rep.impulseNs = 1003.96;
    rep.pullNs = 7;
    rep.tensionS = 1.1;
    rep.tensionSdS = 0.01;
    rep.plateauShare = 0.85;
    rep.plateauS = 0.3;
    rep.peakLoadingPctps = 220.04;
    rep.overshoot = 1.1;
    rep.liftOffLagS = -0.004;
    rep.slackGrade = SlackGrade.TAUT;
    rep.forwardKneeM = 0.01;
    rep.forwardRmsM = 0.006;
    rep.leftShare = 0.5012;
    rep.peakTiltRad = 0.0123456;
    rep.peakTiltSdRad = 0.002;
    rep.peakTwistRad = -0.01;
    rep.peakTwistSdRad = 0.003;
    rep.rollRad = 0.05;
    rep.touchDownNs = 9;
    rep.touchDownMps = 0.3;
    rep.touchDownSdMps = 0.01;
    rep.impactPeakMps2 = 60.04;
    rep.floorPauseS = 1.2;
    rep.lockoutS = 0.8;
    rep.lockoutUnrestMps = 0.02;
    rep.leanBackM = 0.008;
    return rep;
  }

  @Test
  void shouldMapAndRoundEachMeasureWhenAllIsKnown() throws Exception {
    stream.onRep(full());
    RepSummary rep = all(RepSummary.class).getFirst();
    assertEquals(0.4124, rep.velocity().firstTenCentimetresMps());
    assertEquals(0.25, rep.velocity().stickingHeightM());
    assertEquals(new Energy(512.3, 980.1, 540.0, 1250.0, 1004.0), rep.energy());
    assertEquals(new Slack(7L, 1.1, 0.01, 0.85, 0.3, 220.0, 1.1, -0.004, Slack.Grade.TAUT), rep.slack());
    assertEquals(new Symmetry(0.5012, 0.01235, 0.002, -0.01, 0.003, 0.05), rep.symmetry());
    assertEquals(new Landing(9L, 0.3, 0.01, 60.0, 1.2, false), rep.landing());
    assertEquals(new Lockout(0.8, 0.02, 0.008), rep.lockout());
    assertEquals(0.01, rep.path().forwardKneeM());
    assertEquals(0.006, rep.path().forwardRmsM());
    assertEquals(List.of(), rep.findings());
    assertEquals(List.of("fast-break", "straight-path", "upright-lockout"),
        Objects.requireNonNull(rep.positives()).stream().map(Finding::rule).toList());
    ContractCodec codec = new ContractCodec();
    assertEquals(rep, codec.decode(codec.encode(rep)));
  }

  @Test
  void shouldSayNullWhenNothingOfAGroupIsKnown() {
    stream.onRep(rep(1, 0.5));
    RepSummary rep = all(RepSummary.class).getFirst();
    assertNull(rep.energy());
    assertNull(rep.slack());
    assertNull(rep.symmetry());
    assertNull(rep.landing());
    assertNull(rep.lockout());
    assertNull(rep.velocity().stickingMps());
    assertNull(rep.path().forwardKneeM());
    assertNull(rep.suggestedExercise());
  }

  @Test
  void shouldLeaveOutBothWhenAValueOrItsStandardDeviationIsNotKnown() {
    RepMeasures half = full();
    half.tensionSdS = Double.NaN;
    half.stickingMps = Double.NaN;
    stream.onRep(half);
    RepSummary rep = all(RepSummary.class).getFirst();
    assertNull(Objects.requireNonNull(rep.slack()).tensionS());
    assertNull(rep.velocity().stickingSdMps());
    assertEquals(0, stream.unmeasuredReps());
  }

  @Test
  void shouldCountAHitchedRepAndNotOneThatNeverLeftTheFloor() {
    RepMeasures hitched = rep(1, 0.3);
    hitched.outcome = Outcome.HITCHED;
    RepMeasures stuck = new RepMeasures();
    stuck.outcome = Outcome.NO_LIFT_OFF;
    stuck.concentricStartNs = 8 * S;
    stuck.concentricEndNs = 8 * S;
    stuck.meanConcentricMps = stuck.rangeOfMotionM = stuck.concentricS = Double.NaN;
    stuck.meanEccentricMps = stuck.meanEccentricSdMps = stuck.peakEccentricMps = stuck.peakEccentricSdMps = Double.NaN;
    stuck.eccentricS = stuck.eccentricSdS = stuck.turnaroundS = Double.NaN;
    stuck.loadTotalKg = Double.NaN;
    stream.onRep(hitched);
    stream.onRep(stuck);
    stream.finish();
    assertEquals(List.of(RepSummary.Outcome.HITCHED, RepSummary.Outcome.NO_LIFT_OFF),
        all(RepSummary.class).stream().map(RepSummary::outcome).toList());
    assertEquals(0.0, all(RepSummary.class).getLast().velocity().meanConcentricMps());
    SetSummary set = all(SetSummary.class).getFirst();
    assertEquals(1, set.completedReps());
    assertEquals(1, set.failedReps());
    assertEquals(100.0, set.tonnageKg());
    assertEquals(1, all(Cue.class).size(), "one rep is counted");
  }

  @Test
  void shouldStopOnceAndEndForTechniqueWhenVelocityIsLost() {
    stream.onRep(rep(1, 0.6));
    stream.onRep(rep(5, 0.59));
    stream.onRep(rep(9, 0.5));
    stream.onRep(rep(13, 0.45));
    stream.finish();
    List<Cue> stops = all(Cue.class).stream().filter(cue -> cue.kind() == Cue.Kind.STOP).toList();
    assertEquals(List.of("Stop: 0.10 m/s slower than your best rep"), stops.stream().map(Cue::text).toList());
    assertEquals("velocity-loss", stops.getFirst().rule());
    assertTrue(stops.getFirst().validForMs() > 0);
    SetSummary set = all(SetSummary.class).getFirst();
    assertEquals(3, set.techniqueLimitRep());
    assertEquals(SetSummary.EndReason.TECHNIQUE, set.endReason());
    assertEquals(0.15, set.velocityLossMps());
    assertEquals(25.0, set.velocityLossPercent());
    assertEquals(400.0, set.tonnageKg());
    assertEquals(List.of("velocity-loss"), set.findings().stream().map(Finding::rule).toList());
    Change velocity = Objects.requireNonNull(set.changes()).getFirst();
    assertEquals(new Change("mean-velocity", "m/s", 0.595, 0.475, -0.12), velocity);
  }

  @Test
  void shouldSayWhyTheSetWasClosedWhenTheLifterWentOnAfterTheLimit() {
    double[] meansMps = {0.6, 0.5, 0.5, 0.5, 0.5};
    for (int i = 0; i < meansMps.length; i++) {
      stream.onRep(rep(1 + 4 * i, meansMps[i]));
    }
    stream.finish();
    SetSummary set = all(SetSummary.class).getFirst();
    assertEquals(2, set.techniqueLimitRep());
    assertEquals(SetSummary.EndReason.END_OF_STREAM, set.endReason());
  }

  @Test
  void shouldSayNoLimitWhenTheSetWasCalm() {
    stream.onRep(rep(1, 0.6));
    stream.onRep(rep(5, 0.59));
    stream.finish();
    SetSummary set = all(SetSummary.class).getFirst();
    assertNull(set.techniqueLimitRep());
    assertEquals(List.of(), set.findings());
    assertEquals(List.of(Cue.Kind.REP_COUNTED, Cue.Kind.REP_COUNTED),
        all(Cue.class).stream().map(Cue::kind).toList());
  }

  @Test
  void shouldCompareWithWhatWasLearnedWhenABaselineIsGiven() {
    for (int i = 0; i < 12; i++) {
      stream.onRep(rep(1 + 4 * i, 0.5));
    }
    Baseline learned = stream.learned();
    assertEquals(12, learned.count(Measure.FORWARD_DRIFT));
    payloads.clear();
    RepMeasures drifted = rep(1, 0.5);
    drifted.forwardMaxM = 0.041;
    stream(learned).onRep(drifted);
    Finding finding = all(RepSummary.class).getFirst().findings().getFirst();
    assertEquals("Your bar travelled 4.1 cm forward, 3.1 cm more than your baseline.", finding.text());
    assertEquals(0.041, finding.value());
    assertEquals(0.01, finding.baseline());
    assertEquals("m", finding.unit());
    assertEquals(12, learned.count(Measure.FORWARD_DRIFT), "what was given is not changed");
  }

  @Test
  void shouldGiveCueIdsOfTheirOwnWhenKindsAreMixed() {
    stream.onRep(rep(1, 0.6));
    stream.onRep(rep(5, 0.4));
    assertEquals(3, all(Cue.class).stream().map(Cue::cueId).distinct().count());
    assertNotNull(all(Cue.class).stream().filter(cue -> cue.rule() != null).findFirst().orElse(null));
  }
}

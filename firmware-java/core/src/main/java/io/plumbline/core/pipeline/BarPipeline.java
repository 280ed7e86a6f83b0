package io.plumbline.core.pipeline;

import io.plumbline.core.motion.ContactJudge;
import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.FreezeDetector;
import io.plumbline.core.motion.Ideas;
import io.plumbline.core.motion.PodTrack;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.phase.PhaseMachine;
import io.plumbline.core.rep.RepMeasurer;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.core.sample.SensorFrame;
import org.jspecify.annotations.Nullable;

/// Samples in, reps out. Takes any subset of sensors; sensors may be sampled at different instants and rates. Allocates when it is built
/// and when a sensor is first seen, and nothing else. Not thread-safe: one thread feeds it, and its listener runs on that thread.
///
/// A segment is what happens between two rests. Its reps are measured when the bar rests again, from the smoothed motion of the whole
/// segment, or at the latest [#LONGEST_WAIT_S] after they ended.
public final class BarPipeline {
  /// A rep is measured at the latest this long after its top.
  public static final double LONGEST_WAIT_S = 30;
  private static final double SETTLE_S = 5;
  private static final double STALE_S = 0.1;
  /// Share by which the mean of a concentric phase is wrong whose ends are known to the causal estimate only: bending of the bar counts as its beginning.
  private static final double PROVISIONAL_SD_SHARE = 0.1;
  private static final long NONE = Long.MIN_VALUE;

  private final BarSetup setup;
  private final Ideas ideas;
  private final PipelineListener listener;
  private final @Nullable PodTrack[] tracks = new PodTrack[ImuSite.values().length];
  private final boolean[] used = new boolean[tracks.length];
  private final ImuSite[] sites = ImuSite.values();
  private final FreezeDetector[] freezes = {new FreezeDetector(), new FreezeDetector(), new FreezeDetector()};
  private final ForceTrack forces = new ForceTrack();
  private final ContactJudge contacts = new ContactJudge();
  private final double[] up = new double[3];
  private final RestJudge rest = new RestJudge();
  private final PhaseMachine phases = new PhaseMachine();
  private final RepMeasurer measurer;
  private final FloorPulls pulls;
  private final SegmentReps reps;
  private final JoinedHeight causal = new JoinedHeight();
  private final JoinedHeight shown = new JoinedHeight();
  private final LiveEstimate live = new LiveEstimate();
  private final SourceQuality[] quality = {new SourceQuality(), new SourceQuality(), new SourceQuality()};

  private long nowNs = NONE;
  private long lastPodNs = NONE;
  private long lastMeasureNs = NONE;
  private long oldestTopNs = NONE;
  private boolean restedBefore;

  /// @param setup    what is known beforehand
  /// @param listener told of phases and reps
  public BarPipeline(BarSetup setup, PipelineListener listener) {
    this(setup, Ideas.ALL, listener);
  }

  /// With some ideas left out, to find what they buy.
  public BarPipeline(BarSetup setup, Ideas ideas, PipelineListener listener) {
    this.setup = setup;
    this.ideas = ideas;
    this.listener = listener;
    this.measurer = new RepMeasurer(setup);
    this.pulls = new FloorPulls(listener, measurer);
    this.reps = new SegmentReps(ideas, listener, measurer, forces, pulls);
  }

  /// Tells which kind of lift follows; without it that is judged by what the bar does.
  public void setStart(LiftStart start) {
    reps.begin(start);
    pulls.begin();
  }

  /// Takes the samples of one instant; instants must increase.
  public void accept(SensorFrame frame) {
    if (lastPodNs != NONE && (frame.timeNs() - lastPodNs) * 1e-9 > PodTrack.LONGEST_GAP_S) {
      interrupt();
    }
    nowNs = frame.timeNs();
    forces.add(frame);
    measurer.hear(frame);
    if (upInBar(up)) {
      contacts.add(frame, up);
    }
    for (int i = 0; i < sites.length; i++) {
      if (frame.hasAll(sites[i].bits())) {
        freezes[i].look(frame, sites[i].firstChannel());
      }
    }
    boolean stepped = false;
    boolean judged = false;
    for (int i = 0; i < sites.length; i++) {
      if (frame.hasAll(sites[i].bits()) && !stuck(i)) {
        PodTrack track = track(i);
        lastPodNs = nowNs;
        int c = sites[i].firstChannel();
        contacts.feel(nowNs, track.upMps2(frame.get(c), frame.get(c + 1), frame.get(c + 2)));
        track.setOnFloor(rest.beganStanding() && contact() == ContactJudge.Contact.STANDS);
        stepped |= track.add(nowNs, frame.get(c), frame.get(c + 1), frame.get(c + 2), frame.get(c + 3),
            frame.get(c + 4), frame.get(c + 5));
        judged |= track.judgeQuiet();
        judged |= track.onset();
      }
    }
    if (stepped) {
      estimate();
      follow();
    }
    if (judged) {
      judgeRest();
      if (!stepped) {
        // Samples are held back at the start of a rest; that the bar rests is an estimate too.
        estimate();
      }
    }
  }

  /// A sensor that repeats itself while another one lives is stuck: its samples count as missing.
  private boolean stuck(int i) {
    if (!freezes[i].frozen()) {
      return false;
    }
    for (int k = 0; k < sites.length; k++) {
      PodTrack other = tracks[k];
      if (k != i && other != null && alive(other) && !freezes[k].frozen()) {
        return true;
      }
    }
    return false;
  }

  private PodTrack track(int i) {
    PodTrack track = tracks[i];
    if (track == null) {
      track = new PodTrack(PodTrack.Params.DEFAULT, setup.mounts().get(i), setup.levers().get(i), setup.gravityMps2());
      tracks[i] = track;
    }
    return track;
  }

  /// Joins the causal estimates of the pods that are alive: what rests are judged by, and what is shown.
  private void estimate() {
    long earliestNs = earliestSegmentNs();
    double across = 0;
    int n = 0;
    for (PodTrack t : tracks) {
      if (t == null || !coversSegment(t, earliestNs)) {
        continue;
      }
      if (n == 0) {
        causal.clear();
        shown.clear();
      }
      causal.add(t.heightM(), t.heightVar(), t.velocityMps(), t.velocityVar());
      shown.add(t.liveHeightM(), t.liveHeightVar(), t.liveVelocityMps(), t.liveVelocityVar());
      across += t.acrossM();
      n++;
    }
    if (n == 0) {
      return;
    }
    live.timeNs = nowNs;
    live.start = reps.start();
    live.heightM = shown.heightM();
    live.heightSdM = shown.heightSdM();
    live.velocityMps = shown.velocityMps();
    live.velocitySdMps = shown.velocitySdMps();
    live.forwardM = (setup.facing() == 0 ? 1 : setup.facing()) * across / n;
    live.forceLeftN = forces.latestLeftN(nowNs);
    live.forceRightN = forces.latestRightN(nowNs);
  }

  private ContactJudge.Contact contact() {
    return ideas.contact() ? contacts.contact() : ContactJudge.Contact.UNKNOWN;
  }

  private boolean alive(PodTrack track) {
    return (nowNs - track.meter().lastNs()) * 1e-9 < STALE_S;
  }

  private void follow() {
    rest.follow(nowNs, causal, reps.start() != LiftStart.UNKNOWN);
    followPull();
    phases.update(nowNs, live.heightM, live.velocityMps, rest.atRest(),
        rest.beganStanding() && contact() == ContactJudge.Contact.HANGS);
    if (phases.concentricEnded() && phases.concentricM() >= SegmentReps.REP_M) {
      endAscent();
      oldestTopNs = oldestTopNs == NONE ? nowNs : oldestTopNs;
      double meanMps = phases.concentricM() / phases.concentricS();
      listener.onConcentricEnd(nowNs, meanMps, Math.hypot(live.velocitySdMps, PROVISIONAL_SD_SHARE * meanMps));
    }
    tellPhase(phases.phase());
    boolean waitedLongEnough = oldestTopNs != NONE && (nowNs - oldestTopNs) * 1e-9 > LONGEST_WAIT_S;
    boolean pause = lastMeasureNs == NONE || (nowNs - lastMeasureNs) * 1e-9 > SETTLE_S;
    if (pause && (waitedLongEnough || nearlyFull())) {
      lastMeasureNs = nowNs;
      measure(nowNs - (long) (SETTLE_S * 1e9), false);
      oldestTopNs = NONE;
    }
  }

  private void endAscent() {
    for (PodTrack t : tracks) {
      if (t != null) {
        t.endAscent();
      }
    }
  }

  /// Only a lift from the floor can stay on it.
  private void followPull() {
    if (reps.start() == LiftStart.FLOOR) {
      pulls.follow(nowNs, contacts, living(ImuSite.LEFT), living(ImuSite.RIGHT), rest.atBase(),
          causal.heightM());
    }
  }

  /// The track of a pod that is there and alive.
  private @Nullable PodTrack living(ImuSite site) {
    PodTrack track = tracks[site.ordinal()];
    return track != null && alive(track) ? track : null;
  }

  private void tellPhase(Phase phase) {
    if (phase != live.phase) {
      live.phase = phase;
      listener.onPhase(nowNs, phase);
    }
  }

  private boolean nearlyFull() {
    for (PodTrack t : tracks) {
      if (t != null && t.nearlyFull()) {
        return true;
      }
    }
    return false;
  }

  private void judgeRest() {
    double quietS = Double.POSITIVE_INFINITY;
    double changeMps = 0;
    double biasSdMps2 = 0;
    boolean onset = false;
    int strikes = 0;
    for (PodTrack t : tracks) {
      if (t != null && alive(t)) {
        quietS = Math.min(quietS, t.quietS());
        changeMps = Math.max(changeMps, t.velocityChangeMps(RestJudge.CHANGE_S));
        biasSdMps2 = Math.max(biasSdMps2, t.biasSdMps2());
        onset |= t.onset();
        strikes += t.strikes();
      }
    }
    rest.setStruck(ideas.contact() ? strikes : 0, reps.startTold() ? reps.start() == LiftStart.FLOOR : maybeLaidDown());
    rest.judge(quietS, changeMps, biasSdMps2, onset, contact(), causal);
    for (PodTrack t : tracks) {
      if (t != null) {
        t.setAtRest(rest.atRest(), rest.surelyStill(), rest.atBase() && ideas.bias());
      }
    }
    restedBefore |= rest.atRest() && !rest.moved();
    if (rest.segmentEnds()) {
      endSegment();
    }
  }

  /// Where nobody said that the lift is one from the floor: it may lie where it came from, and no cell feels that it hangs.
  private boolean maybeLaidDown() {
    return rest.roseAndFell(causal) && contact() != ContactJudge.Contact.HANGS;
  }

  private void endSegment() {
    if (rest.sameHeight() && ideas.closure()) {
      for (PodTrack t : tracks) {
        if (t != null && alive(t)) {
          t.closeHeight(RestJudge.SAME_HEIGHT_SD_M, rest.standsAgain());
        }
      }
    }
    if (rest.moved() || pulls.waiting()) {
      measure(Long.MAX_VALUE, true);
    }
    if (rest.moved()) {
      reps.endedElsewhere(!rest.sameHeight());
    }
    for (PodTrack t : tracks) {
      if (t != null) {
        t.rebase();
      }
    }
    rest.rebase();
    beginSegment(true);
    estimate();
    tellPhase(Phase.REST);
  }

  /// The stream paused for so long that a new one begins: what waits is measured with what there is. The pods see the pause themselves.
  private void interrupt() {
    nowNs = lastPodNs;
    lastPodNs = NONE;
    measure(Long.MAX_VALUE, false);
    reps.forgetSide();
    rest.restart();
    beginSegment(false);
    tellPhase(Phase.REST);
  }

  private void beginSegment(boolean fromRest) {
    phases.rest();
    oldestTopNs = NONE;
    reps.beginSegment();
    restedBefore = fromRest;
  }

  /// Measures the reps of the present segment that ended before `upToNs` and were not measured yet.
  private void measure(long upToNs, boolean restAfter) {
    if (chooseTracks()) {
      reps.tell(tracks, used, upToNs, restedBefore, restAfter);
    }
  }

  /// Chooses the pods that were there from the start of the segment to now.
  private boolean chooseTracks() {
    long earliestNs = earliestSegmentNs();
    boolean any = false;
    for (int i = 0; i < tracks.length; i++) {
      PodTrack t = tracks[i];
      used[i] = t != null && coversSegment(t, earliestNs);
      any |= used[i];
    }
    return any;
  }

  private long earliestSegmentNs() {
    long earliestNs = Long.MAX_VALUE;
    for (PodTrack t : tracks) {
      if (t != null && alive(t)) {
        earliestNs = Math.min(earliestNs, t.segmentStartNs());
      }
    }
    return earliestNs;
  }

  /// A pod that came later counts its positions from another place.
  private boolean coversSegment(PodTrack t, long earliestNs) {
    return alive(t) && earliestNs != Long.MAX_VALUE && (t.segmentStartNs() - earliestNs) * 1e-9 < STALE_S;
  }

  /// Ends the stream: a rep that waits for more samples is measured with what there is.
  public void finish() {
    if (lastPodNs != NONE) {
      nowNs = lastPodNs;
      measure(Long.MAX_VALUE, false);
    }
  }

  /// The causal estimate after the last sample.
  public LiveEstimate live() {
    return live;
  }

  /// Whether the bar rests, as far as the causal estimate knows.
  public boolean atRest() {
    return rest.atRest();
  }

  /// World up as seen from the bar frame, by the first pod that is alive; `into` takes the three components.
  ///
  /// @return whether there is such a pod
  public boolean upInBar(double[] into) {
    for (PodTrack t : tracks) {
      if (t != null && alive(t)) {
        t.upInBar(into);
        return true;
      }
    }
    return false;
  }

  /// How good the stream of a sensor is; its `samples` are 0 where there is no such sensor.
  public SourceQuality quality(ImuSite site) {
    SourceQuality q = quality[site.ordinal()];
    PodTrack t = tracks[site.ordinal()];
    if (t != null) {
      q.samples = t.meter().samples();
      q.rateHz = t.meter().rateHz();
      q.gaps = t.meter().gaps();
      q.longestGapS = t.meter().longestGapS();
      q.saturatedSamples = t.meter().saturated();
      q.gyroBiasRadps = t.gyroBiasRadps();
    }
    return q;
  }
}

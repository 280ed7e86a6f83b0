package io.plumbline.core.pipeline;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.Ideas;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.motion.PodTrack;
import io.plumbline.core.rep.RepJudge;
import io.plumbline.core.rep.RepMeasurer;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.StartFinder;
import io.plumbline.core.rep.StrokeFinder;
import io.plumbline.core.sample.LiftStart;
import org.jspecify.annotations.Nullable;

/// Finds, measures, judges and tells the reps of a segment between two rests, with hindsight, by its smoothed motion. Where nobody said from
/// where reps begin, it finds that too. Allocates nothing after construction. Not thread-safe.
final class SegmentReps {
  /// A bar that rose less was not lifted.
  static final double REP_M = 0.13;
  /// Longer than the rests inside a cluster set: what comes after it may be another lift, of another height.
  private static final double ANOTHER_LIFT_S = 60;
  private static final double REP_PEAK_MPS = 0.1;
  private static final double CERTAIN_SDS = 3;
  private static final double STILL_RISING_MPS = 0.1;
  /// Faster bars are thrown, not lifted.
  private static final double FASTEST_MPS = 3;
  /// More than any lifter gives a bar, taken from 4 × way / time², the least that moves it so far and stops it again: what an impact leaves
  /// behind can look like that.
  private static final double BRISKEST_MPS2 = 40;
  private static final long NONE = Long.MIN_VALUE;

  private final Ideas ideas;
  private final PipelineListener listener;
  private final RepMeasurer measurer;
  private final ForceTrack forces;
  private final FloorPulls pulls;
  private final MotionCurve curve = new MotionCurve();
  private final StrokeFinder strokes = new StrokeFinder();
  private final RepJudge judge = new RepJudge(RepJudge.Params.DEFAULT);
  private final StartFinder starts = new StartFinder(StartFinder.Params.DEFAULT);
  private @Nullable PodTrack[] tracks = new PodTrack[0];
  private boolean[] used = new boolean[0];
  private long measuredUpToNs = NONE;
  private long lastRepNs = NONE;
  private boolean restedBefore;
  private boolean startTold;
  private double walkedM = Double.NaN;
  private boolean topStart;
  private boolean endedElsewhere;

  SegmentReps(Ideas ideas, PipelineListener listener, RepMeasurer measurer, ForceTrack forces, FloorPulls pulls) {
    this.ideas = ideas;
    this.listener = listener;
    this.measurer = measurer;
    this.forces = forces;
    this.pulls = pulls;
  }

  /// Another set begins, of this kind of lift.
  void begin(LiftStart start) {
    startTold = start != LiftStart.UNKNOWN;
    judge.begin(start);
    curve.setWide(start == LiftStart.RACK);
  }

  /// Where reps begin, as told or found.
  LiftStart start() {
    return judge.start();
  }

  /// Whether somebody said where reps begin.
  boolean startTold() {
    return startTold;
  }

  /// Another segment begins.
  void beginSegment() {
    measuredUpToNs = NONE;
    walkedM = Double.NaN;
  }

  /// Tells whether the last segment ended at another height than it began at.
  void endedElsewhere(boolean elsewhere) {
    endedElsewhere = elsewhere;
  }

  /// Whether the bar is up or down is not known any more.
  void forgetSide() {
    topStart = false;
    endedElsewhere = false;
  }

  /// Measures and tells the reps of the present segment that ended before `upToNs` and were not measured yet.
  ///
  /// @param pods       all pods, null where there is none
  /// @param usedPods   which of them were there all the time; at least one
  /// @param restedAt   whether the bar rested before the segment
  /// @param restAfter  whether it rests after it
  void tell(@Nullable PodTrack[] pods, boolean[] usedPods, long upToNs, boolean restedAt, boolean restAfter) {
    tracks = pods;
    used = usedPods;
    restedBefore = restedAt;
    fillCurve();
    findStart();
    if (judge.start() != LiftStart.UNKNOWN) {
      topStart = judge.start().isTopStart();
    } else if (measuredUpToNs == NONE && !endedElsewhere) {
      // A lift that starts at the top goes down first; a bar that was held at the top for long goes on as it began.
      topStart = restedBefore && strokes.count() > 0 && !strokes.up(0);
    }
    long done = measuredUpToNs;
    long toldUpToNs = upToNs;
    for (int k = 0; k < strokes.count(); k++) {
      if (!strokes.up(k) || strokes.startNs(k) < done) {
        continue;
      }
      int eccentric = downStroke(topStart ? k - 1 : k + 1);
      double endNs = strokes.endNs(eccentric > k ? eccentric : k);
      if (endNs > upToNs) {
        break;
      }
      pulls.tell(curve, forces, (long) strokes.startNs(k), restedBefore, restAfter);
      RepMeasures rep = measurer.measure(curve, strokes, k, eccentric, !topStart && judge.start().mayStandOnFloor(),
          forces);
      if (upToNs != Long.MAX_VALUE && !isCertain(rep) && strokes.first(k) > curve.size() / 2) {
        // What comes will tell more of it, long before the memory is full.
        toldUpToNs = (long) strokes.startNs(k);
        break;
      }
      done = (long) strokes.endNs(k);
      rep.restBefore = restedBefore;
      rep.restAfter = restAfter;
      rep.start = judge.start();
      rep.walkedM = walkedM;
      if (isRep(rep) && !cutOff(k)
          && judge.judge(curve, strokes, k, eccentric, topStart, restedBefore && !endedElsewhere, rep)) {
        pulls.repTold(rep);
        lastRepNs = rep.concentricEndNs;
        listener.onRep(rep);
      }
    }
    pulls.tell(curve, forces, toldUpToNs, restedBefore, restAfter);
    measuredUpToNs = upToNs == Long.MAX_VALUE ? NONE : Math.max(done, measuredUpToNs);
  }

  private void fillCurve() {
    curve.fill(tracks, used, forces, judge.start(), ideas);
    strokes.find(curve);
  }

  /// Where nobody said from where the reps begin, the segment's strokes say it, before the first of them is told and not after.
  private void findStart() {
    if (startTold || measuredUpToNs != NONE || endedElsewhere || !restedBefore) {
      return;
    }
    if (strokes.count() > 0) {
      int first = strokes.first(0);
      walkedM = Math.hypot(curve.acrossM(first), curve.alongM(first));
    }
    LiftStart found = starts.find(curve, strokes, measurer.loads(curve, forces));
    boolean another = lastRepNs != NONE && (curve.timeNs(0) - lastRepNs) * 1e-9 > ANOTHER_LIFT_S;
    if (found != LiftStart.UNKNOWN && (another || found != judge.start())) {
      judge.begin(found);
      curve.setWide(found == LiftStart.RACK);
      fillCurve();
    }
  }

  /// Whether the stream began or ended while the bar rose: how far it went nobody knows.
  private boolean cutOff(int concentric) {
    int first = strokes.first(concentric);
    int last = strokes.last(concentric);
    boolean atStart = first == 0 && !restedBefore && curve.velocityMps(first) > STILL_RISING_MPS;
    return atStart || (last == curve.size() - 1 && curve.velocityMps(last) > STILL_RISING_MPS);
  }

  private int downStroke(int candidate) {
    return candidate >= 0 && candidate < strokes.count() && !strokes.up(candidate) ? candidate : -1;
  }

  /// A rep goes far enough, fast enough, and is no artefact of what the estimate does not know.
  private static boolean isRep(RepMeasures rep) {
    return rep.rangeOfMotionM >= REP_M && rep.peakConcentricMps >= REP_PEAK_MPS && isCertain(rep);
  }

  /// Whether what was measured is more than its doubt, and something that a person does.
  static boolean isCertain(RepMeasures rep) {
    return rep.peakConcentricMps >= rep.meanConcentricMps && rep.concentricS > CERTAIN_SDS * rep.concentricSdS
        && rep.rangeOfMotionM > CERTAIN_SDS * rep.rangeOfMotionSdM
        && rep.peakConcentricMps > CERTAIN_SDS * rep.peakConcentricSdMps && rep.peakConcentricMps < FASTEST_MPS
        && 4 * rep.rangeOfMotionM < BRISKEST_MPS2 * rep.concentricS * rep.concentricS;
  }
}

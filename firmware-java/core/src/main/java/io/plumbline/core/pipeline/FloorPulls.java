package io.plumbline.core.pipeline;

import io.plumbline.core.motion.ContactJudge;
import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.motion.PodTrack;
import io.plumbline.core.rep.PullWatch;
import io.plumbline.core.rep.RepMeasurer;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.StrokeFinder;
import org.jspecify.annotations.Nullable;

/// Tells of pulls at a bar on the floor that led to no rep: the plates stayed there, or hardly left it. Not thread-safe.
final class FloorPulls {
  /// Shafts bend by less before the plates rise.
  private static final double ON_FLOOR_M = 0.04;
  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private final PipelineListener listener;
  private final RepMeasurer measurer;
  private final PullWatch watch = new PullWatch(PullWatch.Params.DEFAULT);
  private final ShaftBend bend = new ShaftBend();
  private final StrokeFinder strokes = new StrokeFinder();
  /// The first pull of the watch that was not judged yet.
  private int next;
  private long repToNs = Long.MIN_VALUE;

  FloorPulls(PipelineListener listener, RepMeasurer measurer) {
    this.listener = listener;
    this.measurer = measurer;
  }

  /// Another set begins.
  void begin() {
    watch.begin();
    next = 0;
  }

  /// Follows what draws at both sides: by the load cells or, where there are none, by the shaft's bend between two pods.
  ///
  /// @param left   a pod by the left collar, null where there is none alive
  /// @param right  the same of the right one
  /// @param atBase whether the bar rests where nobody holds it
  void follow(long nowNs, ContactJudge cells, @Nullable PodTrack left, @Nullable PodTrack right, boolean atBase,
      double heightM) {
    double leftN = cells.pullN(LEFT);
    double rightN = cells.pullN(RIGHT);
    if (left != null && right != null) {
      bend.follow(nowNs, left, right, atBase);
      leftN = Double.isNaN(leftN) ? bend.pullN(LEFT) : leftN;
      rightN = Double.isNaN(rightN) ? bend.pullN(RIGHT) : rightN;
    }
    watch.follow(nowNs, leftN, rightN, heightM);
  }

  /// Whether there is something to judge.
  boolean waiting() {
    return watch.count() > 0;
  }

  /// A rep was told: what ended within it is no attempt of its own.
  void repTold(RepMeasures rep) {
    repToNs = rep.concentricEndNs;
  }

  /// Tells of the pulls that ended before a time.
  void tell(MotionCurve c, ForceTrack forces, long untilNs, boolean restBefore, boolean restAfter) {
    for (; next < watch.count() && watch.toNs(next) < untilNs; next++) {
      long fromNs = watch.fromNs(next);
      long toNs = watch.toNs(next);
      if (fromNs < repToNs) {
        continue;
      }
      if (risenM(c, fromNs, toNs) < ON_FLOOR_M) {
        listener.onRep(measurer.measureStuck(fromNs, toNs, watch.mostN(next)));
      } else {
        tellHardlyLifted(c, forces, fromNs, toNs, restBefore, restAfter);
      }
    }
    if (next == watch.count()) {
      watch.forget();
      next = 0;
    }
  }

  /// How far the bar rose between two times above where it was at the first.
  private static double risenM(MotionCurve c, long fromNs, long toNs) {
    int a = c.entryNear((double) fromNs, 0);
    int b = c.entryNear((double) toNs, a);
    double most = 0;
    for (int i = a; i <= b; i++) {
      most = Math.max(most, c.heightM(i) - c.heightM(a));
    }
    return most;
  }

  /// The highest of the small strokes within a pull is a failed attempt.
  private void tellHardlyLifted(MotionCurve c, ForceTrack forces, long fromNs, long toNs, boolean restBefore,
      boolean restAfter) {
    strokes.find(c, ON_FLOOR_M);
    int highest = -1;
    for (int k = 0; k < strokes.count(); k++) {
      boolean within = strokes.up(k) && strokes.endNs(k) > fromNs && strokes.startNs(k) < toNs;
      if (within && (highest < 0 || c.heightM(strokes.last(k)) > c.heightM(strokes.last(highest)))) {
        highest = k;
      }
    }
    if (highest < 0) {
      return;
    }
    boolean lowered = highest + 1 < strokes.count() && !strokes.up(highest + 1);
    RepMeasures rep = measurer.measure(c, strokes, highest, lowered ? highest + 1 : -1, true, forces);
    rep.restBefore = restBefore;
    rep.restAfter = restAfter;
    rep.outcome = RepMeasures.Outcome.FAILED;
    if (SegmentReps.isCertain(rep)) {
      listener.onRep(rep);
    }
  }
}

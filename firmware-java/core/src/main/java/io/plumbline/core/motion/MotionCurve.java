package io.plumbline.core.motion;

import io.plumbline.core.sample.LiftStart;
import org.jspecify.annotations.Nullable;

/// The smoothed motion of the bar's centre over one segment, joined from all pods: one entry a step of the first pod. Preallocated and
/// refilled. Not thread-safe.
public final class MotionCurve {
  /// A mark: the step saw an impact.
  public static final byte IMPACT = 1;
  /// A mark: a sensor was at the end of its range.
  public static final byte SATURATED = 2;
  /// A mark: samples were missing.
  public static final byte GAP = 4;

  /// Most entries.
  public static final int CAPACITY = PodHistory.CAPACITY;
  private static final int SIDES = 2;

  // Pods should agree to within this many combined standard deviations, floored.
  private static final double DISTRUST_SD = 6;
  private static final double DISTRUST_FLOOR_MPS = 0.05;

  // Deflection over slope at the collar of a shaft that hangs in two hands 0.6 m apart, loads 0.12 m outside the collars (Timoshenko, Strength
  // of Materials I, overhanging beams): 0.22 to 0.35 m for hands 0.8 to 0.4 m apart, whatever bar and load.
  private static final double NARROW_BEND_LEVER_M = 0.29;
  private static final double WIDE_BEND_LEVER_M = 0.225;

  private final HoldFinder holds = new HoldFinder();
  private final TouchFinder touches = new TouchFinder();
  private int size;
  private int pods;
  private boolean bendKnown;
  private boolean tiltKnown;
  private double bendLeverM;
  private double heldLeverM = NARROW_BEND_LEVER_M;
  private double firstLeverXM;
  private final long[] timeNs = new long[CAPACITY];
  private final double[] heightM = new double[CAPACITY];
  private final double[] heightVar = new double[CAPACITY];
  private final double[] velocityMps = new double[CAPACITY];
  private final double[] velocityVar = new double[CAPACITY];
  private final double[] accelMps2 = new double[CAPACITY];
  private final double[] acrossM = new double[CAPACITY];
  private final double[] alongM = new double[CAPACITY];
  private final double[] levelVelocityVar = new double[CAPACITY];
  private final double[] bendRad = new double[CAPACITY];
  private final double[] tiltRad = new double[CAPACITY];
  private final double[] tiltVar = new double[CAPACITY];
  private final double[] twistRad = new double[CAPACITY];
  private final double[] rollRad = new double[CAPACITY];
  private final byte[] marks = new byte[CAPACITY];
  private final double[][] sideVelocityMps = new double[SIDES][CAPACITY];
  private final double[][] sideSlopeRad = new double[SIDES][CAPACITY];
  private final boolean[] sideKnown = new boolean[SIDES];
  private int otherEnd = -1;
  private final double[] restExcessMps2 = new double[SIDES];
  private final double[] restExcessVar = new double[SIDES];
  private final LonePod lone = new LonePod();

  /// Tells how the bar is held: wide by squatters and on the bench, 0.8 m, narrower by who lifts or presses it, 0.6 m.
  public void setWide(boolean wide) {
    heldLeverM = wide ? WIDE_BEND_LEVER_M : NARROW_BEND_LEVER_M;
  }

  /// Smooths the pods' present segments and joins them.
  ///
  /// @param tracks    all pods, null where there is none
  /// @param used      which of them to use; at least one
  /// @param forces    what the load cells told
  /// @param start     what kind of lift it is: a lift is held at its top, who moves a sensor by hand may go on slowly
  /// @param ideas     which ideas take part
  public void fill(@Nullable PodTrack[] tracks, boolean[] used, ForceTrack forces, LiftStart start, Ideas ideas) {
    boolean fromFloor = !start.isRacked();
    join(tracks, used, forces, fromFloor, ideas, false);
    if (start != LiftStart.UNKNOWN && ideas.holds() && ideas.smoother()) {
      holds.find(this);
      if (start == LiftStart.FLOOR && ideas.touches()) {
        touches.find(this);
      } else {
        touches.clear();
      }
      join(tracks, used, forces, fromFloor, ideas, true);
    }
  }

  private void join(@Nullable PodTrack[] tracks, boolean[] used, ForceTrack forces, boolean fromFloor, Ideas ideas,
      boolean held) {
    clear();
    PodHistory first = null;
    for (int i = 0; i < tracks.length; i++) {
      PodTrack track = tracks[i];
      if (track == null || !used[i]) {
        continue;
      }
      PodHistory history = track.history();
      if (held) {
        history.smooth(holds, touches);
      } else {
        history.smooth(ideas.smoother());
      }
      if (pods == 0) {
        take(history, track.leverXM(), i);
        first = history;
      } else {
        join(history, track.leverXM(), i);
      }
      if (i < SIDES) {
        sideKnown[i] = size > 0;
        restExcessMps2[i] = sideKnown[i] ? history.up.filteredBiasMps2(0) : 0;
        restExcessVar[i] = sideKnown[i] ? history.up.filteredBiasVar(0) : Double.POSITIVE_INFINITY;
      }
      pods++;
    }
    tiltKnown = pods > 1 || Math.abs(firstLeverXM) < heldLeverM;
    if (ideas.bend()) {
      if (!tiltKnown && first != null && size > 0) {
        partSlope(first, forces, fromFloor);
      }
      if (bendKnown) {
        unbend();
      }
    }
    differentiate();
  }

  private void clear() {
    pods = 0;
    size = 0;
    bendKnown = false;
    sideKnown[0] = false;
    sideKnown[1] = false;
    otherEnd = -1;
  }

  /// Takes out what bending did. Each pod was carried to the centre as if the bar were rigid, by its whole slope: a part of that slope, β, is
  /// the bar's bending, which lowers a pod at x by c β and not by x β.
  private void unbend() {
    double excessM = bendLeverM - heldLeverM;
    for (int k = 0; k < size; k++) {
      int a = Math.max(k - 1, 0);
      int b = Math.min(k + 1, size - 1);
      heightM[k] -= excessM * (bendRad[k] - bendRad[0]);
      velocityMps[k] -= b > a ? excessM * (bendRad[b] - bendRad[a]) / ((timeNs[b] - timeNs[a]) * 1e-9) : 0;
    }
  }

  /// One pod by a collar feels tilt and bending as one slope: what it cannot tell apart is in doubt.
  private void partSlope(PodHistory t, ForceTrack forces, boolean fromFloor) {
    int side = firstLeverXM < 0 ? 0 : 1;
    lone.part(t, side, forces, fromFloor);
    bendKnown = true;
    bendLeverM = Math.abs(firstLeverXM);
    double excessM = bendLeverM - heldLeverM;
    double firstBend = lone.firstBendRad();
    tiltKnown = !Double.isNaN(firstBend);
    for (int k = 0; k < size; k++) {
      bendRad[k] = lone.bendRad(k);
      tiltRad[k] -= Math.signum(firstLeverXM) * (bendRad[k] + firstBend);
      tiltVar[k] = lone.tiltVar(k);
      heightVar[k] += excessM * excessM * lone.tiltVar(k);
      velocityVar[k] += excessM * excessM * lone.rateVar(k);
    }
    if (tiltKnown && sideKnown[side]) {
      guessOtherEnd(side);
    }
  }

  /// Both ends bend alike, and what one does by tilt the other does against it.
  private void guessOtherEnd(int side) {
    int other = 1 - side;
    for (int k = 0; k < size; k++) {
      int a = Math.max(k - 1, 0);
      int b = Math.min(k + 1, size - 1);
      double tiltRadps = b > a ? (tiltRad[b] - tiltRad[a]) / ((timeNs[b] - timeNs[a]) * 1e-9) : 0;
      sideSlopeRad[other][k] = sideSlopeRad[side][k] - 2 * outward(side) * tiltRad[k];
      sideVelocityMps[other][k] = sideVelocityMps[side][k] + 2 * bendLeverM * outward(side) * tiltRadps;
    }
    otherEnd = other;
  }

  /// Whether the motion of an end of the shaft is guessed from the other one's.
  public boolean endGuessed(int side) {
    return !sideKnown[side] && sideKnown[1 - side];
  }

  /// Takes a vertical motion that is known from elsewhere, without error, so that it can be measured by the same rules. What does not fit in
  /// is left out.
  ///
  /// @param timesNs      increasing
  /// @param heightsM     at these times
  /// @param velocitiesMps at these times, up positive
  public void load(long[] timesNs, double[] heightsM, double[] velocitiesMps, int count) {
    load(timesNs, heightsM, velocitiesMps, 0, count);
  }

  /// The same with velocities that are known to a standard deviation.
  public void load(long[] timesNs, double[] heightsM, double[] velocitiesMps, double velocitySdMps, int count) {
    clear();
    size = Math.min(count, CAPACITY);
    for (int k = 0; k < size; k++) {
      timeNs[k] = timesNs[k];
      heightM[k] = heightsM[k];
      velocityMps[k] = velocitiesMps[k];
      heightVar[k] = 0;
      velocityVar[k] = velocitySdMps * velocitySdMps;
      acrossM[k] = 0;
      alongM[k] = 0;
      levelVelocityVar[k] = 0;
      tiltRad[k] = 0;
      tiltVar[k] = 0;
      twistRad[k] = 0;
      rollRad[k] = 0;
      marks[k] = 0;
    }
    tiltKnown = true;
    differentiate();
  }

  private void take(PodHistory t, double leverXM, int site) {
    size = t.size();
    firstLeverXM = leverXM;
    for (int i = 0; i < size; i++) {
      timeNs[i] = t.timeNs[i];
      heightM[i] = height(t, i);
      heightVar[i] = t.up.positionVar[i];
      velocityMps[i] = velocity(t, i);
      velocityVar[i] = t.up.velocityVar[i];
      acrossM[i] = across(t, i);
      alongM[i] = along(t, i);
      levelVelocityVar[i] = t.alongY.velocityVar[i];
      tiltRad[i] = t.tiltRad[i];
      tiltVar[i] = 0;
      twistRad[i] = t.twistRad(i);
      rollRad[i] = t.rollRad[i];
      marks[i] = t.marks[i];
      if (site < SIDES) {
        sideVelocityMps[site][i] = t.up.velocityMps[i];
        sideSlopeRad[site][i] = outward(site) * t.tiltRad[i];
      }
    }
  }

  /// Joins a further pod by inverse variance, interpolated to the first pod's instants.
  private void join(PodHistory t, double leverXM, int site) {
    boolean facing = leverXM * firstLeverXM < 0;
    bendKnown |= facing;
    bendLeverM = facing ? 0.5 * (Math.abs(leverXM) + Math.abs(firstLeverXM)) : bendLeverM;
    int last = t.size() - 1;
    int i = 0;
    for (int k = 0; k < size; k++) {
      long now = timeNs[k];
      while (i < last && t.timeNs[i + 1] <= now) {
        i++;
      }
      int j = Math.min(i + 1, last);
      double span = t.timeNs[j] - t.timeNs[i];
      double u = span > 0 ? Math.max(0, Math.min(1, (now - t.timeNs[i]) / span)) : 0;
      double vVar = t.up.velocityVar[i];
      double difference = mix(velocity(t, i), velocity(t, j), u) - velocityMps[k];
      double limit = DISTRUST_FLOOR_MPS + DISTRUST_SD * Math.sqrt(vVar + velocityVar[k]);
      marks[k] |= t.marks[i];
      // Pods that contradict each other: nobody knows which is right, and half their difference is the least doubt. After a blow the ends of a
      // shaft do swing against each other.
      boolean struck = (marks[k] & IMPACT) != 0;
      double quarrel = !struck && Math.abs(difference) > limit ? 0.25 * difference * difference : 0;
      velocityMps[k] += weight(velocityVar[k], vVar) * difference;
      velocityVar[k] = joined(velocityVar[k], vVar) + quarrel;
      double hVar = t.up.positionVar[i];
      heightM[k] += weight(heightVar[k], hVar) * (mix(height(t, i), height(t, j), u) - heightM[k]);
      heightVar[k] = joined(heightVar[k], hVar);
      double lVar = t.alongY.velocityVar[i];
      double gl = weight(levelVelocityVar[k], lVar);
      acrossM[k] += gl * (mix(across(t, i), across(t, j), u) - acrossM[k]);
      alongM[k] += gl * (mix(along(t, i), along(t, j), u) - alongM[k]);
      levelVelocityVar[k] = joined(levelVelocityVar[k], lVar);
      // Left and right pods lean against each other as the bar bends; their mean is the tilt of the whole.
      double share = 1.0 / (pods + 1);
      if (facing) {
        bendRad[k] = 0.5 * Math.signum(leverXM) * (mix(t.tiltRad[i], t.tiltRad[j], u) - tiltRad[k]);
      }
      tiltRad[k] += share * (mix(t.tiltRad[i], t.tiltRad[j], u) - tiltRad[k]);
      twistRad[k] += share * (mix(t.twistRad(i), t.twistRad(j), u) - twistRad[k]);
      rollRad[k] += share * Math.IEEEremainder(t.rollRad[i] - rollRad[k], 2 * Math.PI);
      // A pod by a collar goes with its end of the shaft: its own velocity, without its lever, is what that end does.
      if (site < SIDES) {
        sideVelocityMps[site][k] = mix(t.up.velocityMps[i], t.up.velocityMps[j], u);
        sideSlopeRad[site][k] = outward(site) * mix(t.tiltRad[i], t.tiltRad[j], u);
      }
    }
  }

  private void differentiate() {
    for (int k = 0; k < size; k++) {
      int a = Math.max(k - 1, 0);
      int b = Math.min(k + 1, size - 1);
      accelMps2[k] = b > a ? (velocityMps[b] - velocityMps[a]) / ((timeNs[b] - timeNs[a]) * 1e-9) : 0;
    }
  }

  /// Tilt is + where the right end is lower.
  private static int outward(int site) {
    return site == 0 ? -1 : 1;
  }

  private static double weight(double mine, double other) {
    return mine + other > 0 ? mine / (mine + other) : 0.5;
  }

  private static double joined(double mine, double other) {
    return mine + other > 0 ? mine * other / (mine + other) : 0;
  }

  private static double mix(double a, double b, double u) {
    return a + u * (b - a);
  }

  private static double height(PodHistory t, int i) {
    return t.up.positionM[i] - t.leverShift(i, 2);
  }

  private static double velocity(PodHistory t, int i) {
    return t.up.velocityMps[i] - t.leverVelocity[3 * i + 2];
  }

  // World axes of a pod have an arbitrary heading; the bar's own direction at the start of the segment defines ours.
  private static double along(PodHistory t, int i) {
    return t.along(t.alongX.positionM[i] - t.leverShift(i, 0), t.alongY.positionM[i] - t.leverShift(i, 1));
  }

  private static double across(PodHistory t, int i) {
    return t.across(t.alongX.positionM[i] - t.leverShift(i, 0), t.alongY.positionM[i] - t.leverShift(i, 1));
  }

  /// Entries.
  public int size() {
    return size;
  }

  /// Pods that took part.
  public int pods() {
    return pods;
  }

  /// Time of an entry, ns.
  public long timeNs(int i) {
    return timeNs[i];
  }

  /// The entry nearest to a time.
  ///
  /// @param ns   the time, with fraction
  /// @param from where to begin looking
  public int entryNear(double ns, int from) {
    int at = from;
    while (at > 0 && Math.abs((double) timeNs[at - 1] - ns) < Math.abs((double) timeNs[at] - ns)) {
      at--;
    }
    while (at < size - 1 && Math.abs((double) timeNs[at + 1] - ns) < Math.abs((double) timeNs[at] - ns)) {
      at++;
    }
    return at;
  }

  /// Seconds from entry `a` to entry `b`.
  public double secondsBetween(int a, int b) {
    return (timeNs[b] - timeNs[a]) * 1e-9;
  }

  /// Height above the segment's start.
  public double heightM(int i) {
    return heightM[i];
  }

  /// Variance of [#heightM(int)].
  public double heightVar(int i) {
    return heightVar[i];
  }

  /// Vertical velocity, up positive.
  public double velocityMps(int i) {
    return velocityMps[i];
  }

  /// Variance of [#velocityMps(int)].
  public double velocityVar(int i) {
    return velocityVar[i];
  }

  /// Vertical acceleration.
  public double accelMps2(int i) {
    return accelMps2[i];
  }

  /// Vertical velocity of an end of the shaft as the pod there feels it, bend included; where there is none, of the other end, less what the
  /// tilt does if that is known, and where there is no such pod at all, of the centre.
  ///
  /// @param side 0 left, 1 right
  public double endVelocityMps(int side, int i) {
    if (sideKnown[side] || side == otherEnd) {
      return sideVelocityMps[side][i];
    }
    return sideKnown[1 - side] ? sideVelocityMps[1 - side][i] : velocityMps[i];
  }

  /// Slope of an end of the shaft as the pod there feels it, bend and tilt together, + where it falls outward; where there is no such pod, that
  /// of the other end, with the tilt turned about if that is known; 0 where there is none at all.
  ///
  /// @param side 0 left, 1 right
  public double endSlopeRad(int side, int i) {
    if (sideKnown[side] || side == otherEnd) {
      return sideSlopeRad[side][i];
    }
    return sideKnown[1 - side] ? sideSlopeRad[1 - side][i] : 0;
  }

  /// What the pod at an end of the shaft felt more than standard gravity where it rested before the segment, as far as it is known; where there
  /// is no such pod, the one at the other end.
  ///
  /// @param side 0 left, 1 right
  public double restExcessMps2(int side) {
    return restExcessMps2[sideKnown[side] ? side : 1 - side];
  }

  /// Variance of [#restExcessMps2(int)], infinite where there is no pod at an end.
  public double restExcessVar(int side) {
    return sideKnown[0] || sideKnown[1] ? restExcessVar[sideKnown[side] ? side : 1 - side] : Double.POSITIVE_INFINITY;
  }

  /// Travel across the bar since the segment's start, + towards the bar frame's y.
  public double acrossM(int i) {
    return acrossM[i];
  }

  /// Travel along the bar since the segment's start, + towards the right pod.
  public double alongM(int i) {
    return alongM[i];
  }

  /// Variance of the velocities behind [#acrossM(int)] and [#alongM(int)].
  public double levelVelocityVar(int i) {
    return levelVelocityVar[i];
  }

  /// Tilt of the bar, + right end lower; it means nothing where it is not [#tiltKnown()].
  public double tiltRad(int i) {
    return tiltRad[i];
  }

  /// Variance of [#tiltRad(int)] that comes from parting it from bending; the sensors' own comes on top.
  public double tiltVar(int i) {
    return tiltVar[i];
  }

  /// Whether the tilt can be told from bending.
  public boolean tiltKnown() {
    return tiltKnown;
  }

  /// Turn of the bar about the vertical since the segment's start, + right end towards the bar frame's y.
  public double twistRad(int i) {
    return twistRad[i];
  }

  /// Roll of the shaft about its own axis, −π to π: compare two entries by their IEEE remainder.
  public double rollRad(int i) {
    return rollRad[i];
  }

  /// Marks of an entry.
  public byte marks(int i) {
    return marks[i];
  }
}

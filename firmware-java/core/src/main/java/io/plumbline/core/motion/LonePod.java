package io.plumbline.core.motion;

/// What of the slope of a bar's only pod is bending, and what is tilt. The shaft bends by what pulls at its ends, which load cells tell; without
/// them plates in the air pull by g + a, with their own acceleration a, and plates that stand keep the bar level. The rest is [LoneTilt]'s.
/// Allocates nothing after construction. Not thread-safe.
final class LonePod {
  /// The slope at a collar comes from the load outside it and, over the hands, from that of the other side: the ratio for a shaft in two hands
  /// 0.6 m apart, loads 0.12 m outside the collars (Timoshenko, Strength of Materials I, overhanging beams), whatever bar and load.
  private static final double OTHER_SIDE_SHARE = 0.18;
  /// Plates sit so far outside the pod by the collar, on a sleeve that leans as the collar does.
  private static final double PLATES_M = 0.12;
  private static final double GRAVITY_MPS2 = 9.80665;
  private static final double NEWTON_TO_KILONEWTON = 1e-3;
  /// Cells that hardly change while the bar is lifted are broken: its empty sleeves alone pull by more.
  private static final double LEAST_CHANGE_N = 40;

  /// κ in rad/kN: shafts of 25 to 50 mm, hands 0.4 to 0.8 m apart. The noise is the model's, not the sensors': 0.5 % of 40 mrad over 20 ms.
  private static final LoneTilt.Params BY_FORCE = new LoneTilt.Params(0.04, 0.03, 1e-9, 1e-8);
  /// κ in rad for the weight at rest. Plates knock in their bores, hands let go: 0.5 mrad over 0.1 s. A bar stands level to 0.2 mrad over 1 s.
  private static final LoneTilt.Params BY_MOTION = new LoneTilt.Params(0.04, 0.03, 2.5e-8, 4e-8);

  // Plates that stand give by a few millimetres of play and floor, and slowly.
  private static final double STANDING_M = 0.003;
  private static final double STANDING_MPS = 0.05;
  private static final double FLYING_M = 0.006;
  private static final double FLYING_SDS = 2;
  private static final double FLYING_MPS = 0.15;
  /// Knocks of plates, faster than any bending, are averaged over so many entries to either side: 30 ms in all.
  private static final int REACH = 5;
  private static final byte UNKNOWN = MotionCurve.IMPACT | MotionCurve.SATURATED | MotionCurve.GAP;

  private final LoneTilt parts = new LoneTilt();
  private final double[] slopeRad = new double[MotionCurve.CAPACITY];
  private final double[] plateMps = new double[MotionCurve.CAPACITY];
  private boolean byForce;
  private double firstPullN;

  /// Parts the slope of a smoothed segment.
  ///
  /// @param t         the pod's history
  /// @param side      on which it sits, 0 left, 1 right
  /// @param forces    what the load cells told, if anything
  /// @param fromFloor whether the bar lies on its plates where it rests
  void part(PodHistory t, int side, ForceTrack forces, boolean fromFloor) {
    int size = t.size();
    for (int k = 0; k < size; k++) {
      slopeRad[k] = (side == 0 ? -1 : 1) * (t.tiltRad[k] - t.tiltRad[0]);
    }
    byForce = driveByForce(t, side, forces);
    if (!byForce) {
      driveByMotion(t, fromFloor);
    }
    parts.part(t.timeNs, size, byForce ? BY_FORCE : BY_MOTION);
  }

  private boolean driveByForce(PodHistory t, int side, ForceTrack forces) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    firstPullN = Double.NaN;
    for (int k = 0; k < t.size(); k++) {
      double own = pullN(t, side, forces, k);
      double other = pullN(t, 1 - side, forces, k);
      double pull = Double.isNaN(other) ? own : own + OTHER_SIDE_SHARE * (other - own);
      if (Double.isNaN(firstPullN)) {
        firstPullN = pull;
      }
      parts.slopeRad[k] = slopeRad[k];
      parts.drive[k] = NEWTON_TO_KILONEWTON * (pull - firstPullN);
      parts.stands[k] = false;
      least = pull < least ? pull : least;
      most = pull > most ? pull : most;
    }
    return most - least > LEAST_CHANGE_N;
  }

  /// Downward pull of a side over the two steps around an entry, N, NaN where it is not known.
  private static double pullN(PodHistory t, int side, ForceTrack forces, int i) {
    boolean magnitude = forces.isMagnitude(side);
    double ofY = magnitude ? 0 : Math.sin(t.rollRad[i]);
    double ofZ = magnitude ? 1 : Math.cos(t.rollRad[i]);
    return -forces.meanN(side, t.timeNs[Math.max(i - 1, 0)], t.timeNs[Math.min(i + 1, t.size() - 1)], ofY, ofZ);
  }

  private void driveByMotion(PodHistory t, boolean fromFloor) {
    int size = t.size();
    for (int k = 0; k < size; k++) {
      int a = Math.max(k - 1, 0);
      int b = Math.min(k + 1, size - 1);
      double rate = b > a ? (slopeRad[b] - slopeRad[a]) / seconds(t, a, b) : 0;
      plateMps[k] = t.up.velocityMps[k] - PLATES_M * rate;
    }
    double sum = 0;
    int from = 0;
    int to = 0;
    int unknownTo = 0;
    for (int k = 0; k < size; k++) {
      int a = Math.max(k - REACH, 0);
      int b = Math.min(k + REACH, size - 1);
      for (; to <= b; to++) {
        sum += slopeRad[to];
      }
      for (; from < a; from++) {
        sum -= slopeRad[from];
      }
      parts.slopeRad[k] = sum / (to - from);
      unknownTo = (t.marks[b] & UNKNOWN) != 0 ? b + REACH : unknownTo;
      double g = b > a ? (plateMps[b] - plateMps[a]) / seconds(t, a, b) / GRAVITY_MPS2 : 0;
      parts.stands[k] = fromFloor && stands(t, k);
      // Out of a rack the plates hang from the first, and what counts is the change.
      parts.drive[k] = k < unknownTo || (fromFloor && !flies(t, k)) ? Double.NaN : g + (fromFloor ? 1 : 0);
    }
  }

  private static double seconds(PodHistory t, int a, int b) {
    return (t.timeNs[b] - t.timeNs[a]) * 1e-9;
  }

  private static boolean stands(PodHistory t, int k) {
    return Math.abs(t.up.positionM[k]) < STANDING_M && Math.abs(t.up.velocityMps[k]) < STANDING_MPS;
  }

  /// Whether the plates surely do not stand: height drifts in a set of minutes, but nothing that stands moves fast.
  private static boolean flies(PodHistory t, int k) {
    return t.up.positionM[k] > FLYING_M + FLYING_SDS * Math.sqrt(t.up.positionVar[k])
        || Math.abs(t.up.velocityMps[k]) > FLYING_MPS;
  }

  /// Change of bending at an entry since the first, + where the pod's end hangs lower.
  double bendRad(int k) {
    return slopeRad[k] - parts.tiltRad[k];
  }

  /// Bending at the first entry, NaN without load cells: a small change is told by motion, but not what it began with.
  double firstBendRad() {
    return byForce ? parts.factor() * NEWTON_TO_KILONEWTON * firstPullN : Double.NaN;
  }

  /// Variance of the tilt at an entry.
  double tiltVar(int k) {
    return parts.tiltVar[k];
  }

  /// Variance of the tilt's rate at an entry.
  double rateVar(int k) {
    return parts.rateVar[k];
  }
}

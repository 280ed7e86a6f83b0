package io.plumbline.core.rep;

/// Watches for pulls at a bar that lies: both sides of the shaft are drawn at, for long enough and hard enough to be an attempt, and then let go.
/// Whether the plates left the floor meanwhile is judged afterwards, on the smoothed motion. Taking hold, rolling the bar or tipping one end
/// up for a plate draws at one side or at none; a slack pull ends in the lift.
///
/// What draws at a side is told by its load cell or, by a pod's lean, by the shaft itself. Allocates nothing after construction. Not thread-safe.
public final class PullWatch {
  /// Limits.
  ///
  /// @param leastN   pull of both sides together that is an attempt where the weight is not known yet
  /// @param share    and as a share of the weight where that is known from lifts before
  /// @param heldS    for so long
  /// @param beginN   pull from which on somebody draws at the bar, and below half of which it was let go
  /// @param letGoS   for so long
  /// @param hangingM height above where the pull began from which on the bar hangs
  public record Params(double leastN, double share, double heldS, double beginN, double letGoS, double hangingM) {
    /// Simulated attempts at 0.7 to 0.97 of the weight; slack that is pulled and let go again is seldom held for long at half of it.
    public static final Params DEFAULT = new Params(300, 0.55, 0.4, 80, 0.15, 0.15);
  }

  /// More attempts than this between two rests are not kept.
  private static final int CAPACITY = 8;
  private static final double WEIGH_S = 0.3;
  private static final double LONGEST_STEP_S = 0.5;

  private final Params params;
  private final long[] fromNs = new long[CAPACITY];
  private final long[] toNs = new long[CAPACITY];
  private final double[] mostN = new double[CAPACITY];
  private int size;
  private double weightN = Double.NaN;
  private boolean pulling;
  private long lastNs = Long.MIN_VALUE;
  private long beganNs;
  private long letGoNs;
  private double baseM;
  private boolean hung;
  private double greatestN;
  private double runS;
  private double longestS;

  /// Watches by these limits.
  public PullWatch(Params params) {
    this.params = params;
  }

  /// Another set: its weight is not known.
  public void begin() {
    weightN = Double.NaN;
    pulling = false;
    size = 0;
  }

  /// Takes what draws at each side, N downward, NaN where it is not known, and the height of now.
  public void follow(long nowNs, double leftN, double rightN, double heightM) {
    double pullN = leftN + rightN;
    // Whoever lifts draws at both sides; once it hangs the bar may tilt, and a side seem to be let go.
    double bothN = 2 * Math.min(leftN, rightN);
    double dtS = lastNs == Long.MIN_VALUE ? 0 : (nowNs - lastNs) * 1e-9;
    lastNs = nowNs;
    if (Double.isNaN(pullN) || dtS > LONGEST_STEP_S) {
      pulling = false;
      return;
    }
    if (!pulling) {
      if (bothN > params.beginN()) {
        pulling = true;
        beganNs = nowNs;
        letGoNs = nowNs;
        baseM = heightM;
        hung = false;
        greatestN = 0;
        runS = 0;
        longestS = 0;
      }
      return;
    }
    greatestN = Math.max(greatestN, pullN);
    if (heightM - baseM > params.hangingM()) {
      hung = true;
      weightN = Double.isNaN(weightN) ? pullN : weightN + Math.min(1, dtS / WEIGH_S) * (pullN - weightN);
    }
    runS = bothN >= (Double.isNaN(weightN) ? params.leastN() : params.share() * weightN) ? runS + dtS : 0;
    longestS = Math.max(longestS, runS);
    if (pullN > 0.5 * params.beginN()) {
      letGoNs = nowNs;
    } else if ((nowNs - letGoNs) * 1e-9 > params.letGoS()) {
      pulling = false;
      if (!hung && longestS >= params.heldS() && size < CAPACITY) {
        fromNs[size] = beganNs;
        toNs[size] = letGoNs;
        mostN[size] = greatestN;
        size++;
      }
    }
  }

  /// Pulls that ended and were not forgotten yet, in time order.
  public int count() {
    return size;
  }

  /// When the pull began, ns.
  public long fromNs(int i) {
    return fromNs[i];
  }

  /// When the bar was let go, ns.
  public long toNs(int i) {
    return toNs[i];
  }

  /// The most that drew at both sides together, N.
  public double mostN(int i) {
    return mostN[i];
  }

  /// Forgets the pulls that were judged.
  public void forget() {
    size = 0;
  }
}

package io.plumbline.core.motion;

/// The vertical axis as it is shown while the bar moves: the causal filter again, which also believes what a set without rests tells of itself. Where
/// the velocity is steady and nearly zero the bar is held (as [HoldFinder] finds with hindsight), plates that stand are on the floor, and a
/// lifter's reps end at the same height. The smoother is told none of it: it knows better, afterwards.
///
/// Allocates nothing after construction. Not thread-safe.
final class LiveAxis {
  /// Velocity is a mean over this, which takes out the tremor of hands, 8 to 12 Hz.
  private static final double MEAN_S = 0.12;
  private static final double LEAST_S = 0.25;
  private static final double STEADY_MPS = 0.012;
  private static final double SLOW_MPS = 0.02;
  private static final double DOUBT_SDS = 2.5;
  /// A slow way down may be as steady.
  private static final double MOST_DOUBT_MPS = 0.06;
  /// Who holds a bar lets it sink or rise so fast.
  private static final double HELD_SD_MPS = 0.01;
  /// Plates give and jump, floors too.
  private static final double FLOOR_SD_M = 0.008;
  private static final double FLOOR_WAIT_S = 0.05;
  private static final double FLOOR_EVERY_S = 0.1;
  /// So much a lifter varies in where a rep ends, twice, as two ends are compared.
  private static final double TOP_SD_M = 0.02 * 1.414;
  /// A top that is so far off is another one; a floor that is so far off was met by a bar that was dropped, and whoever looks on would see it jump.
  private static final double MOST_OFF_M = 0.06;
  private static final double GATE_SDS = 3;
  private static final int CAPACITY = 64;

  private final AxisFilter filter = new AxisFilter();
  private final double[] velocities = new double[CAPACITY];
  private final double[] steps = new double[CAPACITY];
  private int head;
  private int size;
  private double spanS;
  private double wayM;
  private double heldS;
  private double heldMps;
  private int heldSteps;
  private double stoodS;
  private double topM = Double.NaN;

  /// Goes on from what the causal filter knows, and forgets what the set told.
  void begin(AxisFilter causal) {
    filter.copy(causal);
    topM = Double.NaN;
    stoodS = 0;
    forgetRun();
    head = 0;
    size = 0;
    spanS = 0;
    wayM = 0;
  }

  /// Advances as the causal filter does.
  void predict(double accelMps2, double dtS, double velocityNoise, double biasNoise) {
    filter.predict(accelMps2, dtS, velocityNoise, biasNoise, 0);
  }

  /// The bar rests.
  void measureStill(double sdMps) {
    filter.measureStill(sdMps);
  }

  /// A bar stays within reach.
  void measurePosition(double m, double sdM) {
    filter.measurePosition(m, sdM);
  }

  /// Looks after a step whether the bar is held.
  ///
  /// @param leverMps vertical velocity of the pod about the bar's centre
  void followHold(double dtS, double leverMps) {
    double mps = filter.velocityMps - leverMps;
    if (size == CAPACITY) {
      drop();
    }
    int at = (head + size) % CAPACITY;
    velocities[at] = mps;
    steps[at] = dtS;
    size++;
    spanS += dtS;
    wayM += mps * dtS;
    while (size > 1 && spanS - steps[head] >= MEAN_S) {
      drop();
    }
    if (spanS < MEAN_S) {
      return;
    }
    double mean = wayM / spanS;
    if (heldSteps > 0 && Math.abs(mean - heldMps) >= STEADY_MPS) {
      forgetRun();
    }
    heldSteps++;
    heldMps += (mean - heldMps) / heldSteps;
    heldS += dtS;
    if (heldS >= LEAST_S) {
      double doubtMps = Math.min(DOUBT_SDS * Math.sqrt(filter.pvv), MOST_DOUBT_MPS);
      if (Math.abs(heldMps) < Math.max(SLOW_MPS, doubtMps)) {
        double before = filter.velocityMps;
        filter.measureVelocity(heldMps, HELD_SD_MPS);
        shift(filter.velocityMps - before);
      }
      forgetRun();
    }
  }

  private void drop() {
    spanS -= steps[head];
    wayM -= velocities[head] * steps[head];
    head = (head + 1) % CAPACITY;
    size--;
  }

  /// What was learned of the velocity holds for the last moments too.
  private void shift(double byMps) {
    for (int i = 0; i < size; i++) {
      velocities[(head + i) % CAPACITY] += byMps;
    }
    wayM += byMps * spanS;
  }

  private void forgetRun() {
    heldS = 0;
    heldMps = 0;
    heldSteps = 0;
  }

  /// The plates have stood on the floor during a step, or have not. Then it is the pod that has its old height, the bar may lie tilted.
  void followFloor(double dtS, boolean stands) {
    double stoodBeforeS = stoodS;
    stoodS = stands ? stoodS + dtS : 0;
    boolean due = stoodBeforeS < FLOOR_WAIT_S
        ? stoodS >= FLOOR_WAIT_S
        : Math.floor(stoodS / FLOOR_EVERY_S) > Math.floor(stoodBeforeS / FLOOR_EVERY_S);
    if (stands && due) {
      measureHeight(0, FLOOR_SD_M);
    }
  }

  /// A way up has ended.
  ///
  /// @param leverM height of the pod above the bar's centre
  void endAscent(double leverM) {
    if (Double.isNaN(topM) || !measureHeight(topM + leverM, TOP_SD_M)) {
      topM = filter.positionM - leverM;
    }
  }

  private boolean measureHeight(double m, double sdM) {
    double off = Math.abs(filter.positionM - m);
    if (off > MOST_OFF_M || off > GATE_SDS * Math.hypot(Math.sqrt(filter.ppp), sdM)) {
      return false;
    }
    double before = filter.velocityMps;
    filter.measurePosition(m, sdM);
    shift(filter.velocityMps - before);
    return true;
  }

  /// Of the pod, not of the bar's centre.
  double positionM() {
    return filter.positionM;
  }

  double velocityMps() {
    return filter.velocityMps;
  }

  double positionVar() {
    return filter.ppp;
  }

  double velocityVar() {
    return filter.pvv;
  }
}

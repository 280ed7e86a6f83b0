package io.plumbline.core.motion;

import io.plumbline.core.attitude.AttitudeFilter;
import io.plumbline.core.sample.BarSetup;

/// The motion of the bar as one pod feels it: attitude, causal filters for three axes and the history that the smoother needs. Samples of
/// any rate are gathered into steps of about 4 ms, each a trapezoidal mean, so that cost and memory do not grow with the rate.
///
/// The pod's motion is carried to the bar's centre by its lever arm: v_c = v_s − ω × r, p_c = p_s − R r (rigid bar), which needs no
/// derivative of the angular rate.
///
/// Allocates nothing after construction. Not thread-safe.
public final class PodTrack {
  /// Tuning.
  ///
  /// @param stepS             shortest step
  /// @param accelNoise        velocity variance gained a second by sensor noise, (m/s)²/s
  /// @param upBiasNoise       variance of vertical acceleration error gained a second, (m/s²)²/s
  /// @param levelBiasNoise    the same for the horizontal axes, where tilt error leaks gravity in
  /// @param turnBiasSdMps2    acceleration error that comes with turning at 1 rad/s for 1 s: bias, scale and misalignment turn with the pod
  /// @param startBiasSdMps2   acceleration error before the first rest
  /// @param restVelocitySdMps how still rest is
  /// @param heightPriorM      where a bar is likely to be above its last rest
  /// @param heightPriorSdM    and how far from there: a bar stays within reach of a person
  /// @param heightPriorEveryS how often that is said
  /// @param shockMps2         acceleration beyond which a step counts as an impact: structure rings and parts clip
  /// @param shockShare        share of that excess which may be wrong
  /// @param rangeMps2         end of the accelerometer's range
  public record Params(double stepS, double accelNoise, double upBiasNoise, double levelBiasNoise,
      double turnBiasSdMps2,
      double startBiasSdMps2, double restVelocitySdMps, double heightPriorM, double heightPriorSdM,
      double heightPriorEveryS, double shockMps2, double shockShare, double rangeMps2) {
    /// Measured on hand-held recordings with optical truth and on simulated lifts; range of a ±16 g part.
    public static final Params DEFAULT = new Params(0.003, 1e-5, 2e-5, 1e-4, 0.01, 0.3, 0.003, 0.3, 1.0, 0.5, 25, 0.3,
        0.985 * 16 * 9.80665);
  }

  /// Steps that are kept: about a minute.
  public static final int CAPACITY = 1 << 14;
  /// A pause longer than this ends everything that was known of the motion.
  public static final double LONGEST_GAP_S = 1;
  private static final double GAP_PERIODS = 3;
  private static final double SHORTEST_GAP_S = 0.02;
  private static final double SATURATED_SD_MPS2 = 100;

  private final Params params;
  private final double gravityMps2;
  private final double[] mount = new double[9];
  private final double leverX;
  private final double leverY;
  private final double leverZ;
  private final AttitudeFilter attitude;
  private final QuietDetector quiet = new QuietDetector(QuietDetector.Params.DEFAULT);
  private final RestQueue held = new RestQueue();
  private final AxisFilter up = new AxisFilter();
  private final AxisFilter alongX = new AxisFilter();
  private final AxisFilter alongY = new AxisFilter();
  private final double[] sample = new double[6];
  private final double[] previous = new double[3];
  private final double[] mean = new double[3];
  private final double[] worldAccel = new double[3];
  private final double[] previousWorldAccel = new double[3];
  private final double[] scratch = new double[3];

  // One entry a step.
  final AxisHistory upHistory = new AxisHistory(CAPACITY);
  final AxisHistory xHistory = new AxisHistory(CAPACITY);
  final AxisHistory yHistory = new AxisHistory(CAPACITY);
  final long[] timeNs = new long[CAPACITY];
  final double[] stepS = new double[CAPACITY];
  private final double[] velocityNoise = new double[CAPACITY];
  private final double[] upBiasNoise = new double[CAPACITY];
  private final double[] levelBiasNoise = new double[CAPACITY];
  final double[] leverVelocity = new double[3 * CAPACITY];
  final double[] leverPosition = new double[3 * CAPACITY];
  final double[] barX = new double[CAPACITY];
  final double[] barY = new double[CAPACITY];
  final byte[] marks = new byte[CAPACITY];
  private int size;
  private int segmentFirst;

  private long lastNs = Long.MIN_VALUE;
  private long arrivedNs = Long.MIN_VALUE;
  private double periodS = Double.NaN;
  private double openS;
  private final double[] openAccel = new double[3];
  private byte openMarks;
  private double openNoise;
  private double openTurn;
  private double sincePriorS;
  private boolean atRest;

  private long samples;
  private long firstNs;
  private long gaps;
  private double longestGapS;
  private long saturatedSamples;

  /// @param mount rotation sensor to bar frame
  /// @param lever position in the bar frame
  public PodTrack(Params params, BarSetup.Mount mount, BarSetup.Lever lever, double gravityMps2) {
    this.params = params;
    this.gravityMps2 = gravityMps2;
    this.leverX = lever.xM();
    this.leverY = lever.yM();
    this.leverZ = lever.zM();
    this.attitude = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    toMatrix(mount);
  }

  private void toMatrix(BarSetup.Mount q) {
    double w = q.w();
    double x = q.x();
    double y = q.y();
    double z = q.z();
    mount[0] = 1 - 2 * (y * y + z * z);
    mount[1] = 2 * (x * y - w * z);
    mount[2] = 2 * (x * z + w * y);
    mount[3] = 2 * (x * y + w * z);
    mount[4] = 1 - 2 * (x * x + z * z);
    mount[5] = 2 * (y * z - w * x);
    mount[6] = 2 * (x * z - w * y);
    mount[7] = 2 * (y * z + w * x);
    mount[8] = 1 - 2 * (x * x + y * y);
  }

  /// Takes one sample in the sensor frame: specific force (m/s²) and angular rate (rad/s).
  ///
  /// @return whether steps were completed
  public boolean add(long tNs, double ax, double ay, double az, double gx, double gy, double gz) {
    boolean saturated = Math.abs(ax) >= params.rangeMps2 || Math.abs(ay) >= params.rangeMps2
        || Math.abs(az) >= params.rangeMps2;
    toBar(ax, ay, az, 0);
    toBar(gx, gy, gz, 3);
    samples++;
    saturatedSamples += saturated ? 1 : 0;
    if (samples == 1) {
      firstNs = tNs;
      arrivedNs = tNs;
      start(tNs);
      return false;
    }
    double arrivalS = (tNs - arrivedNs) * 1e-9;
    noteArrival(arrivalS);
    arrivedNs = tNs;
    if (arrivalS > LONGEST_GAP_S) {
      restart(tNs);
      return false;
    }
    quiet.add(sample, arrivalS);
    if (!atRest) {
      return process(tNs, saturated);
    }
    held.put(tNs, sample, saturated);
    boolean stepped = false;
    while (held.ripe(tNs)) {
      stepped |= processHeld();
    }
    return stepped;
  }

  private boolean processHeld() {
    long tNs = held.time();
    boolean saturated = held.isSaturated();
    held.take(sample, atRest);
    return process(tNs, saturated);
  }

  private boolean process(long tNs, boolean saturated) {
    double dtS = (tNs - lastNs) * 1e-9;
    for (int i = 0; i < 3; i++) {
      mean[i] = 0.5 * (previous[i] + sample[i]);
    }
    attitude.update(sample[3], sample[4], sample[5], mean[0], mean[1], mean[2], dtS, atRest);
    attitude.toWorld(sample[0], sample[1], sample[2], worldAccel);
    worldAccel[2] -= gravityMps2;
    gather(dtS, saturated, isGap(dtS));
    lastNs = tNs;
    System.arraycopy(sample, 0, previous, 0, 3);
    System.arraycopy(worldAccel, 0, previousWorldAccel, 0, 3);
    if (openS < params.stepS) {
      return false;
    }
    closeStep();
    return true;
  }

  private void toBar(double x, double y, double z, int to) {
    sample[to] = mount[0] * x + mount[1] * y + mount[2] * z;
    sample[to + 1] = mount[3] * x + mount[4] * y + mount[5] * z;
    sample[to + 2] = mount[6] * x + mount[7] * y + mount[8] * z;
  }

  /// After so long a pause nothing is left of position, velocity and orientation; the gyro's bias is.
  private void restart(long tNs) {
    size = 0;
    segmentFirst = 0;
    atRest = false;
    held.clear();
    clearOpenStep();
    start(tNs);
  }

  private void start(long tNs) {
    lastNs = tNs;
    attitude.align(sample[0], sample[1], sample[2]);
    attitude.toWorld(sample[0], sample[1], sample[2], previousWorldAccel);
    previousWorldAccel[2] -= gravityMps2;
    System.arraycopy(sample, 0, previous, 0, 3);
    up.reset(0.5, params.startBiasSdMps2);
    alongX.reset(0.5, params.startBiasSdMps2);
    alongY.reset(0.5, params.startBiasSdMps2);
  }

  private boolean isGap(double dtS) {
    return !Double.isNaN(periodS) && dtS > Math.max(GAP_PERIODS * periodS, SHORTEST_GAP_S);
  }

  private void noteArrival(double dtS) {
    if (isGap(dtS)) {
      gaps++;
      longestGapS = Math.max(longestGapS, dtS);
      quiet.restart();
    } else {
      periodS = Double.isNaN(periodS) ? dtS : periodS + 0.01 * (dtS - periodS);
    }
  }

  private void gather(double dtS, boolean saturated, boolean gap) {
    double deviation = 0;
    for (int i = 0; i < 3; i++) {
      double a = 0.5 * (previousWorldAccel[i] + worldAccel[i]);
      openAccel[i] += a * dtS;
      deviation = Math.max(deviation, Math.abs(worldAccel[i]));
    }
    openS += dtS;
    double doubtMps2 = Math.max(0, deviation - params.shockMps2) * params.shockShare;
    if (doubtMps2 > 0) {
      openMarks |= MotionCurve.IMPACT;
    }
    if (saturated) {
      openMarks |= MotionCurve.SATURATED;
      doubtMps2 = SATURATED_SD_MPS2;
    }
    if (gap) {
      openMarks |= MotionCurve.GAP;
      // Nothing is known of the acceleration inside but its ends.
      doubtMps2 = Math.max(doubtMps2, 1 + deviation);
    }
    openNoise += doubtMps2 * dtS * doubtMps2 * dtS;
    openTurn += (sample[3] * sample[3] + sample[4] * sample[4] + sample[5] * sample[5]) * dtS;
  }

  private void closeStep() {
    if (size == CAPACITY) {
      drop(CAPACITY / 2);
    }
    int i = size++;
    double dt = openS;
    timeNs[i] = lastNs;
    stepS[i] = dt;
    velocityNoise[i] = params.accelNoise * dt + openNoise;
    double turnNoise = openTurn * params.turnBiasSdMps2 * params.turnBiasSdMps2;
    upBiasNoise[i] = params.upBiasNoise * dt + turnNoise;
    levelBiasNoise[i] = params.levelBiasNoise * dt + turnNoise;
    marks[i] = openMarks;
    double x = openAccel[0] / dt;
    double y = openAccel[1] / dt;
    double z = openAccel[2] / dt;
    up.predict(z, dt, velocityNoise[i], upBiasNoise[i]);
    alongX.predict(x, dt, velocityNoise[i], levelBiasNoise[i]);
    alongY.predict(y, dt, velocityNoise[i], levelBiasNoise[i]);
    if (atRest) {
      up.measureVelocity(0, params.restVelocitySdMps);
      alongX.measureVelocity(0, params.restVelocitySdMps);
      alongY.measureVelocity(0, params.restVelocitySdMps);
    } else {
      sincePriorS += dt;
      if (sincePriorS >= params.heightPriorEveryS) {
        sincePriorS = 0;
        up.measurePosition(params.heightPriorM, params.heightPriorSdM);
      }
    }
    upHistory.put(i, up, z);
    xHistory.put(i, alongX, x);
    yHistory.put(i, alongY, y);
    putLever(i);
    clearOpenStep();
  }

  private void clearOpenStep() {
    openS = 0;
    openNoise = 0;
    openTurn = 0;
    openMarks = 0;
    openAccel[0] = 0;
    openAccel[1] = 0;
    openAccel[2] = 0;
  }

  private void putLever(int i) {
    double wx = sample[3] - attitude.biasRadps(0);
    double wy = sample[4] - attitude.biasRadps(1);
    double wz = sample[5] - attitude.biasRadps(2);
    attitude.toWorld(wy * leverZ - wz * leverY, wz * leverX - wx * leverZ, wx * leverY - wy * leverX, scratch);
    System.arraycopy(scratch, 0, leverVelocity, 3 * i, 3);
    attitude.toWorld(leverX, leverY, leverZ, scratch);
    System.arraycopy(scratch, 0, leverPosition, 3 * i, 3);
    attitude.toWorld(1, 0, 0, scratch);
    barX[i] = scratch[0];
    barY[i] = scratch[1];
  }

  /// Judges stillness where a block of samples is full.
  ///
  /// @return whether it was judged
  public boolean judgeQuiet() {
    if (!quiet.due()) {
      return false;
    }
    quiet.judge(attitude.biasKnown(), attitude.biasRadps(0), attitude.biasRadps(1), attitude.biasRadps(2));
    return true;
  }

  /// For how long the signals have been still, s.
  public double quietS() {
    return quiet.quietS();
  }

  /// Whether the samples since the rest was last certain add up to a movement.
  public boolean onset() {
    return atRest && held.onset();
  }

  /// Tells whether the bar rests; samples that follow wait until they are known to belong to the rest, and then have no velocity.
  public void setAtRest(boolean rest) {
    if (rest == atRest) {
      return;
    }
    atRest = rest;
    if (rest) {
      sincePriorS = 0;
      quiet.meanAccel(scratch);
      held.begin(scratch, quiet.accelScatterMps2(), periodS);
    } else {
      // A smooth start is as quiet as the rest before it: only what comes now may call it still again.
      quiet.restart();
      while (!held.isEmpty()) {
        processHeld();
      }
    }
  }

  /// Length of the change of velocity over the last `windowS` seconds.
  public double velocityChangeMps(double windowS) {
    int last = size - 1;
    int i = last;
    while (i > segmentFirst && (timeNs[last] - timeNs[i]) * 1e-9 < windowS) {
      i--;
    }
    if (last < 0) {
      return 0;
    }
    return Math.sqrt(sq(upHistory.filteredVelocityMps(last) - upHistory.filteredVelocityMps(i))
        + sq(xHistory.filteredVelocityMps(last) - xHistory.filteredVelocityMps(i))
        + sq(yHistory.filteredVelocityMps(last) - yHistory.filteredVelocityMps(i)));
  }

  /// Standard deviation of what is left of the acceleration's error, the worst axis.
  public double biasSdMps2() {
    return Math.sqrt(Math.max(up.pbb, Math.max(alongX.pbb, alongY.pbb)));
  }

  /// The bar came back to the height of its last rest.
  public void closeHeight(double sdM) {
    if (size > 0) {
      // The pod's own height: the bar may have come back tilted.
      double tilt = leverPosition[3 * (size - 1) + 2] - leverPosition[3 * segmentFirst + 2];
      up.measurePosition(tilt, sdM);
      upHistory.put(size - 1, up, upHistory.accelMps2[size - 1]);
    }
  }

  /// Starts a new segment here, at rest: positions count from now on, and what was before is forgotten.
  public void rebase() {
    if (size == 0) {
      return;
    }
    up.rebasePosition();
    alongX.rebasePosition();
    alongY.rebasePosition();
    drop(size - 1);
    segmentFirst = 0;
    upHistory.put(0, up, upHistory.accelMps2[0]);
    xHistory.put(0, alongX, xHistory.accelMps2[0]);
    yHistory.put(0, alongY, yHistory.accelMps2[0]);
  }

  private void drop(int count) {
    int rest = size - count;
    upHistory.drop(count, size);
    xHistory.drop(count, size);
    yHistory.drop(count, size);
    System.arraycopy(timeNs, count, timeNs, 0, rest);
    System.arraycopy(stepS, count, stepS, 0, rest);
    System.arraycopy(velocityNoise, count, velocityNoise, 0, rest);
    System.arraycopy(upBiasNoise, count, upBiasNoise, 0, rest);
    System.arraycopy(levelBiasNoise, count, levelBiasNoise, 0, rest);
    System.arraycopy(leverVelocity, 3 * count, leverVelocity, 0, 3 * rest);
    System.arraycopy(leverPosition, 3 * count, leverPosition, 0, 3 * rest);
    System.arraycopy(barX, count, barX, 0, rest);
    System.arraycopy(barY, count, barY, 0, rest);
    System.arraycopy(marks, count, marks, 0, rest);
    size = rest;
    segmentFirst = Math.max(0, segmentFirst - count);
  }

  /// Smooths the present segment; [MotionCurve] reads the result.
  void smooth() {
    upHistory.smooth(segmentFirst, size - 1, stepS, velocityNoise, upBiasNoise);
    xHistory.smooth(segmentFirst, size - 1, stepS, velocityNoise, levelBiasNoise);
    yHistory.smooth(segmentFirst, size - 1, stepS, velocityNoise, levelBiasNoise);
  }

  int size() {
    return size;
  }

  int segmentFirst() {
    return segmentFirst;
  }

  /// When the present segment began, ns; the largest long value where it has not.
  public long segmentStartNs() {
    return size == 0 ? Long.MAX_VALUE : timeNs[segmentFirst];
  }

  /// Whether the history is nearly full: what waits must be measured now.
  public boolean nearlyFull() {
    return size > CAPACITY - CAPACITY / 16;
  }

  /// Time of the last sample, ns; the least long value before the first.
  public long lastNs() {
    return arrivedNs;
  }

  /// Causal height of the bar's centre above the last rest.
  public double heightM() {
    return size == 0
        ? 0
        : up.positionM - (leverPosition[3 * (size - 1) + 2] - leverPosition[3 * segmentFirst + 2]);
  }

  /// Causal vertical velocity of the bar's centre.
  public double velocityMps() {
    return size == 0 ? 0 : up.velocityMps - leverVelocity[3 * (size - 1) + 2];
  }

  /// Causal travel across the bar since the last rest, + towards the bar frame's y.
  public double acrossM() {
    if (size == 0) {
      return 0;
    }
    int last = 3 * (size - 1);
    int first = 3 * segmentFirst;
    double x = alongX.positionM - (leverPosition[last] - leverPosition[first]);
    double y = alongY.positionM - (leverPosition[last + 1] - leverPosition[first + 1]);
    double norm = Math.hypot(barX[segmentFirst], barY[segmentFirst]);
    return norm > 0 ? (y * barX[segmentFirst] - x * barY[segmentFirst]) / norm : 0;
  }

  /// World up as seen from the bar frame after the last processed sample; `into` takes the three components.
  public void upInBar(double[] into) {
    attitude.upInBar(into);
  }

  /// Variance of [#heightM()].
  public double heightVar() {
    return up.ppp;
  }

  /// Variance of [#velocityMps()].
  public double velocityVar() {
    return up.pvv;
  }

  /// Samples taken.
  public long samples() {
    return samples;
  }

  /// Mean true rate, NaN before two samples.
  public double rateHz() {
    return samples > 1 ? (samples - 1) / ((arrivedNs - firstNs) * 1e-9) : Double.NaN;
  }

  /// Pauses of more than three sample periods.
  public long gaps() {
    return gaps;
  }

  /// Longest of them.
  public double longestGapS() {
    return longestGapS;
  }

  /// Samples at the end of the accelerometer's range.
  public long saturatedSamples() {
    return saturatedSamples;
  }

  /// Length of the learned gyro bias, NaN before the first rest.
  public double gyroBiasRadps() {
    return attitude.biasKnown()
        ? Math.sqrt(sq(attitude.biasRadps(0)) + sq(attitude.biasRadps(1)) + sq(attitude.biasRadps(2)))
        : Double.NaN;
  }

  private static double sq(double v) {
    return v * v;
  }
}

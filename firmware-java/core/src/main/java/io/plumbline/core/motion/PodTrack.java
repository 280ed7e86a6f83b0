package io.plumbline.core.motion;

import io.plumbline.core.attitude.AttitudeFilter;
import io.plumbline.core.sample.BarSetup;

/// The motion of the bar as one pod feels it: attitude, causal filters for three axes and the history that the smoother needs. Samples of
/// any rate are gathered into steps of at least 3 ms, each a trapezoidal mean, so that cost and memory do not grow with the rate.
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
  /// @param levelBiasNoise    the same for the horizontal axes, without what a wrong tilt leaks in: that comes from the orientation's own doubt
  /// @param turnBiasSdMps2    acceleration error that comes with turning at 1 rad/s for 1 s: scale and lag of the gyro
  /// @param turnedBiasSdMps2  acceleration error that comes with being turned by 1 rad, however slowly: the pod's own errors turn with it; upright only, level they are mostly
  ///                          a part of the tilt, which follows
  /// @param startBiasSdMps2   acceleration error before the first rest
  /// @param restVelocitySdMps how still a bar lies that rests at its base
  /// @param holdVelocitySdMps how still a bar is held elsewhere, said at each step: 0.03 m/s over the 0.4 s of a hold, as its error lasts
  /// @param heightPriorM      where a bar is likely to be above its last rest
  /// @param heightPriorSdM    and how far from there: a bar stays within reach of a person
  /// @param heightPriorEveryS how often that is said
  /// @param shockMps2         acceleration beyond which a step counts as an impact: structure rings and parts clip
  /// @param shockShare        share of that excess which may be wrong
  /// @param levelShockShare   the same across, where no plate strikes: scale, cross-axis terms and stamps off by a tenth of a period
  /// @param rangeMps2         end of the accelerometer's range
  /// @param rangeRadps        end of the gyro's range
  public record Params(double stepS, double accelNoise, double upBiasNoise, double levelBiasNoise,
      double turnBiasSdMps2, double turnedBiasSdMps2, double startBiasSdMps2, double restVelocitySdMps,
      double holdVelocitySdMps, double heightPriorM,
      double heightPriorSdM,
      double heightPriorEveryS, double shockMps2, double shockShare, double levelShockShare,
      double rangeMps2, double rangeRadps) {
    /// Measured on hand-held recordings with optical truth and on simulated lifts; ranges of a ±16 g, ±2000 °/s part. What calibration leaves of such
    /// a part (`bar-mechanics.md` section 5): 2 mg of offset, 0.1 % of scale and 0.1° between axes is 0.028 m/s² for a turn of 1 rad; a third of it, as
    /// ways to and fro add up here and cancel there.
    public static final Params DEFAULT = new Params(0.003, 1e-5, 1e-5, 1e-6, 0.01, 0.01, 0.3, 0.003, 0.3, 0, 3, 0.5,
        25,
        0.3, 0.03,
        0.985 * 16 * 9.80665, 0.985 * 2000 * Math.PI / 180);
  }

  /// A pause longer than this ends everything that was known of the motion.
  public static final double LONGEST_GAP_S = 1;
  /// Before the first rest nobody knows what heights count from.
  private static final double UNKNOWN_START_SHARE = 3;
  private static final double UNKNOWN_START_NOISE = 2e-3;

  private final Params params;
  private final double gravityMps2;
  private final PodSeat seat;
  private final AttitudeFilter attitude;
  private final QuietDetector quiet = new QuietDetector(QuietDetector.Params.DEFAULT);
  private final RestQueue held = new RestQueue();
  private final AxisFilter up = new AxisFilter();
  private final LiveAxis live = new LiveAxis();
  private final AxisFilter alongX = new AxisFilter();
  private final AxisFilter alongY = new AxisFilter();
  private final double[] sample = new double[6];
  private final double[] previous = new double[3];
  private final double[] mean = new double[3];
  private final double[] worldAccel = new double[3];
  private final double[] previousWorldAccel = new double[3];
  private final OpenStep step;
  private final LostSamples lost = new LostSamples();
  private final TurnMeter turn = new TurnMeter();
  private final double[] scratch = new double[3];
  private final double[] upInBar = new double[3];

  private final PodHistory history = new PodHistory();
  private final StreamMeter meter = new StreamMeter();
  private final SampleClock clock = new SampleClock();

  private long lastNs = Long.MIN_VALUE;
  private double sincePriorS;
  private boolean atRest;
  private boolean atBase;
  private boolean rebased;
  private boolean onFloor;
  private int strikes;
  private boolean surelyStill;

  /// @param mount rotation sensor to bar frame
  /// @param lever position in the bar frame
  public PodTrack(Params params, BarSetup.Mount mount, BarSetup.Lever lever, double gravityMps2) {
    this.params = params;
    this.gravityMps2 = gravityMps2;
    this.seat = new PodSeat(mount, lever);
    this.step = new OpenStep(params, gravityMps2);
    this.attitude = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
  }

  /// Takes one sample in the sensor frame: specific force (m/s²) and angular rate (rad/s).
  ///
  /// @return whether steps were completed
  public boolean add(long stampNs, double ax, double ay, double az, double gx, double gy, double gz) {
    boolean saturated = Math.abs(ax) >= params.rangeMps2 || Math.abs(ay) >= params.rangeMps2
        || Math.abs(az) >= params.rangeMps2;
    seat.toBar(ax, ay, az, sample, 0);
    if (Math.abs(gx) >= params.rangeRadps || Math.abs(gy) >= params.rangeRadps || Math.abs(gz) >= params.rangeRadps) {
      // What it turned by is not known; the rate before is the best guess, and the sample is marked.
      saturated = true;
    } else {
      seat.toBar(gx, gy, gz, sample, 3);
    }
    double arrivalS = meter.note(stampNs, saturated);
    if (arrivalS > LONGEST_GAP_S || meter.samples() == 1) {
      clock.restart();
      start(clock.correct(stampNs));
      return false;
    }
    long tNs = clock.correct(stampNs);
    if (meter.isGap(arrivalS)) {
      quiet.restart();
    }
    quiet.add(sample, arrivalS);
    if (!atRest) {
      return process(tNs, saturated, clock.isFirstLate(), clock.lostS());
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
    // At rest samples are all alike: it does not matter which of them were lost.
    lost.forget();
    return process(tNs, saturated, false, 0);
  }

  /// @param firstLate whether samples may have been lost just before this one
  /// @param lostS     for how long they were, where that is sure now
  private boolean process(long tNs, boolean saturated, boolean firstLate, double lostS) {
    double dtS = (tNs - lastNs) * 1e-9;
    for (int i = 0; i < 3; i++) {
      mean[i] = 0.5 * (previous[i] + sample[i]);
    }
    attitude.update(sample[3], sample[4], sample[5], mean[0], mean[1], mean[2], dtS, atRest, atBase);
    step.tilt(attitude.tiltNoise(), attitude.leanXRad(), attitude.leanYRad());
    attitude.toWorld(sample[0], sample[1], sample[2], worldAccel);
    worldAccel[2] -= gravityMps2;
    if (firstLate) {
      lost.suspect(previousWorldAccel, worldAccel);
    }
    step.add(dtS, previousWorldAccel, worldAccel, sample, saturated, meter.isGap(dtS), lost,
        lost.suspected() ? Math.min(lostS, dtS) : 0);
    lastNs = tNs;
    System.arraycopy(sample, 0, previous, 0, 3);
    System.arraycopy(worldAccel, 0, previousWorldAccel, 0, 3);
    if (step.lengthS() < params.stepS) {
      return false;
    }
    closeStep();
    return true;
  }

  /// The part of a specific force in the sensor frame that points up, by the orientation after the last processed sample.
  public double upMps2(double x, double y, double z) {
    attitude.upInBar(upInBar);
    seat.toBar(x, y, z, scratch, 0);
    return scratch[0] * upInBar[0] + scratch[1] * upInBar[1] + scratch[2] * upInBar[2];
  }

  /// Begins without position, velocity and orientation; a gyro's bias that was learned before a pause stays.
  private void start(long tNs) {
    history.clear();
    held.clear();
    quiet.restart();
    step.clear();
    atRest = false;
    atBase = false;
    rebased = false;
    strikes = 0;
    surelyStill = false;
    lost.forget();
    lastNs = tNs;
    attitude.align(sample[0], sample[1], sample[2]);
    attitude.toWorld(sample[0], sample[1], sample[2], previousWorldAccel);
    previousWorldAccel[2] -= gravityMps2;
    System.arraycopy(sample, 0, previous, 0, 3);
    attitude.upInBar(upInBar);
    turn.begin(upInBar);
    up.reset(0.5, params.startBiasSdMps2);
    live.begin(up);
    alongX.reset(0.5, params.startBiasSdMps2);
    alongY.reset(0.5, params.startBiasSdMps2);
  }

  private void closeStep() {
    double dt = step.lengthS();
    double velocityVar = step.velocityVar();
    attitude.upInBar(upInBar);
    double turnVar = step.turnVar();
    double turnedVar = params.turnedBiasSdMps2 * params.turnedBiasSdMps2 * turn.turnedRad(upInBar, dt);
    // An orientation that was guessed from a moving pod is wrong, and comes right by and by: gravity leaks in as it does.
    double upBiasVar = (rebased ? params.upBiasNoise : UNKNOWN_START_NOISE) * dt + turnVar + turnedVar;
    double levelBiasVar = (rebased ? params.levelBiasNoise : UNKNOWN_START_NOISE) * dt + turnVar + step.tiltVar();
    double levelVelocityVar = step.levelVelocityVar();
    int i = history.begin(lastNs, dt, velocityVar, levelVelocityVar, upBiasVar, levelBiasVar, step.marks());
    double x = step.meanMps2(0);
    double y = step.meanMps2(1);
    double z = step.meanMps2(2);
    double shiftX = step.shiftXMps2();
    double shiftY = step.shiftYMps2();
    up.predict(z, dt, velocityVar, upBiasVar, 0);
    live.predict(z, dt, velocityVar, upBiasVar);
    alongX.predict(x, dt, levelVelocityVar, levelBiasVar, shiftX);
    alongY.predict(y, dt, levelVelocityVar, levelBiasVar, shiftY);
    if (atRest) {
      double stillSdMps = surelyStill ? params.restVelocitySdMps : params.holdVelocitySdMps;
      up.measureStill(stillSdMps);
      live.measureStill(stillSdMps);
      alongX.measureStill(stillSdMps);
      alongY.measureStill(stillSdMps);
    } else {
      sincePriorS += dt;
      if (sincePriorS >= params.heightPriorEveryS) {
        sincePriorS = 0;
        double priorSdM = rebased ? params.heightPriorSdM : UNKNOWN_START_SHARE * params.heightPriorSdM;
        up.measurePosition(params.heightPriorM, priorSdM);
        live.measurePosition(params.heightPriorM, priorSdM);
      }
    }
    history.up.put(i, up, z, 0);
    history.alongX.put(i, alongX, x, shiftX);
    history.alongY.put(i, alongY, y, shiftY);
    seat.put(history, i, attitude, sample);
    live.followHold(dt, history.leverVelocity[3 * i + 2]);
    live.followFloor(dt, onFloor);
    strikes += step.isStruck() ? 1 : 0;
    step.clear();
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
  ///
  /// @param still whether its velocity is surely zero, and not only nearly, as in hands
  /// @param base  whether it rests where nobody holds it: only then is the gyro's bias learned, hands let it roll slowly
  public void setAtRest(boolean rest, boolean still, boolean base) {
    surelyStill = rest && still;
    atBase = rest && base;
    if (rest == atRest) {
      return;
    }
    atRest = rest;
    if (rest) {
      sincePriorS = 0;
      quiet.meanAccel(scratch);
      held.begin(scratch, quiet.accelScatterMps2(), meter.periodS());
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
    return history.velocityChangeMps(windowS);
  }

  /// Standard deviation of what is left of the acceleration's error, the worst axis.
  public double biasSdMps2() {
    return Math.sqrt(Math.max(up.pbb, Math.max(alongX.pbb, alongY.pbb)));
  }

  /// The bar came back to the height of its last rest.
  ///
  /// @param stands whether its plates stand: then the pod itself has its old height, else the centre has, and the bar may lie tilted
  public void closeHeight(double sdM, boolean stands) {
    int last = history.size() - 1;
    if (last >= 0) {
      up.measurePosition(stands ? 0 : history.leverShift(last, 2), sdM);
      history.up.putAgain(last, up);
    }
  }

  /// Starts a new segment here, at rest: positions count from now on, and what was before is forgotten.
  public void rebase() {
    history.keepLast();
    if (history.size() == 0) {
      return;
    }
    rebased = true;
    strikes = 0;
    up.rebasePosition();
    alongX.rebasePosition();
    alongY.rebasePosition();
    history.up.putAgain(0, up);
    history.alongX.putAgain(0, alongX);
    history.alongY.putAgain(0, alongY);
    live.begin(up);
  }

  /// Tells whether the plates stand where they stood when the segment began.
  public void setOnFloor(boolean stands) {
    onFloor = stands;
  }

  /// A way up has ended, as far as the live estimate knows.
  public void endAscent() {
    int last = history.size() - 1;
    if (last >= 0) {
      live.endAscent(history.leverShift(last, 2));
    }
  }

  /// Where the pod sits along the bar, + towards the right end.
  double leverXM() {
    return seat.leverXM();
  }

  /// What the smoother needs and fills.
  PodHistory history() {
    return history;
  }

  /// Counters of the stream.
  public StreamMeter meter() {
    return meter;
  }

  /// Steps in which an impact was felt since the bar last rested.
  public int strikes() {
    return strikes;
  }

  /// When the present segment began, ns; the largest long value where it has not.
  public long segmentStartNs() {
    return history.size() == 0 ? Long.MAX_VALUE : history.timeNs[0];
  }

  /// Whether the history is nearly full: what waits must be measured now.
  public boolean nearlyFull() {
    return history.size() > PodHistory.CAPACITY - PodHistory.CAPACITY / 16;
  }

  /// Causal height of the bar's centre above the last rest.
  public double heightM() {
    int last = history.size() - 1;
    return last < 0 ? 0 : up.positionM - history.leverShift(last, 2);
  }

  /// Causal vertical velocity of the bar's centre.
  public double velocityMps() {
    int last = history.size() - 1;
    return last < 0 ? 0 : up.velocityMps - history.leverVelocity[3 * last + 2];
  }

  /// The same as [#heightM()], for whoever looks on while the bar moves: it also believes that a bar is held, and that reps end where others did.
  public double liveHeightM() {
    int last = history.size() - 1;
    return last < 0 ? 0 : live.positionM() - history.leverShift(last, 2);
  }

  /// The same as [#velocityMps()], for whoever looks on.
  public double liveVelocityMps() {
    int last = history.size() - 1;
    return last < 0 ? 0 : live.velocityMps() - history.leverVelocity[3 * last + 2];
  }

  /// Variance of [#liveHeightM()].
  public double liveHeightVar() {
    return live.positionVar();
  }

  /// Variance of [#liveVelocityMps()].
  public double liveVelocityVar() {
    return live.velocityVar();
  }

  /// Causal travel across the bar since the last rest, + towards the bar frame's y.
  public double acrossM() {
    int last = history.size() - 1;
    if (last < 0) {
      return 0;
    }
    return history.across(alongX.positionM - history.leverShift(last, 0),
        alongY.positionM - history.leverShift(last, 1));
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

  /// Length of the learned gyro bias, NaN before the first rest.
  public double gyroBiasRadps() {
    if (!attitude.biasKnown()) {
      return Double.NaN;
    }
    double x = attitude.biasRadps(0);
    double y = attitude.biasRadps(1);
    double z = attitude.biasRadps(2);
    return Math.sqrt(x * x + y * y + z * z);
  }
}

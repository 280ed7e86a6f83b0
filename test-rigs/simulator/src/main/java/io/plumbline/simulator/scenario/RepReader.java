package io.plumbline.simulator.scenario;

import java.util.SplittableRandom;

/// Makes a rep of what the file says of it, the exercise's defaults, the load, fatigue and chance.
final class RepReader {
  // Depth of the sticking region from which on the profile is that of a near-maximal lift.
  private static final double FULL_STICKING = 0.4;
  private static final double PEAK_TO_STICKING = 0.1;
  private static final double LEAST_APART = 0.05;
  private static final double MOST_MPS = 3;

  private final Exercise exercise;
  private final ExerciseDefaults usual;
  private final double share;
  private final Layer set;
  private final Layer single;
  private final Layer fatigue;
  private final int before;
  private final double scatter;
  private final SplittableRandom random;

  /// @param share  load over one-rep maximum
  /// @param set    what holds for every rep of the set
  /// @param single what holds for this one alone
  /// @param before number of reps before this one
  RepReader(Exercise exercise, double share, Layer set, Layer single, Layer fatigue, int before,
      SplittableRandom random) {
    this.exercise = exercise;
    this.usual = ExerciseDefaults.of(exercise);
    this.share = share;
    this.set = set;
    this.single = single;
    this.fatigue = fatigue;
    this.before = before;
    this.random = random;
    scatter = layered(RepKnobs.SCATTER, RepKnobs.SCATTER.standard());
  }

  RepPlan read() {
    double sticking = vary(RepKnobs.STICKING, Math.clamp(0.6 * (share - 0.75) / 0.25, 0, 0.7), FatigueKnobs.STICKING, 0,
        0.01);
    double strain = Math.min(1, sticking / FULL_STICKING);
    // Where only the place of the slowest point is given, the peak keeps clear of it.
    double room = layered(RepKnobs.STICKING_AT, 1) - PEAK_TO_STICKING;
    double usualPeak = Math.min(room, 0.45 + strain * (usual.peakAt() - 0.45));
    double peakAt = vary(RepKnobs.PEAK_AT, usualPeak, null, 0.03, 0);
    double stickingAt = vary(RepKnobs.STICKING_AT, Math.max(usual.stickingAt(), peakAt + PEAK_TO_STICKING), null, 0, 0);
    double meantPeak = layered(RepKnobs.PEAK_AT, usualPeak);
    double meantSticking = layered(RepKnobs.STICKING_AT, stickingAt);
    if (sticking > 0 && meantSticking < meantPeak + LEAST_APART) {
      throw new IllegalArgumentException("sticking_at (" + Knob.plain(meantSticking)
          + ") must be at least 0.05 later than peak_at (" + Knob.plain(meantPeak) + ")");
    }
    // What is meant may stand; chance does not bring the two together.
    peakAt = sticking > 0 ? Math.min(peakAt, stickingAt - LEAST_APART) : peakAt;
    double meanMps = vary(RepKnobs.MEAN_VELOCITY, LoadVelocity.mean(exercise, share), loss(), 0.03, 0);
    double peakToMean = vary(RepKnobs.PEAK_TO_MEAN, 1.65 + 0.25 * strain, null, 0.02, 0);
    double meantMps = layered(RepKnobs.MEAN_VELOCITY, meanMps);
    double meantRatio = layered(RepKnobs.PEAK_TO_MEAN, peakToMean);
    if (meantMps * meantRatio > MOST_MPS) {
      throw new IllegalArgumentException("mean_velocity_mps (" + Knob.plain(meantMps) + ") times peak_to_mean ("
          + Knob.plain(meantRatio) + ") is more than 3 m/s: that is thrown, not lifted");
    }
    return new RepPlan(vary(RepKnobs.ROM, usual.romM(), null, 0.004, 0), meanMps, peakToMean, peakAt, sticking,
        stickingAt, slack(), path(),
        sides(), lockout(), descent(), pause(), outcome(), spine());
  }

  private double loss() {
    return -fatigue.number(FatigueKnobs.VELOCITY, usual.velocityLossMps());
  }

  private RepPlan.Slack slack() {
    String style = text(RepKnobs.SLACK);
    boolean calm = style.equals("calm");
    double tension = calm ? 0.7 : style.equals("hurried") ? 0.45 : 0.2;
    double faster = Math.max(0.2, 1 - before * fatigue.number(FatigueKnobs.TENSION));
    Layer given = single.has(RepKnobs.SLACK) ? Layer.EMPTY : set.downTo(RepKnobs.SLACK);
    RepPlan.Slack slack = new RepPlan.Slack(
        scattered(RepKnobs.TENSION, given.number(RepKnobs.TENSION, tension) * faster, 0.08, 0),
        scattered(RepKnobs.PLATEAU, given.number(RepKnobs.PLATEAU, calm ? 0.85 : 0), 0.02, 0),
        scattered(RepKnobs.PLATEAU_TIME, given.number(RepKnobs.PLATEAU_TIME, calm ? 0.3 : 0) * faster, 0.1, 0));
    if (slack.plateauS() > 0 && slack.plateau() == 0) {
      throw new IllegalArgumentException("slack.plateau_s needs a slack.plateau above 0");
    }
    return slack;
  }

  private RepPlan.Path path() {
    return new RepPlan.Path(vary(RepKnobs.DRIFT, usual.driftM(), FatigueKnobs.DRIFT, 0, 0.003),
        vary(RepKnobs.DRIFT_AT, RepKnobs.DRIFT_AT.standard(), null, 0.05, 0),
        vary(RepKnobs.TOP_DRIFT, usual.topDriftM(), FatigueKnobs.TOP_DRIFT, 0, 0.002));
  }

  private RepPlan.Sides sides() {
    return new RepPlan.Sides(vary(RepKnobs.LEFT_SHARE, FatigueKnobs.LEFT_SHARE, 0.003),
        vary(RepKnobs.LAG, FatigueKnobs.LAG, 0.002), vary(RepKnobs.TILT, FatigueKnobs.TILT, 0.15),
        vary(RepKnobs.TWIST, FatigueKnobs.TWIST, 0.2), vary(RepKnobs.ROLL, RepKnobs.ROLL.standard(), null, 0, 0.5));
  }

  private RepPlan.Lockout lockout() {
    return new RepPlan.Lockout(vary(RepKnobs.HOLD, usual.holdS(), null, 0.12, 0),
        vary(RepKnobs.LEAN_BACK, usual.leanBackM(), FatigueKnobs.LEAN_BACK, 0.1, 0));
  }

  private RepPlan.Descent descent() {
    RepPlan.Descent.Kind kind = RepPlan.Descent.Kind.valueOf(constant(text(RepKnobs.DESCENT)));
    if (kind != RepPlan.Descent.Kind.CONTROLLED && exercise.start() != Exercise.Start.FLOOR) {
      throw new IllegalArgumentException("a " + exercise.id() + " is lowered: descent.kind must be \"controlled\"");
    }
    double faster = Math.max(0.3, 1 - before * fatigue.number(FatigueKnobs.DESCENT));
    return new RepPlan.Descent(kind,
        scattered(RepKnobs.DESCENT_TIME, set.number(RepKnobs.DESCENT_TIME, usual.descentS()) * faster, 0.06, 0),
        vary(RepKnobs.TOUCH_DOWN, RepKnobs.TOUCH_DOWN.standard(), FatigueKnobs.TOUCH_DOWN, 0.08, 0));
  }

  /// Touch-and-go stays touch-and-go, and a lift that never rests at the bottom does not begin to.
  private double pause() {
    boolean floor = exercise.start() == Exercise.Start.FLOOR && layered(RepKnobs.PAUSE, usual.pauseS()) > 0;
    return vary(RepKnobs.PAUSE, usual.pauseS(), floor ? fatigue.number(FatigueKnobs.PAUSE) : 0, 0.12, 0);
  }

  private RepPlan.Outcome outcome() {
    RepPlan.Outcome.Kind kind = RepPlan.Outcome.Kind
        .valueOf(constant(text(RepKnobs.OUTCOME)));
    boolean floor = exercise.start() == Exercise.Start.FLOOR;
    if (!floor && (kind == RepPlan.Outcome.Kind.NO_LIFT_OFF || kind == RepPlan.Outcome.Kind.HITCHED)) {
      throw new IllegalArgumentException(
          "a " + exercise.id() + " cannot end as \"" + text(RepKnobs.OUTCOME) + "\", only a lift from the floor can");
    }
    return new RepPlan.Outcome(kind, layered(RepKnobs.STALL_AT, kind == RepPlan.Outcome.Kind.NO_LIFT_OFF ? 0.9 : 0.5),
        layered(RepKnobs.FIGHT, kind == RepPlan.Outcome.Kind.HITCHED ? 0.3 : 1.2));
  }

  private RepPlan.Spine spine() {
    return new RepPlan.Spine(vary(RepKnobs.START_FLEXION, usual.startFlexionDeg(), FatigueKnobs.START_FLEXION, 0, 0.4),
        vary(RepKnobs.FLEXION_GAIN, FatigueKnobs.FLEXION_GAIN, 0.4),
        vary(RepKnobs.HIP_SHOOT, FatigueKnobs.HIP_SHOOT, 0.3),
        vary(RepKnobs.EXTENSION, RepKnobs.EXTENSION.standard(), null, 0.1, 0));
  }

  private String text(Knob knob) {
    return (single.has(knob) ? single : set).text(knob);
  }

  private double layered(Knob knob, double fallback) {
    return single.number(knob, set.number(knob, fallback));
  }

  private double vary(Knob knob, Knob change, double spread) {
    return vary(knob, knob.standard(), change, 0, spread);
  }

  private double vary(Knob knob, double fallback, @org.jspecify.annotations.Nullable Knob change, double part,
      double spread) {
    return vary(knob, fallback, change == null ? 0 : fatigue.number(change), part, spread);
  }

  /// @param change with each rep
  /// @param part   standard deviation of chance, as a share of the value
  /// @param spread standard deviation of chance, in its unit
  private double vary(Knob knob, double fallback, double change, double part, double spread) {
    return scattered(knob, set.number(knob, fallback) + before * change, part, spread);
  }

  private double scattered(Knob knob, double meant, double part, double spread) {
    double value = meant + scatter * draw() * (part * Math.abs(meant) + spread);
    return single.number(knob, Math.clamp(value, knob.low(), knob.high()));
  }

  /// Mean 0, standard deviation 1, never beyond 2.5: no logarithm, so that every machine draws the same.
  private double draw() {
    return (random.nextDouble() + random.nextDouble() - 1) * StrictMath.sqrt(6);
  }

  static String constant(String id) {
    return id.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }
}

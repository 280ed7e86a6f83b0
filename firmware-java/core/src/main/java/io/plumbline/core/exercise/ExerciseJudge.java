package io.plumbline.core.exercise;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;
import org.jspecify.annotations.Nullable;

/// Says what a set looks like, by Bayes' rule over [Looks]: the log-likelihoods of five measures add up, each of them the mean over the completed
/// reps so far. A set's reps are those of one lifter, so more of them make a mean better known and nothing else: that they are alike is no
/// evidence for either lift.
///
/// Lifts whose difference does not show in these measures stay in doubt and are not told. Conventional and sumo deadlift differ in their way only:
/// together they are told as a deadlift, and the way alone must then say sumo.
///
/// Not thread-safe.
public final class ExerciseJudge {
  /// Probability from which on a name is told.
  private static final double CLEAR = 0.9;
  /// Where nobody said which way the lifter faces, either is as likely; where somebody did, some lie down the other way round.
  private static final double TURNED_SHARE = 0.1;
  /// Error of a level way of a few seconds.
  private static final double WALKED_SD_M = 0.03;

  private final Mean riseM = new Mean();
  private final Mean endM = new Mean();
  private final Mean bowM = new Mean();
  private final Mean walkedM = new Mean();
  private final int[] starts = new int[LiftStart.values().length];
  private final double[] posterior = new double[Looks.ALL.size()];
  private boolean facingKnown;

  /// A new set begins: what was seen belongs to another one.
  public void beginSet() {
    riseM.clear();
    endM.clear();
    bowM.clear();
    walkedM.clear();
    java.util.Arrays.fill(starts, 0);
  }

  /// Takes a rep of the set. One that was not completed says nothing.
  public void add(RepMeasures rep) {
    if (rep.outcome != Outcome.COMPLETED && rep.outcome != Outcome.HITCHED) {
      return;
    }
    facingKnown = rep.forwardKnown;
    starts[rep.start.ordinal()]++;
    riseM.add(rep.rangeOfMotionM, rep.rangeOfMotionSdM);
    endM.add(rep.forwardEndM, rep.forwardSdM);
    bowM.add(rep.forwardKneeM - 0.5 * rep.forwardEndM, rep.forwardSdM);
    walkedM.add(rep.walkedM, WALKED_SD_M);
  }

  /// What the set looks like, null where it looks like nothing or like several things.
  public @Nullable Lift suggestion() {
    if (!riseM.isKnown()) {
      return null;
    }
    weigh();
    double deadlift = probability(Lift.DEADLIFT);
    double sumo = probability(Lift.SUMO_DEADLIFT);
    if (deadlift + sumo > CLEAR) {
      return sumo > CLEAR * (deadlift + sumo) ? Lift.SUMO_DEADLIFT : Lift.DEADLIFT;
    }
    for (int i = 0; i < posterior.length; i++) {
      if (posterior[i] > CLEAR) {
        return Looks.ALL.get(i).lift();
      }
    }
    return null;
  }

  /// Probability of a lift by the reps so far, after [#suggestion()].
  double probability(Lift lift) {
    for (int i = 0; i < posterior.length; i++) {
      if (Looks.ALL.get(i).lift() == lift) {
        return posterior[i];
      }
    }
    return 0;
  }

  private void weigh() {
    LiftStart start = mostCommonStart();
    double sum = 0;
    for (int i = 0; i < posterior.length; i++) {
      Looks looks = Looks.ALL.get(i);
      double turned = facingKnown ? TURNED_SHARE : 0.5;
      double path = (1 - turned) * path(looks, 1) + turned * path(looks, -1);
      posterior[i] = looks.prior() * looks.ofStart(start) * riseM.density(looks.riseM(), 1) * path
          * walkedM.density(looks.walkedM(), 1);
      sum += posterior[i];
    }
    for (int i = 0; i < posterior.length; i++) {
      posterior[i] /= sum;
    }
  }

  private double path(Looks looks, int sign) {
    return endM.density(looks.endM(), sign) * bowM.density(looks.bowM(), sign);
  }

  private LiftStart mostCommonStart() {
    LiftStart most = LiftStart.UNKNOWN;
    for (LiftStart start : LiftStart.values()) {
      most = starts[start.ordinal()] > starts[most.ordinal()] ? start : most;
    }
    return most;
  }

  /// A mean over reps, weighed by what is known of each. A drift of the estimate goes through all of them, so its error does not shrink with
  /// their number.
  private static final class Mean {
    private double weights;
    private double sum;
    private double sdSum;

    void clear() {
      weights = 0;
      sum = 0;
      sdSum = 0;
    }

    void add(double value, double sd) {
      if (Double.isFinite(value + sd)) {
        double weight = 1 / (LEAST_SD_M * LEAST_SD_M + sd * sd);
        weights += weight;
        sum += weight * value;
        sdSum += weight * sd;
      }
    }

    boolean isKnown() {
      return weights > 0;
    }

    /// Density at the mean, 1 where nothing is known.
    double density(Spread spread, int sign) {
      return isKnown() ? spread.density(sign * sum / weights, sdSum / weights) : 1;
    }
  }

  /// No lifter repeats a path better.
  private static final double LEAST_SD_M = 0.01;
}

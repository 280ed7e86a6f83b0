package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.ArrayList;
import java.util.List;

/// How to come to a working load.
///
/// @param workingLoadKg what it leads to
/// @param generalMin    minutes of general warm-up before it
/// @param sets          rising, all below the working load; empty where the bar alone is too near to it
public record WarmUp(Exercise exercise, double workingLoadKg, double generalMin, List<RampSet> sets) {
  private static final RuleNumber[] STEPS = {RuleNumber.RAMP_1_PCT, RuleNumber.RAMP_2_PCT, RuleNumber.RAMP_3_PCT,
      RuleNumber.RAMP_4_PCT};
  private static final int[] REPS = {5, 4, 3, 2};

  /// One set of it.
  ///
  /// @param loadKg          can be loaded with the athlete's plates
  /// @param platesOneSideKg largest first
  /// @param sharePct        of the working load
  public record RampSet(double loadKg, List<Double> platesOneSideKg, int reps, double sharePct) {
    public RampSet {
      platesOneSideKg = List.copyOf(platesOneSideKg);
    }
  }

  public WarmUp {
    sets = List.copyOf(sets);
  }

  static WarmUp to(Exercise exercise, double workingLoadKg, Settings settings) {
    List<RampSet> sets = new ArrayList<>();
    double lastKg = 0;
    for (int i = 0; i < STEPS.length; i++) {
      double loadKg = Plates.atMostKg(workingLoadKg * settings.get(STEPS[i]) / 100, settings);
      if (loadKg > lastKg && loadKg < workingLoadKg) {
        sets.add(new RampSet(loadKg, Plates.oneSideKg(loadKg, settings), REPS[i], 100 * loadKg / workingLoadKg));
        lastKg = loadKg;
      }
    }
    return new WarmUp(exercise, workingLoadKg, settings.get(RuleNumber.GENERAL_WARM_UP_MIN), sets);
  }
}

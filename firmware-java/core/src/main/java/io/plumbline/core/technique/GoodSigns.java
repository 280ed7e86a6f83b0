package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.SlackGrade;
import java.util.ArrayList;
import java.util.List;

/// What a rep did well: a fast break from the floor after a calm slack pull, a straight path, a lockout without lean-back. Stateless.
final class GoodSigns {
  /// A smooth rise (minimum jerk) through 0.55 m is at 0.58 of its mean velocity over the first 10 cm: this is faster.
  private static final double FAST_BREAK_SHARE = 0.75;
  private static final double STRAIGHT_M = 0.02;
  private static final double STRAIGHT_SD_M = 0.01;
  private static final double UPRIGHT_M = 0.02;

  private GoodSigns() {}

  static List<TechniqueFinding> of(RepMeasures rep, boolean plumb, Baseline baseline) {
    List<TechniqueFinding> signs = new ArrayList<>();
    if (rep.slackGrade == SlackGrade.TAUT && rep.tensionS > 0) {
      boolean fast = rep.firstTenCentimetresMps >= FAST_BREAK_SHARE * rep.meanConcentricMps;
      signs.add(fast
          ? sign("fast-break", Measure.FIRST_TEN_CENTIMETRES, rep.firstTenCentimetresMps, baseline,
              "You pushed the ground away after a calm slack pull: %s through the first 10 cm.")
          : sign("calm-start", Measure.TENSION_TIME, rep.tensionS, baseline,
              "You took %s to pull the slack, and the bar left the floor without a jerk."));
    }
    double farthest = Math.max(rep.forwardMaxM, -rep.forwardMinM);
    if (plumb && farthest < STRAIGHT_M && rep.forwardSdM < STRAIGHT_SD_M) {
      signs.add(sign("straight-path", Measure.FORWARD_DRIFT, farthest, new Baseline(),
          "Your bar rose in a plumb line, never more than %s off."));
    }
    if (rep.leanBackM < UPRIGHT_M && rep.lockoutS > 0) {
      signs.add(sign("upright-lockout", Measure.LEAN_BACK, rep.leanBackM, baseline,
          "You stood tall at the top: the bar went %s back."));
    }
    return signs;
  }

  private static TechniqueFinding sign(String rule, Measure measure, double value, Baseline baseline, String text) {
    return new TechniqueFinding(rule, measure, value, baseline.mean(measure), text.replace("%s", measure.shown(value)));
  }
}

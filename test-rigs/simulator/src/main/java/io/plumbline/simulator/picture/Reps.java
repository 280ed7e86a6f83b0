package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;

/// What the panels ask of a rep.
final class Reps {
  /// For lines at the weight; the picture cannot show that gravity differs by half a per cent between places.
  static final double GRAVITY_MPS2 = 9.81;

  private Reps() {}

  static boolean isWhole(RepTruth rep) {
    return rep.outcome().equals("completed");
  }

  static boolean isLost(RepTruth rep) {
    return rep.outcome().equals("failed") || rep.outcome().equals("no-lift-off");
  }

  /// The earliest moment that is known of it; NaN where none is.
  static double beginS(RepTruth rep) {
    return least(rep.pullS(), rep.liftOffS(), rep.descentS(), rep.topS());
  }

  /// The latest moment that is known of it; NaN where none is.
  static double endS(RepTruth rep) {
    return -least(-rep.restS(), -rep.touchDownS(), -rep.topS(), -rep.descentS(), -rep.liftOffS(), -rep.pullS());
  }

  /// As it is called where there are several sets.
  static String name(RepTruth rep) {
    return rep.set() + "." + rep.number();
  }

  static double weightN(RepTruth rep) {
    return rep.loadKg() * GRAVITY_MPS2;
  }

  /// A curve's value at a moment; NaN where the moment is not known or there is no curve.
  static double at(double[] timeS, double[] values, double momentS) {
    if (!Double.isFinite(momentS) || timeS.length == 0) {
      return Double.NaN;
    }
    return values[Math.min(timeS.length - 1, Thinning.firstAtOrAfter(timeS, momentS))];
  }

  /// The highest instant of a rep, for its number; NaN where nothing is known.
  static double highestS(Trace trace, RepTruth rep) {
    if (Double.isFinite(rep.topS())) {
      return rep.topS();
    }
    double bestS = beginS(rep);
    double best = Double.NEGATIVE_INFINITY;
    int end = Thinning.firstAtOrAfter(trace.timeS(), endS(rep));
    for (int i = Thinning.firstAtOrAfter(trace.timeS(), beginS(rep)); i < end; i++) {
      if (trace.heightM()[i] > best) {
        best = trace.heightM()[i];
        bestS = trace.timeS()[i];
      }
    }
    return bestS;
  }

  private static double least(double... values) {
    double least = Double.NaN;
    for (double value : values) {
      // Negated so that any number wins over NaN.
      if (Double.isFinite(value) && !(value >= least)) {
        least = value;
      }
    }
    return least;
  }
}

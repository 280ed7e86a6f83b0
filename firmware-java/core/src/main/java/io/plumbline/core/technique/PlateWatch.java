package io.plumbline.core.technique;

import io.plumbline.core.pipeline.LiveEstimate;

/// Notices that one side is heavier, as early as the cells can feel it: while the bar hangs in a rack, before anybody lifts; on the floor,
/// which carries the difference until then, as soon as both sides hang from the hands. Allocates nothing. Not thread-safe.
final class PlateWatch {
  private static final double LOWEST_M = 0.04;
  /// While one side leaves the floor before the other, its cell feels that and not the plates.
  private static final double SETTLING_S = 0.12;
  private static final double AVERAGED_S = 0.2;
  private static final double RACKED_S = 1;
  /// Plates are put on one after another: a rack is judged when the bar is taken out.
  private static final double HANGS_SHARE = 0.8;
  /// What the sides differ by in a short while of an uneven pull, plates alike; the summary of the rep is sharper.
  private static final double DOUBT_KG = 4;

  private final double limitKg;
  private final double gravityMps2;
  private boolean told;
  private double sinceS;
  private double sumNs;
  private double rackedS;
  private double rackedDifferenceN;
  private long lastNs = Long.MIN_VALUE;

  PlateWatch(Limits limits, double gravityMps2) {
    Limits.Limit limit = limits.find(Rule.UNEVEN_PLATES);
    this.limitKg = limit == null ? Double.NaN : limit.usual() + DOUBT_KG;
    this.gravityMps2 = gravityMps2;
  }

  /// Takes a new force.
  ///
  /// @param hangsN force of both sides' cells from which on the bar hangs with its plates
  /// @return kg by which the left side is heavier, NaN where there is nothing to tell now
  double follow(long nowNs, SideForces forces, double hangsN, LiveEstimate live, boolean atRest) {
    double stepS = lastNs == Long.MIN_VALUE ? 0 : Math.min((nowNs - lastNs) * 1e-9, 0.02);
    lastNs = nowNs;
    boolean hangs = forces.sumN() > HANGS_SHARE * hangsN;
    if (atRest) {
      double share = stepS / RACKED_S;
      rackedDifferenceN += share * (forces.differenceN() - rackedDifferenceN);
      rackedS = hangs ? rackedS + stepS : 0;
      told &= hangs;
      sinceS = 0;
      sumNs = 0;
      return Double.NaN;
    }
    if (told) {
      return Double.NaN;
    }
    if (rackedS > 2 * RACKED_S) {
      rackedS = 0;
      return judge(rackedDifferenceN / gravityMps2);
    }
    rackedS = 0;
    boolean rises = hangs && live.velocityMps > 0 && live.heightM > LOWEST_M;
    if (!rises) {
      sinceS = 0;
      sumNs = 0;
      return Double.NaN;
    }
    sinceS += stepS;
    sumNs += sinceS > SETTLING_S ? stepS * forces.differenceN() : 0;
    return sinceS < SETTLING_S + AVERAGED_S ? Double.NaN : judge(sumNs / (sinceS - SETTLING_S) / gravityMps2);
  }

  private double judge(double differenceKg) {
    told = true;
    return Math.abs(differenceKg) > limitKg ? differenceKg : Double.NaN;
  }
}

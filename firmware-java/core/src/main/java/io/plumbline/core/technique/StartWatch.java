package io.plumbline.core.technique;

/// Notices a yank as the bar leaves the floor, by the steepest rise of force until then: where the force reaches the weight. Without a known
/// weight it says nothing, because the bend of the bar looks like lift-off to the pods and a brisk lift like a yank to the cells. Allocates
/// nothing. Not thread-safe.
final class StartWatch {
  /// The knock of the plates in their bores comes before.
  private static final double COUNTS_FROM_SHARE = 0.5;
  private static final double SLACK_SHARE = 0.4;
  /// A live value is rougher than a measured one: so much above the limit it must be, as a share of it.
  private static final double DOUBT_SHARE = 0.1;

  private final double mostPctps;
  private boolean armed;

  StartWatch(Limits limits) {
    Limits.Limit limit = limits.find(Rule.JERKED_LOADING);
    this.mostPctps = limit == null ? Double.NaN : limit.usual() * (1 + DOUBT_SHARE);
  }

  /// Takes a new force.
  ///
  /// @param weightN force of both sides' cells while the bar hangs, NaN where it is not known
  /// @return % of the weight a second of the yank's steepest rise, NaN where there is no yank to tell of now
  double follow(SideForces forces, double weightN, boolean atRest) {
    if (atRest && forces.sumN() < SLACK_SHARE * weightN) {
      armed = true;
    }
    if (!armed || !(forces.sumN() >= weightN)) {
      return Double.NaN;
    }
    armed = false;
    double steepestPctps = 100 * forces.steepestNps(COUNTS_FROM_SHARE * weightN) / weightN;
    return steepestPctps > mostPctps ? steepestPctps : Double.NaN;
  }
}

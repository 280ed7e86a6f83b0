package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.run.RepTruth;

/// What was true of a rep.
///
/// @param forwardAt2sM forward travel [#DRIFT_AFTER_S] after the lift-off, NaN where the bar was down again then
record Truth(RepTruth rep, double forwardAt2sM) {
  /// When the design asks for the drift.
  static final double DRIFT_AFTER_S = 2;

  /// Whether it is to be counted.
  boolean isLifted() {
    return rep.outcome().equals("completed") || rep.outcome().equals("hitched");
  }

  /// When its way up began, or the first pull where there was none.
  double fromS() {
    return Double.isNaN(rep.liftOffS()) ? rep.pullS() : rep.liftOffS();
  }

  /// When its way up ended, or when the lifter gave up.
  double toS() {
    return Double.isNaN(rep.topS()) ? rep.descentS() : rep.topS();
  }
}

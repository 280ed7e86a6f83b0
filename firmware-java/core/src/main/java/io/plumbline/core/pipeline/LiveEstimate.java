package io.plumbline.core.pipeline;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.sample.LiftStart;

/// The causal estimate of now. Mutable, owned by the pipeline, updated by each sample. NaN where not known.
public final class LiveEstimate {
  public long timeNs;
  public Phase phase = Phase.REST;
  /// Where reps begin, as told or as found until now.
  public LiftStart start = LiftStart.UNKNOWN;
  /// Height above the last rest.
  public double heightM;
  public double heightSdM;
  public double velocityMps;
  public double velocitySdMps;
  /// Travel since the last rest, sign as in [io.plumbline.core.rep.RepMeasures#forwardMaxM].
  public double forwardM = Double.NaN;
  public double forceLeftN = Double.NaN;
  public double forceRightN = Double.NaN;
}

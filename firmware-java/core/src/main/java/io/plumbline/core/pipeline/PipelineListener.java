package io.plumbline.core.pipeline;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.rep.RepMeasures;

/// What the pipeline tells, on the thread that feeds it.
public interface PipelineListener {
  /// The phase changed.
  void onPhase(long timeNs, Phase phase);

  /// A concentric phase has just ended: its causal mean velocity, for people who wait. The smoothed summary follows with [#onRep].
  ///
  /// @param timeNs              time of the sample with which it ended
  /// @param meanConcentricMps   provisional
  /// @param meanConcentricSdMps its standard deviation
  void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps);

  /// A rep is measured. `rep` is valid only during the call.
  void onRep(RepMeasures rep);
}

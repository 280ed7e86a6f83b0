package io.plumbline.core.pipeline;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;

/// Samples in, reps out. Takes any subset of sensors; sensors may be sampled at different instants and rates. Allocates in its constructor
/// only. Not thread-safe: one thread feeds it, and its listener runs on that thread.
public final class BarPipeline {
  private final LiveEstimate live = new LiveEstimate();
  private final SourceQuality[] quality = {new SourceQuality(), new SourceQuality(), new SourceQuality()};

  /// @param setup    what is known beforehand
  /// @param listener told of phases and reps
  public BarPipeline(BarSetup setup, PipelineListener listener) {}

  /// Takes the samples of one instant; instants must increase.
  public void accept(SensorFrame frame) {}

  /// Ends the stream: a rep that waits for more samples is measured with what there is.
  public void finish() {}

  /// The causal estimate after the last sample.
  public LiveEstimate live() {
    return live;
  }

  /// How good the stream of a sensor is; its `samples` are 0 where there is no such sensor.
  public SourceQuality quality(ImuSite site) {
    return quality[site.ordinal()];
  }
}

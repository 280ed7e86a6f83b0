package io.plumbline.bar.app;

import io.plumbline.bar.health.Health;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where samples come from: sensors, a simulation, a recording. Read by one thread; only [#stop] may come from another.
public interface FrameSource {
  /// What is known before the first sample.
  BarSetup setup();

  /// Which kind of source this is.
  Info.Mode mode();

  /// What is sampled.
  Set<Channel> channels();

  /// Calibrations in force; empty where the samples come as they are.
  default List<String> calibrationIds() {
    return List.of();
  }

  /// The lift, as far as it is known.
  Exercise exercise();

  /// Fills the frame with the samples of the next instant. May wait for it.
  ///
  /// @return false at the end, and soon after [#stop]
  boolean next(SensorFrame frame) throws IOException;

  /// What the sampling says of itself; empty where nothing is sampled.
  default Optional<SamplingHealth> health() {
    return Optional.empty();
  }

  /// How the bar is; null where nobody watches over it (a recording), or not yet.
  default @Nullable Health condition() {
    return null;
  }

  /// Told once, before the first `next`, what works beside this source. A recording has nothing to watch over.
  default void accompany(Companions companions) {}

  /// Asks a `next` that waits to return false. A source that never waits has nothing to do.
  ///
  /// @return whether `next` is to be called on until it returns false: what was sampled before comes first
  default boolean stop() {
    return false;
  }
}

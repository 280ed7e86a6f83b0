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

/// Passes everything on to another source, so that whoever changes one thing of it need not repeat the rest. Threads as in [FrameSource].
public abstract class ForwardingSource implements FrameSource {
  private final FrameSource source;

  /// @param source the other one
  protected ForwardingSource(FrameSource source) {
    this.source = source;
  }

  @Override
  public BarSetup setup() {
    return source.setup();
  }

  @Override
  public Info.Mode mode() {
    return source.mode();
  }

  @Override
  public Set<Channel> channels() {
    return source.channels();
  }

  @Override
  public List<String> calibrationIds() {
    return source.calibrationIds();
  }

  @Override
  public Exercise exercise() {
    return source.exercise();
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    return source.next(frame);
  }

  @Override
  public Optional<SamplingHealth> health() {
    return source.health();
  }

  @Override
  public @Nullable Health condition() {
    return source.condition();
  }

  @Override
  public void accompany(Companions companions) {
    source.accompany(companions);
  }

  @Override
  public boolean stop() {
    return source.stop();
  }
}

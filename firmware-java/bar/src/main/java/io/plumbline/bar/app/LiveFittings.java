package io.plumbline.bar.app;

import io.plumbline.bar.command.Fittings;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.cue.CuePlayer;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import io.plumbline.drivers.loadcell.Layout;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A bar with chips, as commands reach it.
final class LiveFittings implements Fittings {
  private final BarConfig config;
  private final Sampling sampling;
  private final List<RawStream> streams;
  private final CuePlayer cues;
  private final boolean startedAgain;
  private volatile List<Double> zeroRatio;

  /// @param streams     of the chips
  /// @param environment of the process: a service manager is named there
  LiveFittings(BarConfig config, Sampling sampling, List<RawStream> streams, CuePlayer cues,
      Map<String, String> environment) {
    this.config = config;
    this.sampling = sampling;
    this.streams = List.copyOf(streams);
    this.cues = cues;
    this.startedAgain = !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
    this.zeroRatio = config.force().zeroRatio();
  }

  @Override
  public List<String> identify() {
    return cues.identify();
  }

  @Override
  public @Nullable LoadCells cells() {
    BarConfig.Force force = config.force();
    boolean fitted = sampling.decoder.channels().contains(Channel.LEFT_FZ);
    return fitted && force.layout() == Layout.TWO_PLANE
        ? new LoadCells(force.leftNPerRatio(), force.rightNPerRatio(), zeroRatio, config.bar().massKg(),
            config.bar().outboardKg())
        : null;
  }

  @Override
  public boolean isStartedAgain() {
    return startedAgain;
  }

  @Override
  public List<RawStream> streams() {
    return streams;
  }

  @Override
  public void tap(@Nullable Consumer<RawBatch> rows) {
    sampling.tap(rows);
  }

  @Override
  public void record(String command, long lastFrameNs, StreamContext context) {
    Recorder recorder = sampling.recorder;
    if (recorder != null) {
      List<Double> zeros = zeroRatio.equals(config.force().zeroRatio()) ? null : zeroRatio;
      recorder.record(SessionChange.of(command, lastFrameNs, context, zeros).toEvent());
    }
  }

  @Override
  public void setZeros(List<Double> zeros) {
    sampling.decoder.setZeros(zeros);
    zeroRatio = List.copyOf(zeros);
  }
}

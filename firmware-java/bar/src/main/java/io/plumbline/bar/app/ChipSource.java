package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.health.Health;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chips as a source, whoever lets time pass.
abstract sealed class ChipSource implements FrameSource, AutoCloseable permits LiveSource, SteppedSource {
  final Pins pins;
  final Sampling sampling;
  final HealthDesk desk;
  private final BarConfig config;
  private final Exercise exercise;
  private volatile boolean stopping;

  /// @param exercise the lift
  /// @param desk     watches over it
  ChipSource(BarConfig config, Pins pins, Sampling sampling, Exercise exercise, HealthDesk desk) {
    this.desk = desk;
    this.config = config;
    this.pins = pins;
    this.sampling = sampling;
    this.exercise = exercise;
  }

  /// Whether somebody has asked for the end.
  final boolean isStopping() {
    return stopping;
  }

  @Override
  public final boolean stop() {
    stopping = true;
    return true;
  }

  @Override
  public final Optional<SamplingHealth> health() {
    return Optional.of(sampling.health());
  }

  @Override
  public final @Nullable Health condition() {
    return desk.latest();
  }

  @Override
  public void accompany(Companions companions) {
    desk.accompany(companions);
  }

  @Override
  public final BarSetup setup() {
    return BarSetups.of(config);
  }

  @Override
  public final List<String> calibrationIds() {
    return config.calibrationIds();
  }

  @Override
  public final Info.Mode mode() {
    return pins.mode();
  }

  @Override
  public final Set<Channel> channels() {
    return sampling.decoder.channels();
  }

  @Override
  public final Exercise exercise() {
    return exercise;
  }

  /// What ended the reading unasked; empty where nothing did.
  Optional<Throwable> failure() {
    return Optional.empty();
  }

  /// Ends reading and recording.
  @Override
  public void close() {
    stop();
    if (sampling.recorder != null) {
      sampling.recorder.close();
    }
  }
}

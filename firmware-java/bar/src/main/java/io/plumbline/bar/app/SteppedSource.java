package io.plumbline.bar.app;

import io.plumbline.bar.app.Pins.StepClock;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.Optional;
import java.util.Set;

/// Chips on a clock that this source moves on: the same passes as the loop's, one after the other on the caller's thread, as fast as it goes
/// and the same each time.
final class SteppedSource implements FrameSource, AutoCloseable {
  private final BarConfig config;
  private final Pins pins;
  private final StepClock clock;
  private final Exercise exercise;
  private final Sampling sampling;
  private final long periodNs;
  private boolean ended;
  private volatile boolean stopping;

  SteppedSource(BarConfig config, Pins pins, StepClock clock, Sampling sampling, Exercise exercise) {
    this.config = config;
    this.pins = pins;
    this.clock = clock;
    this.exercise = exercise;
    this.sampling = sampling;
    this.periodNs = config.loop().periodNs();
  }

  @Override
  public boolean next(SensorFrame frame) {
    while (!sampling.next(frame)) {
      if (ended) {
        return false;
      }
      if (stopping || pins.isOver()) {
        sampling.end();
        ended = true;
      } else {
        pass();
      }
    }
    return true;
  }

  private void pass() {
    clock.advance(periodNs);
    sampling.agent.doWork();
    // A clock that waits for its reader is never late.
    sampling.statistics.onWake(0, 0);
    sampling.statistics.onDone(0);
    if (sampling.recorder != null) {
      sampling.recorder.doWork(clock.nowNs());
    }
  }

  @Override
  public boolean stop() {
    stopping = true;
    return true;
  }

  @Override
  public Optional<SamplingHealth> health() {
    return Optional.of(sampling.health());
  }

  @Override
  public BarSetup setup() {
    return BarSetups.of(config);
  }

  @Override
  public Info.Mode mode() {
    return pins.mode();
  }

  @Override
  public Set<Channel> channels() {
    return sampling.decoder.channels();
  }

  @Override
  public Exercise exercise() {
    return exercise;
  }

  @Override
  public void close() {
    if (sampling.recorder != null) {
      sampling.recorder.close();
    }
  }
}

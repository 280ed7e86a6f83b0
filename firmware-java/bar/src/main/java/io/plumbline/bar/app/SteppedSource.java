package io.plumbline.bar.app;

import io.plumbline.bar.app.Pins.StepClock;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.cue.CuePlayer;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.SensorFrame;

/// Chips on a clock that this source moves on: the same passes as the loop's, one after the other on the caller's thread, as fast as it goes
/// and the same each time.
final class SteppedSource extends ChipSource {
  private final StepClock clock;
  private final long periodNs;
  private final CuePlayer cues;
  private boolean ended;

  SteppedSource(BarConfig config, Pins pins, StepClock clock, Sampling sampling, CuePlayer cues, Exercise exercise,
      HealthDesk desk) {
    super(config, pins, sampling, exercise, desk);
    this.cues = cues;
    this.clock = clock;
    this.periodNs = config.loop().periodNs();
  }

  @Override
  public boolean next(SensorFrame frame) {
    while (!sampling.next(frame)) {
      if (ended) {
        return false;
      }
      if (isStopping() || pins.isOver()) {
        sampling.end();
        ended = true;
      } else {
        pass();
        desk.look(clock.nowNs());
      }
    }
    desk.onFrame();
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
    cues.doWork(clock.nowNs());
  }
}

package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import org.junit.jupiter.api.Test;

class ForceTrackTest {
  private final ForceTrack track = new ForceTrack();
  private final SensorFrame frame = new SensorFrame();

  private void add(long ns, Channel first, double y, Channel second, double z) {
    frame.reset(ns);
    frame.set(first, y);
    frame.set(second, z);
    track.add(frame);
  }

  @Test
  void shouldMeanEverySampleWhenAWindowSpansMany() {
    for (int ms = 0; ms <= 200; ms++) {
      add(ms * 1_000_000L, Channel.LEFT_FY, ms, Channel.LEFT_FZ, -2 * ms);
    }

    assertEquals(100, track.meanN(0, 50_000_000L, 150_000_000L, 1, 0), 0.05);
    assertEquals(-200, track.meanN(0, 50_000_000L, 150_000_000L, 0, 1), 0.05);
    assertEquals(0.6 * 100 - 0.8 * 200, track.meanN(0, 50_000_000L, 150_000_000L, 0.6, 0.8), 0.05);
  }

  @Test
  void shouldKnowNothingWhenTheWindowIsOutsideOrTheSideHasNoCell() {
    for (int ms = 0; ms <= 100; ms++) {
      add(ms * 1_000_000L, Channel.LEFT_FY, 0, Channel.LEFT_FZ, -500);
    }

    assertTrue(Double.isNaN(track.meanN(0, -10_000_000L, 50_000_000L, 0, 1)));
    assertTrue(Double.isNaN(track.meanN(0, 50_000_000L, 150_000_000L, 0, 1)));
    assertTrue(Double.isNaN(track.meanN(1, 10_000_000L, 50_000_000L, 0, 1)));
  }

  @Test
  void shouldForgetWhatWasBeforeWhenSamplesPausedForLong() {
    add(0, Channel.RIGHT_FY, 0, Channel.RIGHT_FZ, -500);
    add(2_000_000_000L, Channel.RIGHT_FY, 0, Channel.RIGHT_FZ, -100);
    add(2_010_000_000L, Channel.RIGHT_FY, 0, Channel.RIGHT_FZ, -100);

    assertTrue(Double.isNaN(track.meanN(1, 0, 2_010_000_000L, 0, 1)));
    assertEquals(-100, track.meanN(1, 2_000_000_000L, 2_010_000_000L, 0, 1), 1e-9);
    assertEquals(100, track.latestRightN(2_020_000_000L), 1e-9);
  }

  @Test
  void shouldKeepAMagnitudeDownwardWhenTheCellHasOneAxis() {
    for (int ms = 0; ms <= 10; ms++) {
      frame.reset(ms * 1_000_000L);
      frame.set(Channel.LEFT_F, 700);
      track.add(frame);
    }

    assertTrue(track.isMagnitude(0));
    assertEquals(-700, track.meanN(0, 0, 9_000_000L, 0, 1), 1e-6);
  }
}

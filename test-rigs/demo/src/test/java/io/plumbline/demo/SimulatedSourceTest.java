package io.plumbline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import org.junit.jupiter.api.Test;

class SimulatedSourceTest {
  private final SimulatedSource source = new SimulatedSource(new TrainingPlan(15, 1), 1, 3);

  @Test
  void shouldGoOnWithoutAGapWhenOneSetFollowsAnother() {
    SensorFrame frame = new SensorFrame();
    long lastNs = -1_000_000;
    while (source.next(frame)) {
      long stepNs = frame.timeNs() - lastNs;
      assertTrue(stepNs > 0 && stepNs < 1_500_000, () -> "a gap before " + frame.timeNs());
      lastNs = frame.timeNs();
    }
    assertTrue(lastNs > 60_000_000_000L, "three sets take more than a minute, not " + lastNs + " ns");
    assertFalse(source.next(frame), "it stays ended");
  }

  @Test
  void shouldFillEveryChannelThatItNamesWhenAsked() {
    SensorFrame frame = new SensorFrame();
    assertTrue(source.next(frame));
    for (Channel channel : Channel.values()) {
      assertEquals(source.channels().contains(channel), frame.has(channel), channel::column);
    }
    assertEquals(16, source.channels().size());
  }

  @Test
  void shouldSayThatItIsSimulatedWhenAskedForItsMode() {
    assertEquals(Info.Mode.SIM, source.mode());
    assertEquals(1, source.setup().facing());
  }
}

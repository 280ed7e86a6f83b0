package io.plumbline.drivers.icm42688p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Numbering by timestamps of 16 bits.
class PacketsTest {
  private static final double TICKS = 937.5;

  private final Packets packets = new Packets(new Decoder(true), 1000, 200);

  private static byte[] bytes(long... samples) {
    byte[] bytes = new byte[samples.length * Decoder.LONG_PACKET];
    for (int i = 0; i < samples.length; i++) {
      int at = i * Decoder.LONG_PACKET;
      long ticks = (long) (samples[i] * TICKS);
      bytes[at] = 0x78;
      bytes[at + 15] = (byte) (ticks >> 8);
      bytes[at + 16] = (byte) ticks;
    }
    return bytes;
  }

  private void scan(double expectedStep, long... samples) {
    packets.clear();
    packets.scan(bytes(samples), 0, samples.length, expectedStep);
  }

  @Test
  void shouldStepByOneWhenTicksAre937Or938() {
    scan(1, 1000, 1001, 1002, 1003);
    assertEquals(4, packets.size());
    for (int i = 0; i < 4; i++) {
      assertEquals(1, packets.step(i));
    }
  }

  @Test
  void shouldCountLostSamplesWhenTicksJump() {
    scan(1, 5, 6, 9, 10);
    assertEquals(3, packets.step(2));
    scan(40, 50, 51);
    assertEquals(40, packets.step(0));
  }

  @Test
  void shouldCountWrapsByTheHostsClockWhenThePauseIsLongerThanTheField() {
    for (int lost = 1; lost < 2000; lost += 7) {
      packets.restart();
      scan(1, 100);
      // The host's clock is off by as much as a third of a wrap.
      scan(lost + 20 * Math.sin(lost), 100 + lost);
      assertEquals(lost, packets.step(0), "lost " + lost);
    }
  }

  @Test
  void shouldTakeThePacketOnceWhenItIsReadAgain() {
    scan(1, 7, 8);
    scan(1, 8);
    assertEquals(0, packets.size());
    assertEquals(1, packets.repeats());
  }

  @Test
  void shouldDoubtWhenTimesCannotBe() {
    scan(1, 7, 8);
    byte[] wrong = bytes(9, 10, 11);
    for (int i = 0; i < 3; i++) {
      // A data line that is stuck at 1.
      wrong[i * Decoder.LONG_PACKET + 16] |= 0x30;
      wrong[i * Decoder.LONG_PACKET + 15] |= 0x10;
    }
    packets.clear();
    packets.scan(wrong, 0, 3, 1);
    assertTrue(packets.suspicious() > 0);
    assertTrue(packets.size() < 3);
  }

  @Test
  void shouldStopAtTheEmptyMarkAndTellOfBrokenHeaders() {
    byte[] bytes = bytes(1, 2, 3);
    bytes[2 * Decoder.LONG_PACKET] = (byte) 0xFF;
    packets.clear();
    packets.scan(bytes, 0, 3, 1);
    assertEquals(2, packets.size());
    assertFalse(packets.isBroken());
    bytes[Decoder.LONG_PACKET] = 0x20;
    packets.restart();
    packets.clear();
    packets.scan(bytes, 0, 3, 1);
    assertEquals(1, packets.size());
    assertTrue(packets.isBroken());
  }
}

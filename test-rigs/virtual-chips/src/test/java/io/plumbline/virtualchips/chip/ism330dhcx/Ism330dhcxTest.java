package io.plumbline.virtualchips.chip.ism330dhcx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The chip against its data sheet, spoken to in bytes on both buses.
class Ism330dhcxTest {
  private static final long MS = 1_000_000;
  private static final double G = 9.80665;

  private final ManualClock clock = new ManualClock(4_000 * MS);
  // The example of section 3: 0, -1024 and 2048 at 16 g.
  private final SteadySignal signal = new SteadySignal(new SampleClock(clock.getAsLong(), 0), 0, -0.4997 * G,
      0.9994 * G,
      Math.toRadians(7), 0, 0, 26);
  private final Ism330dhcx chip = new Ism330dhcx(clock, signal, -3);

  private byte[] read(int register, int count) {
    byte[] pointer = {(byte) register};
    chip.write(pointer, 0, 1);
    byte[] bytes = new byte[count];
    assertEquals(count, chip.read(bytes, 0, count));
    return bytes;
  }

  private int read(int register) {
    return read(register, 1)[0] & 0xFF;
  }

  private void write(int register, int value) {
    byte[] bytes = {(byte) register, (byte) value};
    assertEquals(2, chip.write(bytes, 0, 2));
  }

  /// Section 4.
  private void start() {
    clock.advanceNs(10 * MS);
    write(0x12, 0x01);
    assertEquals(1, read(0x12) & 1);
    clock.advanceNs(50_000);
    assertEquals(0, read(0x12) & 1);
    assertEquals(0x6B, read(0x0F));
    int[][] writes = {{0x18, 2}, {0x12, 0x44}, {0x13, 8}, {0x0A, 0}, {0x09, 0x77}, {0x07, 10}, {0x19, 0x20},
        {0x0A, 0x46}, {0x0D, 8}, {0x10, 0x74}, {0x11, 0x7C}};
    for (int[] pair : writes) {
      write(pair[0], pair[1]);
    }
    clock.advanceNs(100 * MS);
    write(0x0A, 0);
    write(0x0A, 0x46);
  }

  @Test
  void shouldBeSilentWhileItBoots() {
    byte[] pointer = {0x0F};
    assertEquals(-121, chip.write(pointer, 0, 1));
    clock.advanceNs(10 * MS);
    assertEquals(0x6B, read(0x0F));
    assertEquals(-3, read(0x63, 1)[0]);
  }

  @Test
  void shouldBatchGyroscopeAccelerometerAndTimeInOneSlot() {
    start();
    clock.advanceNs(12 * MS);
    int words = read(0x3A);
    assertTrue(words >= 27 && words <= 33, words + " words in 12 ms");
    byte[] slot = read(0x78, 21);
    assertEquals(0x01, (slot[0] & 0xFF) >> 3);
    assertEquals(0x02, (slot[7] & 0xFF) >> 3);
    assertEquals(0x04, (slot[14] & 0xFF) >> 3);
    assertEquals(slot[0] & 6, slot[7] & 6);
    assertEquals(slot[0] & 6, slot[14] & 6);
    assertArrayEquals(HexFormat.of().parseHex("000000FC0008"), Arrays.copyOfRange(slot, 8, 14));
    assertEquals(100, slot[1], "7 °/s at 70 m°/s");
    for (int i = 0; i < 3; i++) {
      assertEquals(0, Integer.bitCount(slot[7 * i] & 0xFF) % 2, "parity");
    }
    byte[] next = read(0x78, 21);
    int step = (next[15] & 0xFF) - (slot[15] & 0xFF) & 0xFF;
    assertEquals(48, step, 1, "25 µs steps");
    assertEquals(words - 6, read(0x3A));
    assertEquals((slot[0] & 6) + 2 & 6, next[0] & 6);
  }

  @Test
  void shouldRaiseTheThresholdOnceUntilItIsRead() {
    start();
    EdgeBatch edges = new EdgeBatch(16);
    chip.int1().drain(edges);
    edges.clear();
    clock.advanceNs(50 * MS);
    assertEquals(1, chip.int1().drain(edges));
    assertTrue(chip.int1().isHigh());
    assertEquals(Long.MAX_VALUE, chip.int1().nextEdgeNs());
    int words = read(0x3A) | (read(0x3B) & 3) << 8;
    read(0x78, 7 * words);
    assertTrue(!chip.int1().isHigh());
    assertTrue(chip.int1().nextEdgeNs() < Long.MAX_VALUE);
    clock.advanceNs(6 * MS);
    assertEquals(1, chip.int1().drain(edges));
  }

  @Test
  void shouldOverwriteTheOldestAndSaySo() {
    start();
    clock.advanceNs(1000 * MS);
    int flags = read(0x3B);
    assertEquals(0xE8 | 512 >> 8, flags);
    read(0x78, 7);
    assertEquals(0x80 | 511 >> 8, read(0x3B));
    assertEquals(0, chip.misuse().count());
  }

  @Test
  void shouldSpeakSpiToo() {
    start();
    byte[] frame = new byte[15];
    frame[0] = (byte) 0x8F;
    chip.exchange(frame, 0, frame, 0, 2, 3, 10_000_000);
    assertEquals(0x6B, frame[1]);
    clock.advanceNs(5 * MS);
    frame[0] = (byte) 0xF8;
    assertEquals(15, chip.exchange(frame, 0, frame, 0, 15, 0, 10_000_000));
    assertEquals(0x02, frame[8] >> 3);
    frame[0] = (byte) 0x8F;
    chip.exchange(frame, 0, frame, 0, 2, 1, 10_000_000);
    chip.exchange(frame, 0, frame, 0, 2, 0, 10_000_001);
    assertEquals(List.of(Misuse.Kind.WRONG_MODE, Misuse.Kind.TOO_FAST),
        chip.misuse().list().stream().map(Misuse::kind).toList());
  }

  @Test
  void shouldShowWhatHappensToIt() {
    start();
    chip.upset(clock.getAsLong(), 0x10, 3);
    assertEquals(0x7C, read(0x10));
    chip.saturate(clock.getAsLong(), true);
    clock.advanceNs(2 * MS);
    assertEquals(32767, read(0x28) | read(0x29) << 8);
    chip.overflow(clock.getAsLong());
    assertEquals(0x48, read(0x3B) & 0x48);
    assertEquals(0x40, read(0x3B) & 0x48, "the latched one is cleared by reading");
    chip.brownOut(clock.getAsLong());
    clock.advanceNs(10 * MS);
    assertEquals(0, read(0x10));
    assertEquals(0x04, read(0x12));
  }
}

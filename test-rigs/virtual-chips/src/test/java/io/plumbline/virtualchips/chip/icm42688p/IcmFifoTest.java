package io.plumbline.virtualchips.chip.icm42688p;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The FIFO, its packets, its count and its interrupt.
class IcmFifoTest extends IcmTalk {
  @Test
  void shouldPackSixteenBitsAsTheFactsHaveIt() {
    start(0x43, 1);
    clock.advanceNs(MS);
    byte[] packet = read(0x30, 16);
    // Test vector of section 7 up to the time stamp; 27 °C is 4 steps of 1/2.07.
    assertArrayEquals(HexFormat.of().parseHex("680000FC00080000A4FF5C000004"), Arrays.copyOf(packet, 14));
    assertEquals(0xFF, read(0x30), "empty");
  }

  @Test
  void shouldPackTwentyBitsAsTheFactsHaveIt() {
    // The values of the vector: raw 4, -8196, 8204 and 1310, -1314, 2 (section 7).
    double[] accel = {4, -8196, 8204};
    double[] gyro = {1310, -1314, 2};
    for (int axis = 0; axis < 3; axis++) {
      signal.set(axis, accel[axis] / 8192 * G);
      signal.set(3 + axis, Math.toRadians(gyro[axis] / 131));
    }
    start(0x57, 1);
    clock.advanceNs(MS);
    byte[] packet = read(0x30, 20);
    assertArrayEquals(HexFormat.of().parseHex("780000FDFF02000051FFAD0000"), Arrays.copyOf(packet, 13));
    assertArrayEquals(HexFormat.of().parseHex("0109"), Arrays.copyOfRange(packet, 13, 15), "27.00 °C");
    assertArrayEquals(HexFormat.of().parseHex("4ECEC2"), Arrays.copyOfRange(packet, 17, 20));
  }

  @Test
  void shouldMarkAGyroscopeThatHasNotStartedAsInvalid() {
    clock.advanceNs(MS);
    write(0x60, 1);
    write(0x5F, 0x57);
    write(0x16, 0x40);
    write(0x4E, 0x0F);
    clock.advanceNs(20 * MS);
    byte[] packet = read(0x30, 20);
    assertArrayEquals(HexFormat.of().parseHex("800080008000"), Arrays.copyOfRange(packet, 7, 13));
    assertEquals(0, packet[17] & 0xF);
    assertEquals(-32768, (short) (read(0x25) << 8 | read(0x26)));
  }

  @Test
  void shouldStampInStepsOf32Over30Microseconds() {
    start(0x57, 1);
    clock.advanceNs(50 * MS);
    int before = -1;
    for (int i = 0; i < 50; i++) {
      byte[] packet = read(0x30, 20);
      int stamp = (packet[15] & 0xFF) << 8 | (packet[16] & 0xFF);
      if (before >= 0) {
        int step = stamp - before & 0xFFFF;
        assertTrue(step == 937 || step == 938, "step " + step);
      }
      before = stamp;
    }
  }

  @Test
  void shouldRaiseTheWatermarkOnceAndSayWhenItWill() {
    start(0x57, 5);
    EdgeBatch edges = new EdgeBatch(64);
    assertEquals(1, chip.int1().drain(edges), "one from before the flush");
    edges.clear();
    long expectedNs = chip.int1().nextEdgeNs();
    clock.advanceNs(expectedNs - clock.getAsLong() - 1);
    assertEquals(0, chip.int1().drain(edges));
    assertEquals(expectedNs, chip.int1().nextEdgeNs());
    clock.advanceNs(1);
    assertTrue(chip.int1().isHigh());
    assertEquals(1, chip.int1().drain(edges));
    assertEquals(expectedNs, edges.timeNs(0));
    byte[] status = read(0x2D, 3);
    assertEquals(0x04, status[0] & 0x04);
    assertEquals(5, (status[1] & 0xFF) << 8 | (status[2] & 0xFF));
    clock.advanceNs(30 * MS);
    assertEquals(0, chip.int1().drain(edges), "once on crossing");
    assertEquals(Long.MAX_VALUE, chip.int1().nextEdgeNs());
    byte[] rest = read(0x30, 35 * 20);
    assertEquals(0x78, rest[34 * 20] & 0xFF);
    clock.advanceNs(5 * MS);
    assertEquals(1, chip.int1().drain(edges));
    assertEquals(2, edges.sequence(0));
    assertEquals(3, edges.sequence(1));
  }

  @Test
  void shouldDropTheOldestAndCountWhenNobodyReads() {
    start(0x57, 5);
    clock.advanceNs(200 * MS);
    assertEquals(103, read(0x2E, 2)[1] & 0xFF, "2048 bytes of 20, one slot free, two in the cache");
    assertEquals(0x02, read(0x2D) & 0x02);
    assertEquals(200 - 103, read(0x6C) | read(0x6D) << 8);
    byte[] all = read(0x30, 2080);
    assertEquals(0x78, all[102 * 20] & 0xFF);
    assertEquals(0xFF, all[103 * 20] & 0xFF);
    assertEquals(0, read(0x2E, 2)[1]);
  }

  @Test
  void shouldLatchTheCountOnlyWhenItsLowByteIsRead() {
    start(0x57, 5);
    clock.advanceNs(7 * MS);
    assertEquals(7, read(0x2F));
    clock.advanceNs(5 * MS);
    assertEquals(0, read(0x2E));
    assertEquals(12, read(0x2E, 2)[1]);
  }

  @Test
  void shouldStartAHalfReadPacketAgainUnlessTold() {
    start(0x57, 5);
    clock.advanceNs(2 * MS);
    read(0x30, 10);
    assertNotEquals(0x78, read(0x30) & 0xFF, "resumed");
    start(0x17, 5);
    clock.advanceNs(2 * MS);
    read(0x30, 10);
    assertEquals(0x78, read(0x30) & 0xFF);
  }
}

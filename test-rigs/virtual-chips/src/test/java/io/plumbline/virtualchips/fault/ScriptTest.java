package io.plumbline.virtualchips.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.chip.adxl375.Adxl375;
import io.plumbline.virtualchips.chip.ads131m04.Ads131m04;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.fault.Fault.Kind;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a host sees of each fault.
class ScriptTest {
  private static final long MS = 1_000_000;
  private static final double EVER = Double.POSITIVE_INFINITY;

  private final ManualClock clock = new ManualClock(10_000 * MS);
  private final Icm42688p imu = new Icm42688p(clock,
      new SteadySignal(new SampleClock(clock.getAsLong(), 0), 0, 0, 9.80665));
  private final byte[] frame = new byte[24];

  private SpiChip imuWith(Fault... faults) {
    return new Script(List.of(faults), imu, clock, clock::advanceNs).onSpi(imu);
  }

  private static Fault at(Kind kind, double fromS, double lastsS) {
    return Fault.at("left-imu", kind, fromS, lastsS);
  }

  /// Identity of the chip, or what is read of it, or −errno.
  private int identity(SpiChip chip) {
    frame[0] = (byte) 0xF5;
    frame[1] = 0;
    int result = chip.exchange(frame, 0, frame, 0, 2, 0, 1_000_000);
    return result < 0 ? result : frame[1] & 0xFF;
  }

  private int register(SpiChip chip, int register) {
    frame[0] = (byte) (0x80 | register);
    chip.exchange(frame, 0, frame, 0, 2, 0, 1_000_000);
    return frame[1] & 0xFF;
  }

  private void write(SpiChip chip, int register, int value) {
    frame[0] = (byte) register;
    frame[1] = (byte) value;
    chip.exchange(frame, 0, frame, 0, 2, 0, 1_000_000);
  }

  @Test
  void shouldFailTheTransfersThatTheScriptNamesAndNoOther() {
    SpiChip chip = imuWith(Fault.atTransfer("left-imu", Kind.ERRNO, 3, 2).with(5, 0));
    clock.advanceNs(MS);
    int[] seen = new int[6];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = identity(chip);
    }
    assertEquals(List.of(0x47, 0x47, -5, -5, 0x47, 0x47), java.util.Arrays.stream(seen).boxed().toList());
    SpiChip forGood = imuWith(Fault.atTransfer("left-imu", Kind.ERRNO, 2, Long.MAX_VALUE).with(110, 0));
    assertEquals(0x47, identity(forGood));
    for (int i = 0; i < 100; i++) {
      assertEquals(-110, identity(forGood));
    }
  }

  @Test
  void shouldBeSilentStuckOrDamagedForAWhile() {
    SpiChip chip = imuWith(at(Kind.NO_ANSWER, 1, 1), at(Kind.STUCK_HIGH, 3, 1).with(0x80, 0),
        at(Kind.STUCK_LOW, 5, 1).with(0x07, 0), at(Kind.CORRUPT, 7, 1), at(Kind.WRONG_IDENTITY, 9, 1),
        at(Kind.ERRNO, 11, 1).with(19, 0));
    clock.advanceNs(500 * MS);
    int[] expected = {0x47, 0xFF, 0x47, 0xC7, 0x47, 0x40, 0x47};
    for (int value : expected) {
      assertEquals(value, identity(chip));
      clock.advanceNs(1000 * MS);
    }
    int damaged = 0;
    for (int i = 0; i < 16; i++) {
      damaged += identity(chip) != 0x47 || frame[0] != 0 ? 1 : 0;
    }
    assertEquals(16, damaged);
    clock.advanceNs(1000 * MS);
    assertEquals(0x47, identity(chip));
    clock.advanceNs(1000 * MS);
    assertNotEquals(0x47, identity(chip));
    clock.advanceNs(1000 * MS);
    assertEquals(0x47, identity(chip));
    clock.advanceNs(1000 * MS);
    assertEquals(-19, identity(chip));
    clock.advanceNs(1000 * MS);
    assertEquals(0x47, identity(chip));
  }

  @Test
  void shouldHappenToTheChipAtTheTimeAndOnceOnly() {
    SpiChip chip = imuWith(at(Kind.RESET, 1, EVER), at(Kind.UPSET, 2, EVER).with(0x4F, 5));
    clock.advanceNs(MS);
    write(chip, 0x4F, 0x26);
    assertEquals(0x26, register(chip, 0x4F));
    clock.advanceNs(999 * MS);
    assertEquals(0xFF, register(chip, 0x4F), "starting up");
    clock.advanceNs(MS);
    assertEquals(0x06, register(chip, 0x4F));
    write(chip, 0x4F, 0x46);
    clock.advanceNs(1000 * MS);
    assertEquals(0x66, register(chip, 0x4F));
    write(chip, 0x4F, 0x06);
    clock.advanceNs(5000 * MS);
    assertEquals(0x06, register(chip, 0x4F));
  }

  @Test
  void shouldLoseEdgesWithoutTellingTheHost() {
    Script script = new Script(List.of(at(Kind.EDGES_LOST, 0.1, 0.1)), imu, clock, clock::advanceNs);
    SpiChip chip = script.onSpi(imu);
    EdgeLine line = script.onEdges(imu.int1());
    clock.advanceNs(MS);
    write(chip, 0x64, 0);
    write(chip, 0x65, 8);
    write(chip, 0x4E, 0x0F);
    clock.advanceNs(98 * MS);
    EdgeBatch edges = new EdgeBatch(500);
    int before = line.drain(edges);
    assertTrue(before > 80);
    clock.advanceNs(2 * MS);
    assertEquals(0, line.drain(edges));
    assertEquals(Long.MAX_VALUE, line.nextEdgeNs());
    clock.advanceNs(50 * MS);
    assertEquals(0, line.drain(edges));
    clock.advanceNs(49 * MS);
    line.drain(edges);
    clock.advanceNs(5 * MS);
    assertTrue(line.drain(edges) > 0);
    for (int i = 0; i < edges.size(); i++) {
      assertEquals(i + 1, edges.sequence(i), "the kernel never saw those");
    }
    assertTrue(edges.timeNs(before) - edges.timeNs(before - 1) > 90 * MS);
  }

  @Test
  void shouldStretchTheClockOfABus() {
    Adxl375 highG = new Adxl375(clock, new SteadySignal(new SampleClock(clock.getAsLong(), 0)));
    Script script = new Script(List.of(Fault.atTransfer("left-high-g", Kind.SLOW, 3, 1).with(4, 0),
        Fault.atTransfer("left-high-g", Kind.TIMEOUT, 5, 1).with(25, 0),
        Fault.atTransfer("left-high-g", Kind.NO_ANSWER, 6, 1)), highG, clock, clock::advanceNs);
    I2cChip chip = script.onI2c(highG);
    byte[] bytes = new byte[2];
    long startNs = clock.getAsLong();
    assertEquals(1, chip.write(bytes, 0, 1));
    assertEquals(1, chip.read(bytes, 1, 1));
    assertEquals(0xE5, bytes[1] & 0xFF);
    assertEquals(0, clock.getAsLong() - startNs);
    assertEquals(1, chip.write(bytes, 0, 1));
    assertEquals(4 * MS, clock.getAsLong() - startNs);
    assertEquals(1, chip.read(bytes, 1, 1));
    assertEquals(-110, chip.write(bytes, 0, 1));
    assertEquals(29 * MS, clock.getAsLong() - startNs);
    assertEquals(-121, chip.write(bytes, 0, 1));
    assertEquals(1, chip.write(bytes, 0, 1));
    assertEquals(7, script.transfers());
  }

  @Test
  void shouldRefuseWhatAPartCannotHave() {
    FaultException refusal = assertThrows(FaultException.class, () -> imuWith(at(Kind.NO_CLOCK, 1, 1)));
    assertEquals("fault 'no clock' at left-imu: the ICM-42688-P has no external clock", refusal.getMessage());
    assertThrows(FaultException.class, () -> imuWith(at(Kind.OPEN_WIRE, 1, 1)));
  }

  @Test
  void shouldStopAConvertersClockAndBreakItsWires() {
    Ads131m04 adc = new Ads131m04(clock, new SteadySignal(new SampleClock(clock.getAsLong(), 0)));
    Script script = new Script(List.of(Fault.at("force", Kind.NO_CLOCK, 0.1, 0.1),
        Fault.at("force", Kind.OPEN_WIRE, 0.3, 0.1).with(1, 0), Fault.at("force", Kind.SATURATED, 0.5, 0.1)), adc,
        clock, clock::advanceNs);
    SpiChip chip = script.onSpi(adc);
    EdgeLine line = script.onEdges(adc.ready());
    EdgeBatch edges = new EdgeBatch(1024);
    clock.advanceNs(100 * MS);
    line.drain(edges);
    edges.clear();
    clock.advanceNs(99 * MS);
    assertEquals(0, line.drain(edges));
    clock.advanceNs(51 * MS);
    assertTrue(line.drain(edges) > 100);
    int[][] expected = {{0, 0}, {0, 0x7FFFFF}, {0, 0}, {0x7FFFFF, 0x7FFFFF}, {0, 0}};
    for (int[] codes : expected) {
      for (int i = 0; i < 4; i++) {
        java.util.Arrays.fill(frame, (byte) 0);
        assertEquals(18, chip.exchange(frame, 0, frame, 0, 18, 1, 8_000_000));
      }
      assertEquals(codes[0], (frame[3] & 0xFF) << 16 | (frame[4] & 0xFF) << 8 | (frame[5] & 0xFF));
      assertEquals(codes[1], (frame[6] & 0xFF) << 16 | (frame[7] & 0xFF) << 8 | (frame[8] & 0xFF));
      clock.advanceNs(100 * MS);
    }
  }

  @Test
  void shouldOverflowAndSaturateAFifo() {
    SpiChip chip = imuWith(at(Kind.OVERFLOW, 1, EVER), at(Kind.SATURATED, 1.5, 0.1), at(Kind.LOOK_ALIKE, 2, 0.1));
    clock.advanceNs(MS);
    write(chip, 0x60, 1);
    write(chip, 0x5F, 3);
    write(chip, 0x16, 0x40);
    write(chip, 0x4E, 0x0F);
    clock.advanceNs(950 * MS);
    register(chip, 0x2D);
    write(chip, 0x4B, 2);
    clock.advanceNs(50 * MS);
    assertEquals(0x02, register(chip, 0x2D) & 0x02);
    assertTrue(register(chip, 0x6C) > 40);
    clock.advanceNs(540 * MS);
    assertEquals(0x7F, register(chip, 0x1F));
    clock.advanceNs(100 * MS);
    assertEquals(0x00, register(chip, 0x1F));
    assertEquals(0x08, register(chip, 0x23), "1 g");
    clock.advanceNs(400 * MS);
    assertEquals(0x10, register(chip, 0x23), "twice as large");
    assertEquals(0x47, identity(chip));
  }
}

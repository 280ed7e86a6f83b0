package io.plumbline.virtualchips.chip.nau7802;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The chip against its data sheet, spoken to in bytes.
class Nau7802Test {
  private static final long MS = 1_000_000;

  private final ManualClock clock = new ManualClock(2_000 * MS);
  private final SteadySignal signal = new SteadySignal(new SampleClock(clock.getAsLong(), 0), 1e-3);
  private final Nau7802 chip = new Nau7802(clock, signal, 3.3);

  private int read(int register) {
    byte[] bytes = {(byte) register, 0};
    chip.write(bytes, 0, 1);
    assertEquals(1, chip.read(bytes, 1, 1));
    return bytes[1] & 0xFF;
  }

  private void write(int register, int value) {
    byte[] bytes = {(byte) register, (byte) value};
    assertEquals(2, chip.write(bytes, 0, 2));
  }

  private int result() {
    byte[] bytes = {0x12, 0, 0, 0};
    chip.write(bytes, 0, 1);
    chip.read(bytes, 1, 3);
    return (bytes[1] << 24 | (bytes[2] & 0xFF) << 16 | (bytes[3] & 0xFF) << 8) >> 8;
  }

  /// Section 4.
  private void start(int ctrl1) {
    write(0x00, 0x01);
    write(0x00, 0x02);
    assertEquals(0, read(0x00) & 8);
    clock.advanceNs(200_000);
    assertEquals(8, read(0x00) & 8);
    write(0x00, 0x86);
    write(0x01, ctrl1);
    write(0x02, 0x70);
    write(0x15, 0x30);
    write(0x1B, 0x40);
    write(0x1C, 0x80);
    write(0x00, 0x96);
    write(0x02, 0x74);
    assertEquals(4, read(0x02) & 4, "calibrates");
    clock.advanceNs(11 * MS);
    assertEquals(0, read(0x02) & 4);
  }

  @Test
  void shouldConvertOnceItIsCalibratedAndSettled() {
    assertEquals(0x0F, read(0x1F) & 0xF);
    start(0x2F);
    assertEquals(0, read(0x02) & 8);
    int expected = (int) Math.rint(1e-3 * 128 * 2 * 0x800000);
    for (int i = 0; i < 6; i++) {
      clock.advanceNs(3_125_000);
      assertEquals(0x20, read(0x00) & 0x20);
      assertTrue(result() != expected, "result " + i + " has not settled");
      assertEquals(0, read(0x00) & 0x20, "taken");
    }
    clock.advanceNs(3_125_000);
    assertEquals(expected, result());
    assertEquals(List.of(), chip.misuse().list());
  }

  @Test
  void shouldFailItsCalibrationWhenTheRegulatorStarves() {
    start(0x27);
    assertEquals(8, read(0x02) & 8, "4.5 V from a supply of 3.3 V");
    write(0x01, 0x2F);
    write(0x02, 0x74);
    clock.advanceNs(20 * MS);
    assertEquals(0, read(0x02) & 8);
  }

  @Test
  void shouldNoteWhatTheHostMustNotDo() {
    write(0x01, 0x2F);
    start(0x2F);
    write(0x02, 0x50);
    write(0x12, 1);
    read(0x12);
    assertEquals(
        List.of(Misuse.Kind.TOO_EARLY, Misuse.Kind.RESERVED, Misuse.Kind.READ_ONLY, Misuse.Kind.TORN_READ),
        chip.misuse().list().stream().map(Misuse::kind).toList());
  }

  @Test
  void shouldShowWhatHappensToIt() {
    start(0x2F);
    chip.openWire(clock.getAsLong(), true);
    clock.advanceNs(30 * MS);
    assertEquals(0x7FFFFF, result());
    chip.openWire(clock.getAsLong(), false);
    chip.upset(clock.getAsLong(), 0x01, 0);
    assertEquals(0x2E, read(0x01));
    chip.brownOut(clock.getAsLong());
    assertEquals(0, read(0x00));
    clock.advanceNs(30 * MS);
    assertEquals(0, read(0x00) & 0x20);
  }

  @Test
  void shouldWrapItsAddressAt7F() {
    byte[] bytes = new byte[3];
    bytes[0] = 0x7F;
    chip.write(bytes, 0, 1);
    chip.read(bytes, 0, 2);
    assertEquals(read(0x00), bytes[1] & 0xFF);
  }
}

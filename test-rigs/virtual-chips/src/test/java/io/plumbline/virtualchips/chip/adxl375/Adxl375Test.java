package io.plumbline.virtualchips.chip.adxl375;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.Part.Disguise;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The chip against its data sheet, spoken to in bytes.
class Adxl375Test {
  private static final long MS = 1_000_000;
  private static final double G = 9.80665;

  private final ManualClock clock = new ManualClock(9_000 * MS);
  // The test vector of section 2: -0.98, 1.03 and 0 g.
  private final SteadySignal signal = new SteadySignal(new SampleClock(clock.getAsLong(), 0), -0.98 * G, 1.029 * G, 0);
  private final Adxl375 chip = new Adxl375(clock, signal);

  private byte[] read(int register, int count) {
    byte[] pointer = {(byte) register};
    assertEquals(1, chip.write(pointer, 0, 1));
    byte[] bytes = new byte[count];
    assertEquals(count, chip.read(bytes, 0, count));
    return bytes;
  }

  private int read(int register) {
    return read(register, 1)[0] & 0xFF;
  }

  private void write(int... bytes) {
    byte[] message = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      message[i] = (byte) bytes[i];
    }
    assertEquals(message.length, chip.write(message, 0, message.length));
  }

  /// The recipe of section 2, in stream mode with watermark 16.
  private void start() {
    write(0x2D, 0);
    write(0x31, 0x0B);
    write(0x2C, 0x0D);
    write(0x1D, 26);
    write(0x21, 1);
    write(0x2A, 7);
    write(0x2F, 0);
    write(0x38, 0x90);
    write(0x2E, 0x42);
    write(0x2D, 0x08);
    clock.advanceNs(2 * MS);
    while (read(0x39) > 0) {
      read(0x32, 6);
    }
  }

  @Test
  void shouldReadTheTestVectorOfTheFacts() {
    assertEquals(0xE5, read(0x00));
    start();
    clock.advanceNs(3 * MS);
    assertArrayEquals(HexFormat.of().parseHex("ECFF15000000"), read(0x32, 6));
    assertEquals(List.of(), chip.misuse().list());
  }

  @Test
  void shouldFillItsFifoAt800HzAndDropTheOldest() {
    start();
    clock.advanceNs(20 * MS);
    assertEquals(16, read(0x39));
    assertEquals(0x82, read(0x30));
    clock.advanceNs(20 * MS);
    assertEquals(32, read(0x39));
    assertEquals(0x82, read(0x30));
    clock.advanceNs(2 * MS);
    assertEquals(32, read(0x39));
    assertEquals(0x83, read(0x30), "overrun");
    read(0x32, 6);
    assertEquals(31, read(0x39));
    assertEquals(0x82, read(0x30));
  }

  @Test
  void shouldKeepTheNewestOnlyWithoutAFifo() {
    start();
    write(0x38, 0);
    clock.advanceNs(20 * MS);
    assertEquals(0, read(0x39));
    assertEquals(0x80, read(0x30));
    read(0x32, 6);
    assertEquals(0, read(0x30));
  }

  @Test
  void shouldNoteTornReadsAndFormatsThatItDoesNotHave() {
    start();
    clock.advanceNs(5 * MS);
    read(0x32, 2);
    read(0x34, 4);
    write(0x31, 0x00);
    write(0x00, 1);
    assertEquals(
        List.of(Misuse.Kind.TORN_READ, Misuse.Kind.TORN_READ, Misuse.Kind.RESERVED, Misuse.Kind.READ_ONLY),
        chip.misuse().list().stream().map(Misuse::kind).toList());
  }

  @Test
  void shouldLoseABitAtHighRates() {
    write(0x31, 0x0B);
    write(0x2C, 0x0F);
    write(0x2D, 0x08);
    signal.set(0, 100 * G);
    clock.advanceNs(10 * MS);
    byte[] bytes = read(0x32, 6);
    assertEquals(0, bytes[0] & 0x80);
    assertEquals(100, (bytes[1] << 7 | (bytes[0] & 0x7F)) * 0.098, 0.1);
  }

  @Test
  void shouldShowWhatHappensToIt() {
    start();
    chip.disguise(clock.getAsLong(), Disguise.LOOK_ALIKE);
    signal.set(0, G);
    clock.advanceNs(MS + 250_000);
    byte[] bytes = read(0x32, 6);
    assertEquals(256, bytes[1] << 8 | (bytes[0] & 0xFF), "an ADXL345");
    assertEquals(0xE5, read(0x00));
    chip.disguise(clock.getAsLong(), Disguise.OTHER_IDENTITY);
    assertTrue(read(0x00) != 0xE5);
    chip.disguise(clock.getAsLong(), Disguise.NONE);
    chip.saturate(clock.getAsLong(), true);
    clock.advanceNs(MS + 250_000);
    bytes = read(0x32, 6);
    assertEquals(4082, bytes[1] << 8 | (bytes[0] & 0xFF), "200 g at 49 mg");
    chip.overflow(clock.getAsLong());
    assertEquals(1, read(0x30) & 1);
    chip.upset(clock.getAsLong(), 0x2C, 0);
    assertEquals(0x0C, read(0x2C));
    chip.brownOut(clock.getAsLong());
    assertEquals(0x0A, read(0x2C));
    assertEquals(0, read(0x2D));
  }

  @Test
  void shouldMoveWhenTested() {
    start();
    write(0x31, 0x8B);
    clock.advanceNs(MS + 250_000);
    byte[] bytes = read(0x32, 6);
    assertEquals(6.4, (bytes[5] << 8 | (bytes[4] & 0xFF)) * 0.049, 0.05);
  }
}

package io.plumbline.virtualchips.chip.icm42688p;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.Arrays;

/// A chip and a host that speaks to it in bytes.
abstract class IcmTalk {
  static final long MS = 1_000_000;
  static final double G = 9.80665;

  final ManualClock clock = new ManualClock(5_000 * MS);
  final SteadySignal signal = new SteadySignal(new SampleClock(clock.getAsLong(), 0), 0, -0.5 * G, G,
      Math.toRadians(10), Math.toRadians(-10), 0, 27);
  final Icm42688p chip = new Icm42688p(clock, signal);

  byte[] read(int register, int count) {
    byte[] frame = new byte[count + 1];
    frame[0] = (byte) (0x80 | register);
    assertEquals(frame.length, chip.exchange(frame, 0, frame, 0, frame.length, 0, 8_000_000));
    return Arrays.copyOfRange(frame, 1, frame.length);
  }

  int read(int register) {
    return read(register, 1)[0] & 0xFF;
  }

  void write(int register, int value) {
    byte[] frame = {(byte) register, (byte) value};
    chip.exchange(frame, 0, frame, 0, 2, 0, 8_000_000);
  }

  /// Section 10 of the facts, with a FIFO configuration of the test's choice.
  void start(int fifoConfig, int watermark) {
    clock.advanceNs(MS);
    write(0x4C, 0x73);
    write(0x14, 0x03);
    write(0x64, 0x00);
    write(0x60, watermark);
    write(0x5F, fifoConfig);
    write(0x16, 0x40);
    write(0x65, 0x04);
    write(0x4E, 0x0F);
    clock.advanceNs(45 * MS);
    write(0x4B, 0x02);
  }
}

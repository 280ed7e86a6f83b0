package io.plumbline.virtualchips.chip.ads131m04;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.wire.ManualClock;

/// A chip and a host that speaks to it in bytes.
abstract class AdsTalk {
  static final long US = 1000;
  static final long MS = 1_000_000;

  final ManualClock clock = new ManualClock(3_000 * MS);
  final SteadySignal signal = new SteadySignal(new SampleClock(clock.getAsLong(), 0), 0.01, -0.01, 0.02, 0);
  final Ads131m04 chip = new Ads131m04(clock, signal);

  byte[] exchange(byte[] frame, int mode) {
    byte[] bytes = frame.clone();
    assertEquals(bytes.length, chip.exchange(bytes, 0, bytes, 0, bytes.length, mode, 8_000_000));
    return bytes;
  }

  /// An 18-byte frame with these words in front.
  byte[] send(int... words) {
    byte[] frame = new byte[18];
    for (int i = 0; i < words.length; i++) {
      frame[3 * i] = (byte) (words[i] >> 8);
      frame[3 * i + 1] = (byte) words[i];
    }
    return exchange(frame, 1);
  }

  static int word(byte[] frame, int index) {
    return (frame[3 * index] & 0xFF) << 8 | (frame[3 * index + 1] & 0xFF);
  }

  static int code(byte[] frame, int channel) {
    int at = 3 * (channel + 1);
    return (frame[at] << 24 | (frame[at + 1] & 0xFF) << 16 | (frame[at + 2] & 0xFF) << 8) >> 8;
  }

  static void assertSound(byte[] frame) {
    assertEquals(Crc16.of(frame, 0, 15, false), word(frame, 5));
  }

  /// Section 7, with the results after it thrown away.
  void start() {
    clock.advanceNs(MS);
    send(0x0011);
    clock.advanceNs(5 * US);
    assertEquals(0xFF24, word(send(0), 0));
    send(0x6100, 0x0110);
    send(0x6180, 0x0F16);
    send(0x6200, 0x5555);
    chip.sync().set(false, clock.getAsLong());
    clock.advanceNs(10 * US);
    chip.sync().set(true, clock.getAsLong());
    clock.advanceNs(6 * MS);
    send(0);
    send(0);
    chip.ready().drain(new EdgeBatch(64));
  }

  byte[] sample() {
    clock.advanceNs(chip.ready().nextEdgeNs() - clock.getAsLong());
    chip.ready().drain(new EdgeBatch(64));
    return send(0);
  }

  long nextAfterDrain() {
    chip.ready().drain(new EdgeBatch(64));
    return chip.ready().nextEdgeNs();
  }
}

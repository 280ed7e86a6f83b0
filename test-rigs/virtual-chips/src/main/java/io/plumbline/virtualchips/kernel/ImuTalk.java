package io.plumbline.virtualchips.kernel;

import com.pi4j.io.spi.Spi;
import io.plumbline.pi4j.linux.AbsoluteTimer;

/// Just enough of the ICM-42688-P's language to see a sample come through (icm-42688-p.md, sections 4 and 10). No driver: a probe that shares
/// one would prove less.
final class ImuTalk {
  static final int IDENTITY = 0x47;
  /// At ±16 g, which the chip has after power-on.
  static final int COUNTS_PER_G = 2048;
  private static final int READ = 0x80;
  private static final int WHO_AM_I = 0x75;
  private static final int ACCEL_DATA_Z1 = 0x23;
  private static final int INVALID = -32768;
  private static final long TICK_NS = 1_000_000;
  private static final int MOST_TICKS = 2_000;

  private final Spi spi;
  private final byte[] frame = new byte[3];

  ImuTalk(Spi spi) {
    this.spi = spi;
  }

  int identity() {
    frame[0] = (byte) (READ | WHO_AM_I);
    int status = spi.transfer(frame, 0, frame, 0, 2);
    return status < 0 ? status : frame[1] & 0xff;
  }

  /// INT1 as a pulse, active high, at each sample; then both sensors on.
  void start() {
    write(0x14, 0x03);
    write(0x64, 0x00);
    write(0x65, 0x08);
    write(0x4e, 0x0f);
  }

  private void write(int register, int value) {
    frame[0] = (byte) register;
    frame[1] = (byte) value;
    spi.transfer(frame, 0, frame, 0, 2);
  }

  /// Acceleration along z, counts; waits for the first valid one.
  int accelZ() {
    AbsoluteTimer timer = new AbsoluteTimer(0);
    long deadlineNs = System.nanoTime();
    int counts = INVALID;
    for (int i = 0; i < MOST_TICKS && counts == INVALID; i++) {
      deadlineNs += TICK_NS;
      timer.sleepUntil(deadlineNs);
      frame[0] = (byte) (READ | ACCEL_DATA_Z1);
      int status = spi.transfer(frame, 0, frame, 0, 3);
      counts = status < 0 ? status : frame[1] << 8 | (frame[2] & 0xff);
    }
    return counts;
  }
}

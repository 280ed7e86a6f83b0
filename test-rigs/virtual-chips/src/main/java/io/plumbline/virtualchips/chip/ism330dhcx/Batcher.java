package io.plumbline.virtualchips.chip.ism330dhcx;

/// Which sample becomes which word (section 3).
final class Batcher {
  private static final int FIFO_CTRL3 = 0x09;
  private static final int FIFO_CTRL4 = 0x0A;
  private static final int CTRL4 = 0x13;
  private static final int CTRL10 = 0x19;

  private final int[] registers;
  private final Motion motion;
  private final WordFifo fifo;
  private int slot;
  private double accelBatch;
  private double gyroBatch;

  Batcher(int[] registers, Motion motion, WordFifo fifo) {
    this.registers = registers;
    this.motion = motion;
    this.fifo = fifo;
  }

  void reset() {
    slot = 0;
    accelBatch = 0;
    gyroBatch = 0;
  }

  /// How the FIFO is filled, 0 not at all.
  int mode() {
    return registers[FIFO_CTRL4] & 7;
  }

  /// Puts the words of the last sample into the FIFO.
  void batch(boolean accel, boolean gyro) {
    double rateHz = motion.rateHz();
    gyroBatch += Motion.odrHz(registers[FIFO_CTRL3] >> 4) / rateHz;
    accelBatch += Motion.odrHz(registers[FIFO_CTRL3] & 0xF) / rateHz;
    boolean stop = mode() != 6;
    // Section 2, register 0x13: with bit 3 nothing comes before it has settled.
    boolean masked = (registers[CTRL4] & 8) != 0 && !motion.isGyroReady();
    boolean gyroWord = gyro && gyroBatch > 1 - 1e-9;
    boolean accelWord = accel && accelBatch > 1 - 1e-9;
    gyroBatch -= gyroWord ? 1 : 0;
    accelBatch -= accelWord ? 1 : 0;
    if (!gyroWord && !accelWord) {
      return;
    }
    slot++;
    int[] counts = motion.counts;
    if (gyroWord && !masked) {
      fifo.add(0x01, slot, counts[3], counts[4], counts[5], stop);
    }
    if (accelWord) {
      fifo.add(0x02, slot, counts[0], counts[1], counts[2], stop);
    }
    int decimation = registers[FIFO_CTRL4] >> 6;
    int every = decimation == 1 ? 1 : decimation == 2 ? 8 : 32;
    if (decimation != 0 && slot % every == 0 && (registers[CTRL10] & 0x20) != 0) {
      long stamp = motion.stamp();
      fifo.add(0x04, slot, (int) stamp & 0xFFFF, (int) (stamp >> 16) & 0xFFFF, 0, stop);
    }
  }
}

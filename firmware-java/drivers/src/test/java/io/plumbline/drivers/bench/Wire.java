package io.plumbline.drivers.bench;

import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Wires to a chip that fail by number: of transfers that have been asked for, some do not reach the chip, and some reach it while the host is
/// told that they failed.
public final class Wire implements SpiChip, I2cChip {
  private static final int NOISY = 10;

  private final SpiChip spi;
  private final I2cChip i2c;
  private long transfers;
  private long failFrom = Long.MAX_VALUE;
  private long failUntil = Long.MAX_VALUE;
  private int failure;
  private boolean reachesChip;
  private boolean allOnes;
  private @Nullable Random noise;
  private Runnable around = () -> {};

  private Wire(SpiChip spi, I2cChip i2c) {
    this.spi = spi;
    this.i2c = i2c;
  }

  /// To an SPI chip.
  public static Wire spi(SpiChip chip) {
    return new Wire(chip, new Nobody());
  }

  /// To an I2C chip.
  public static Wire i2c(I2cChip chip) {
    return new Wire((out, outFrom, in, inFrom, count, mode, clockHz) -> count, chip);
  }

  private static final class Nobody implements I2cChip {
    @Override
    public int write(byte[] bytes, int from, int count) {
      return -121;
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
      return -121;
    }
  }

  /// Transfers asked for so far; on I2C each message is one.
  public long transfers() {
    return transfers;
  }

  /// From the n-th transfer on, so many fail.
  ///
  /// @param reaches whether the chip hears them all the same
  public void fail(long from, long many, int errno, boolean reaches) {
    failFrom = from;
    failUntil = many == Long.MAX_VALUE ? Long.MAX_VALUE : from + many;
    failure = errno;
    reachesChip = reaches;
    allOnes = false;
  }

  /// From now on the chip is gone: SPI reads all ones, I2C gets no acknowledge.
  public void cut() {
    failFrom = transfers + 1;
    failUntil = Long.MAX_VALUE;
    failure = -121;
    reachesChip = false;
    allOnes = true;
  }

  /// From now on a bit of every tenth answer flips.
  public void noise(long seed) {
    noise = new Random(seed);
  }

  /// From now on something happens before and after each transfer.
  public void around(Runnable event) {
    around = event;
  }

  /// All is well again.
  public void mend() {
    noise = null;
    around = () -> {};
    failFrom = Long.MAX_VALUE;
    failUntil = Long.MAX_VALUE;
  }

  private boolean isFailing() {
    transfers++;
    return transfers >= failFrom && transfers < failUntil;
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    if (!isFailing()) {
      around.run();
      int result = spi.exchange(out, outFrom, in, inFrom, count, mode, clockHz);
      around.run();
      Random bits = noise;
      if (bits != null && bits.nextInt(NOISY) == 0) {
        in[inFrom + bits.nextInt(count)] ^= (byte) (1 << bits.nextInt(8));
      }
      return result;
    }
    if (allOnes) {
      for (int i = inFrom; i < inFrom + count; i++) {
        in[i] = (byte) 0xFF;
      }
      return count;
    }
    if (reachesChip) {
      spi.exchange(out, outFrom, in, inFrom, count, mode, clockHz);
    }
    return failure;
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    if (!isFailing()) {
      around.run();
      return i2c.write(bytes, from, count);
    }
    if (reachesChip) {
      i2c.write(bytes, from, count);
    }
    return failure;
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    if (!isFailing()) {
      int result = i2c.read(bytes, from, count);
      around.run();
      return result;
    }
    if (reachesChip) {
      i2c.read(bytes, from, count);
    }
    return failure;
  }
}

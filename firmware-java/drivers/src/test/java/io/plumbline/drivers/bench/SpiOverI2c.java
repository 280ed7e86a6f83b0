package io.plumbline.drivers.bench;

import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;

/// The I2C side of a chip whose virtual model has only the SPI side: the register pointer becomes the first byte of a frame.
public final class SpiOverI2c implements I2cChip {
  private static final int LONGEST = 4096;

  private final SpiChip chip;
  private final byte[] out = new byte[LONGEST];
  private final byte[] in = new byte[LONGEST];
  private int pointer;

  /// @param chip with the read bit in the top bit
  public SpiOverI2c(SpiChip chip) {
    this.chip = chip;
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    pointer = bytes[from] & 0x7F;
    if (count > 1) {
      out[0] = (byte) pointer;
      System.arraycopy(bytes, from + 1, out, 1, count - 1);
      chip.exchange(out, 0, in, 0, count, 0, 400_000);
    }
    return count;
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    out[0] = (byte) (pointer | 0x80);
    for (int i = 1; i <= count; i++) {
      out[i] = 0;
    }
    chip.exchange(out, 0, in, 0, count + 1, 0, 400_000);
    System.arraycopy(in, 1, bytes, from, count);
    return count;
  }
}

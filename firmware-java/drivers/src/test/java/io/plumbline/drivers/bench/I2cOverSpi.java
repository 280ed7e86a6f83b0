package io.plumbline.drivers.bench;

import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;

/// The SPI side of an ADXL part whose virtual model has only the I2C side: the first byte's low six bits are the register pointer; bit 7 reads, bit 6
/// counts up.
public final class I2cOverSpi implements SpiChip {
  private final I2cChip chip;
  private final byte[] pointer = new byte[1];
  private final byte[] writing = new byte[2];

  /// @param chip with its register pointer
  public I2cOverSpi(I2cChip chip) {
    this.chip = chip;
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    int first = out[outFrom] & 0xFF;
    boolean counted = count <= 2 || (first & 0x40) != 0;
    if (mode != 3 || !counted) {
      throw new AssertionError("an ADXL375 speaks SPI mode 3 and marks several bytes, but got mode " + mode + " and " + first);
    }
    in[inFrom] = 0;
    if ((first & 0x80) != 0) {
      pointer[0] = (byte) (first & 0x3F);
      chip.write(pointer, 0, 1);
      chip.read(in, inFrom + 1, count - 1);
    } else {
      writing[0] = (byte) (first & 0x3F);
      writing[1] = out[outFrom + 1];
      chip.write(writing, 0, 2);
      in[inFrom + 1] = 0;
    }
    return count;
  }
}

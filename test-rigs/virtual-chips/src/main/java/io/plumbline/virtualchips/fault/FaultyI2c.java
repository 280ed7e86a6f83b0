package io.plumbline.virtualchips.fault;

import io.plumbline.virtualchips.wire.I2cChip;

/// An address with a script. Each message counts as a transfer.
final class FaultyI2c implements I2cChip {
  private static final int NOBODY = -121;

  private final I2cChip chip;
  private final Script script;

  FaultyI2c(I2cChip chip, Script script) {
    this.chip = chip;
    this.script = script;
  }

  private int begin() {
    script.begin(true);
    int failure = script.delay();
    return failure < 0 ? failure : script.isSilent() ? NOBODY : 0;
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    int failure = begin();
    return failure < 0 ? failure : chip.write(bytes, from, count);
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    int failure = begin();
    int result = failure < 0 ? failure : chip.read(bytes, from, count);
    if (result > 0) {
      script.spoil(bytes, from, result);
    }
    return result;
  }
}

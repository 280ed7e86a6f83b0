package io.plumbline.virtualchips.fault;

import io.plumbline.virtualchips.wire.SpiChip;

/// A chip select with a script.
final class FaultySpi implements SpiChip {
  private final SpiChip chip;
  private final Script script;

  FaultySpi(SpiChip chip, Script script) {
    this.chip = chip;
    this.script = script;
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    script.begin(true);
    int failure = script.delay();
    if (failure < 0) {
      return failure;
    }
    int result = count;
    if (!script.isSilent()) {
      result = chip.exchange(out, outFrom, in, inFrom, count, mode, clockHz);
    }
    if (result > 0) {
      script.spoil(in, inFrom, result);
    }
    return result;
  }
}

package io.plumbline.virtualchips.chip;

import io.plumbline.virtualchips.wire.I2cChip;
import java.util.function.LongSupplier;

/// The usual way of registers over I2C: the first byte written is the register, further ones are stored from there on, a read goes on from
/// there.
public abstract class I2cRegisters implements I2cChip {
  /// No acknowledge.
  protected static final int NOBODY = -121;

  /// What the host did wrong.
  protected final MisuseLog misuse = new MisuseLog();
  /// Of the board.
  protected final LongSupplier clock;
  private int pointer;

  /// @param clock of the board
  protected I2cRegisters(LongSupplier clock) {
    this.clock = clock;
  }

  /// Catches up.
  ///
  /// @return whether the chip acknowledges now
  protected abstract boolean wake(long nowNs);

  /// Reads a register, with all that reading does.
  ///
  /// @param first whether it is the first byte of the message
  /// @param more  bytes of the message that follow
  protected abstract int read(int register, boolean first, int more, long nowNs);

  /// Writes a register.
  protected abstract void write(int register, int value, long nowNs);

  /// The register after this one.
  protected abstract int next(int register);

  @Override
  public final int write(byte[] bytes, int from, int count) {
    long nowNs = clock.getAsLong();
    if (!wake(nowNs)) {
      return NOBODY;
    }
    if (count > 0) {
      pointer = bytes[from] & 0xFF;
    }
    for (int i = 1; i < count; i++) {
      write(pointer, bytes[from + i] & 0xFF, nowNs);
      pointer = next(pointer);
    }
    return count;
  }

  @Override
  public final int read(byte[] bytes, int from, int count) {
    long nowNs = clock.getAsLong();
    if (!wake(nowNs)) {
      return NOBODY;
    }
    for (int i = 0; i < count; i++) {
      bytes[from + i] = (byte) read(pointer, i == 0, count - 1 - i, nowNs);
      pointer = next(pointer);
    }
    return count;
  }
}

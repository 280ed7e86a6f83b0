package io.plumbline.virtualchips.kernel;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.function.LongSupplier;

/// A chip of 128 registers that any bus can reach, to prove the way there: a first byte names the register (on SPI its top bit reads), the
/// following ones go up from it. It pulls its data-ready line once a period.
public final class RegisterChip implements SpiChip, I2cChip, EdgeLine {
  /// Register that names the chip.
  public static final int IDENTITY = 0x75;
  private static final int REGISTERS = 128;
  private static final int READ = 0x80;

  private final byte[] registers = new byte[REGISTERS];
  private final LongSupplier clockNs;
  private final long periodNs;
  private final long startNs;
  private int pointer;
  private int drained;
  private int lastMode = -1;
  private int lastClockHz;

  /// @param identity what its identity register holds
  /// @param clockNs  the board's clock
  /// @param periodNs between two data-ready edges
  public RegisterChip(int identity, LongSupplier clockNs, long periodNs) {
    registers[IDENTITY] = (byte) identity;
    this.clockNs = clockNs;
    this.periodNs = periodNs;
    startNs = clockNs.getAsLong();
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    lastMode = mode;
    lastClockHz = clockHz;
    boolean isRead = (out[outFrom] & READ) != 0;
    pointer = out[outFrom] & (REGISTERS - 1);
    in[inFrom] = 0;
    for (int i = 1; i < count; i++) {
      in[inFrom + i] = next(out[outFrom + i], !isRead);
    }
    return count;
  }

  private byte next(byte value, boolean isWrite) {
    int register = pointer;
    pointer = (pointer + 1) % REGISTERS;
    if (isWrite) {
      registers[register] = value;
      return 0;
    }
    return registers[register];
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    if (count > 0) {
      pointer = bytes[from] & (REGISTERS - 1);
    }
    for (int i = 1; i < count; i++) {
      next(bytes[from + i], true);
    }
    return count;
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    for (int i = 0; i < count; i++) {
      bytes[from + i] = next((byte) 0, false);
    }
    return count;
  }

  @Override
  public boolean isHigh() {
    return drained % 2 == 0;
  }

  @Override
  public int drain(EdgeBatch batch) {
    int moved = 0;
    while (batch.room() > 0 && nextEdgeNs() <= clockNs.getAsLong()) {
      long timeNs = nextEdgeNs();
      drained++;
      batch.add(timeNs, drained);
      moved++;
    }
    return moved;
  }

  @Override
  public long nextEdgeNs() {
    return startNs + (drained + 1) * periodNs;
  }

  /// SPI mode of the last frame, or −1.
  public int lastMode() {
    return lastMode;
  }

  /// Clock of the last frame, Hz.
  public int lastClockHz() {
    return lastClockHz;
  }
}

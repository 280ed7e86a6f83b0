package io.plumbline.virtualchips.chip.icm42688p;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Signal;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.function.LongSupplier;

/// The chip on its SPI bus, with the line INT1. One thread at a time; exchanging allocates nothing.
public final class Icm42688p implements SpiChip, Part {
  private static final int MAX_CLOCK_HZ = 24_000_000;

  private final LongSupplier clock;
  private final Inside inside;
  private final Writes writes;
  private final Int1 int1;

  /// @param clock  of the board; power comes on now
  /// @param signal ax ay az in m/s², gx gy gz in rad/s, temperature in °C
  public Icm42688p(LongSupplier clock, Signal signal) {
    this.clock = clock;
    this.inside = new Inside(signal);
    this.writes = new Writes(inside);
    this.int1 = new Int1(clock, inside);
    inside.reset(clock.getAsLong());
  }

  /// The pin INT1.
  public EdgeLine int1() {
    return int1;
  }

  @Override
  public String partName() {
    return "ICM-42688-P";
  }

  @Override
  public MisuseLog misuse() {
    return inside.misuse;
  }

  @Override
  public void brownOut(long atNs) {
    inside.catchUp(atNs);
    inside.reset(atNs);
  }

  @Override
  public void upset(long atNs, int register, int bit) {
    inside.catchUp(atNs);
    inside.banks.flip((register >> 7) % Banks.BANKS, register & 0x7F, bit & 7);
    inside.apply(atNs);
  }

  @Override
  public void overflow(long atNs) {
    inside.catchUp(atNs);
    inside.overflow();
  }

  @Override
  public void saturate(long atNs, boolean saturated) {
    inside.catchUp(atNs);
    inside.sampler.saturated = saturated;
  }

  @Override
  public void disguise(long atNs, Disguise newDisguise) {
    inside.catchUp(atNs);
    inside.disguise = newDisguise;
    // Section 11: a look-alike has other rates and filters. What its data look like is not known; here they are twice as large.
    inside.sampler.strange = newDisguise == Disguise.LOOK_ALIKE ? 2 : 1;
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    long nowNs = clock.getAsLong();
    inside.catchUp(nowNs);
    if (count == 0) {
      return 0;
    }
    int command = out[outFrom] & 0xFF;
    int value = count > 1 ? out[outFrom + 1] & 0xFF : 0;
    int address = command & 0x7F;
    boolean reads = command >= 0x80;
    if (nowNs < inside.answersFromNs) {
      inside.misuse.note(nowNs, Misuse.Kind.TOO_EARLY, inside.at(address), reads ? -1 : value);
      return fill(in, inFrom, count, 0xFF);
    }
    if ((inside.banks.get(0, 0x4C) & 3) == 2) {
      return fill(in, inFrom, count, 0xFF);
    }
    // Section 2: mode 0 or 3 unless bit 4 of register 0x11 is set.
    boolean modeFits = (mode == 0 || mode == 3) == ((inside.banks.get(0, 0x11) & 0x10) == 0);
    if (!modeFits || clockHz > MAX_CLOCK_HZ) {
      inside.misuse.note(nowNs, modeFits ? Misuse.Kind.TOO_FAST : Misuse.Kind.WRONG_MODE, inside.at(address), -1);
      in[inFrom] = 0;
      for (int i = 1; i < count; i++) {
        // Sampled at the wrong edge: shifted by one bit.
        in[inFrom + i] = (byte) (inside.banks.get(inside.bank, address + i - 1 & 0x7F) << 1);
      }
      return count;
    }
    fill(in, inFrom, count, 0);
    if (reads) {
      read(address, in, inFrom, count, nowNs);
    } else if (count < 2) {
      inside.misuse.note(nowNs, Misuse.Kind.SHORT_FRAME, inside.at(address), -1);
    } else {
      if (count > 2) {
        inside.misuse.note(nowNs, Misuse.Kind.BURST_WRITE, inside.at(address), value);
      }
      writes.write(address, value, nowNs);
    }
    return count;
  }

  private static int fill(byte[] in, int from, int count, int value) {
    for (int i = from; i < from + count; i++) {
      in[i] = (byte) value;
    }
    return count;
  }

  private void read(int first, byte[] in, int from, int count, long nowNs) {
    int address = first;
    int last = first + count - 2;
    if (inside.bank == 0 && first <= 0x2F && last >= 0x2F) {
      inside.latchCount();
    }
    for (int i = 1; i < count; i++) {
      in[from + i] = (byte) (inside.bank == 0
          ? inside.readUser(address)
          : address == 0x76 ? inside.bank : inside.banks.get(inside.bank, address));
      if (inside.bank != 0 || address != 0x30) {
        address = address + 1 & 0x7F;
      }
    }
    if (inside.bank == 0 && address == 0x30 && inside.fifo.isTorn() && (inside.banks.get(0, 0x5F) & 0x40) == 0) {
      inside.misuse.note(nowNs, Misuse.Kind.TORN_READ, 0x30, -1);
      inside.fifo.rewind();
    }
    inside.wasBelow |= inside.filled() < inside.watermark();
  }
}

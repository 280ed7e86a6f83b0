package io.plumbline.virtualchips.chip.icm42688p;

import io.plumbline.virtualchips.chip.Misuse;

/// What a write does, and what of it the data sheet forbids.
final class Writes {
  // Section 1.
  private static final long WAKE_WRITE_NS = 200_000;
  private static final long GYRO_STAY_NS = 45_000_000;

  private final Inside inside;
  private long gyroOnNs;

  Writes(Inside inside) {
    this.inside = inside;
  }

  /// The host writes a register of the inside.bank that is selected.
  void write(int address, int value, long nowNs) {
    if (nowNs < inside.writableFromNs) {
      inside.misuse.note(nowNs, Misuse.Kind.TOO_EARLY, inside.at(address), value);
      return;
    }
    if (address == 0x76) {
      if ((value & 7) >= Banks.BANKS || (value & 7) == 3 || value > 7) {
        inside.misuse.note(nowNs, Misuse.Kind.RESERVED, inside.at(address), value);
      }
      inside.bank = (value & 7) % Banks.BANKS;
      return;
    }
    int mask = inside.banks.mask(inside.bank, address);
    if (mask == 0) {
      boolean known = inside.bank == 0
          && ((address >= 0x1D && address <= 0x38) || (address >= 0x6C && address <= 0x75));
      inside.misuse.note(nowNs, known ? Misuse.Kind.READ_ONLY : Misuse.Kind.UNKNOWN_REGISTER, inside.at(address),
          value);
      return;
    }
    if (!inside.banks.keepsReserved(inside.bank, address, value)) {
      inside.misuse.note(nowNs, Misuse.Kind.RESERVED, inside.at(address), value);
    }
    int before = inside.banks.get(inside.bank, address);
    // Section 6, at its end: only rate, range and power may change while a sensor runs; resets and flushes are no settings.
    boolean free = inside.bank == 0 && (address == 0x11 || address == 0x4B || (address >= 0x4E && address <= 0x50));
    if (inside.sampler.isOn() && !free && value != before) {
      inside.misuse.note(nowNs, Misuse.Kind.WHILE_RUNNING, inside.at(address), value);
    }
    inside.banks.set(inside.bank, address, (value & mask) | (before & ~mask));
    if (inside.bank == 0) {
      act(address, value, before, nowNs);
    }
  }

  private void act(int address, int value, int before, long nowNs) {
    switch (address) {
      case 0x11 -> {
        if ((value & 1) != 0) {
          inside.reset(nowNs);
        }
      }
      case 0x4B -> {
        if ((value & 2) != 0) {
          inside.fifo.reset();
          inside.wasBelow = true;
        }
        inside.banks.set(0, 0x4B, 0);
      }
      case 0x4E -> power(value, before, nowNs);
      case 0x16, 0x5F -> {
        if (value != before) {
          inside.fifo.clear(inside.packetBytes());
          inside.wasBelow = true;
        }
        if ((inside.banks.get(0, 0x16) >> 6) != 0 && inside.watermark() == 0) {
          inside.misuse.note(nowNs, Misuse.Kind.ZERO_WATERMARK, 0x60, 0);
        }
      }
      case 0x4F, 0x50 -> {
        if (Scales.odrHz(value & 0xF, address == 0x4F) == 0) {
          inside.misuse.note(nowNs, Misuse.Kind.RESERVED, address, value);
        }
        inside.apply(nowNs);
      }
      default -> {
        // Other settings are looked up where they are needed.
      }
    }
  }

  private void power(int value, int before, long nowNs) {
    boolean gyroWas = (before & 0x0C) == 0x0C;
    boolean gyro = (value & 0x0C) == 0x0C;
    if ((value & 0x0C) == 0x08) {
      inside.misuse.note(nowNs, Misuse.Kind.RESERVED, 0x4E, value);
    }
    if (gyro && !gyroWas) {
      gyroOnNs = nowNs;
    }
    if (!gyro && gyroWas && nowNs < gyroOnNs + GYRO_STAY_NS) {
      inside.misuse.note(nowNs, Misuse.Kind.TOO_SHORT, 0x4E, value);
    }
    boolean woken = ((before & 0x0C) == 0 && (value & 0x0C) != 0) || ((before & 2) == 0 && (value & 2) != 0);
    if (woken) {
      inside.writableFromNs = nowNs + WAKE_WRITE_NS;
    }
    inside.apply(nowNs);
  }
}

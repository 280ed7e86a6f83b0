package io.plumbline.virtualchips.chip.ads131m04;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;

/// The registers of section 5.
final class RegisterMap {
  static final int CHANNELS = 4;
  static final int ID = 0x00;
  static final int STATUS = 0x01;
  static final int MODE = 0x02;
  static final int CLOCK = 0x03;
  static final int GAIN = 0x04;
  static final int CFG = 0x06;
  private static final int FIRST_CHANNEL = 0x09;
  private static final int PER_CHANNEL = 5;
  private static final int LAST = 0x1C;
  private static final int MAP_CRC = 0x3E;
  private static final int SIZE = 0x40;
  private static final int RESET_FLAG = 0x0400;
  private static final int MAP_CRC_ENABLE = 0x2000;

  private final int[] values = new int[SIZE];
  private final int[] masks = new int[SIZE];
  private final byte[] bytes = new byte[2 * (LAST - MODE + 1)];
  /// The low byte may vary; 05 was seen.
  private int identity = 0x2405;
  boolean mapChanged;

  RegisterMap() {
    masks[MODE] = 0x3F1F;
    masks[CLOCK] = 0x0F3F;
    masks[GAIN] = 0x7777;
    masks[CFG] = 0x1FFF;
    masks[0x07] = 0xFFFF;
    masks[0x08] = 0xFF0F;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int at = FIRST_CHANNEL + PER_CHANNEL * channel;
      masks[at] = 0xFFC7;
      masks[at + 1] = 0xFFFF;
      masks[at + 2] = 0xFF00;
      masks[at + 3] = 0xFFFF;
      masks[at + 4] = 0xFF00;
    }
    reset();
  }

  void reset() {
    java.util.Arrays.fill(values, 0);
    values[ID] = identity;
    values[MODE] = 0x0510;
    values[CLOCK] = 0x0F0E;
    values[CFG] = 0x0600;
    for (int channel = 0; channel < CHANNELS; channel++) {
      values[FIRST_CHANNEL + PER_CHANNEL * channel + 3] = 0x8000;
    }
    mapChanged = false;
  }

  /// Another part with so many channels is in the place, or this one again.
  void impersonate(int channels) {
    identity = 0x2005 | channels << 8;
    values[ID] = identity;
  }

  int get(int address) {
    return address < SIZE ? values[address] : 0;
  }

  /// A write by the host.
  ///
  /// @return whether anything changed
  boolean write(int address, int value, MisuseLog misuse, long nowNs) {
    int mask = address < SIZE ? masks[address] : 0;
    if (mask == 0) {
      if (value != 0 || address != 0x05) {
        boolean known = address <= LAST || address == MAP_CRC;
        misuse.note(nowNs, known ? Misuse.Kind.READ_ONLY : Misuse.Kind.UNKNOWN_REGISTER, address, value);
      }
      return false;
    }
    if ((value & ~mask) != 0) {
      misuse.note(nowNs, Misuse.Kind.RESERVED, address, value);
    }
    int kept = value & mask;
    if (address == MODE) {
      // The flag of the reset can only be cleared.
      kept = (kept & ~RESET_FLAG) | (kept & values[MODE] & RESET_FLAG);
    }
    boolean changed = kept != values[address];
    values[address] = kept;
    checkMap();
    return changed;
  }

  void flip(int address, int bit) {
    values[address % SIZE] ^= 1 << bit;
    checkMap();
  }

  private void checkMap() {
    if ((values[MODE] & MAP_CRC_ENABLE) == 0) {
      return;
    }
    for (int address = MODE; address <= LAST; address++) {
      bytes[2 * (address - MODE)] = (byte) (values[address] >> 8);
      bytes[2 * (address - MODE) + 1] = (byte) values[address];
    }
    int crc = Crc16.of(bytes, 0, bytes.length, isAnsi());
    mapChanged |= crc != values[MAP_CRC];
    values[MAP_CRC] = crc;
  }

  boolean isAnsi() {
    return (values[MODE] & 0x0800) != 0;
  }

  boolean checksInput() {
    return (values[MODE] & 0x1000) != 0;
  }

  boolean timesOut() {
    return (values[MODE] & 0x10) != 0;
  }

  boolean pulsesReady() {
    return (values[MODE] & 1) != 0;
  }

  /// Bytes of a word.
  int wordBytes() {
    int code = values[MODE] >> 8 & 3;
    return code == 0 ? 2 : code == 1 ? 3 : 4;
  }

  boolean extendsSign() {
    return (values[MODE] >> 8 & 3) == 3;
  }

  boolean isOn(int channel) {
    return (values[CLOCK] >> (8 + channel) & 1) != 0;
  }

  /// Oversampling ratio. Code 111: the register table of the data sheet says 16256, all its other tables 16384 (section 2).
  int oversampling() {
    return (values[CLOCK] & 0x20) != 0 ? 64 : 128 << (values[CLOCK] >> 2 & 7);
  }

  /// Modulator cycles from one result to the next.
  int cycles() {
    int chop = values[CFG];
    int delay = (chop & 0x100) == 0 ? 0 : 2 << (chop >> 9 & 0xF);
    return (chop & 0x100) == 0 ? oversampling() : delay + 3 * oversampling();
  }

  int gain(int channel) {
    return 1 << (values[GAIN] >> (4 * channel) & 7);
  }

  int mux(int channel) {
    return values[FIRST_CHANNEL + PER_CHANNEL * channel] & 3;
  }

  /// To be subtracted, codes.
  int offset(int channel) {
    int at = FIRST_CHANNEL + PER_CHANNEL * channel + 1;
    return (values[at] << 16 | values[at + 1]) >> 8;
  }

  /// 1 for 0x800000.
  double factor(int channel) {
    int at = FIRST_CHANNEL + PER_CHANNEL * channel + 3;
    return (values[at] << 8 | values[at + 1] >> 8) / (double) 0x800000;
  }

  boolean isFlaggedReset() {
    return (values[MODE] & RESET_FLAG) != 0;
  }
}

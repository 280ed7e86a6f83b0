package io.plumbline.virtualchips.chip.icm42688p;

import io.plumbline.virtualchips.chip.EdgeRing;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part.Disguise;
import io.plumbline.virtualchips.chip.Signal;

/// What goes on behind the bus: sampling, filling the FIFO, raising interrupts, reading registers.
final class Inside {
  static final int DATA_READY = 0x08;
  static final int THRESHOLD = 0x04;
  private static final int FULL = 0x02;
  private static final int WHO_AM_I = 0x47;
  // Section 1.
  private static final long START_NS = 1_000_000;

  final Banks banks = new Banks();
  final PacketFifo fifo = new PacketFifo();
  final Sampler sampler;
  final EdgeRing edges = new EdgeRing();
  final MisuseLog misuse = new MisuseLog();
  Disguise disguise = Disguise.NONE;
  int bank;
  int status;
  long answersFromNs;
  long writableFromNs;
  boolean wasBelow = true;
  private int countLatch;

  Inside(Signal signal) {
    sampler = new Sampler(signal);
  }

  /// All as after power-on.
  void reset(long atNs) {
    banks.reset();
    sampler.reset(atNs);
    fifo.clear(16);
    fifo.reset();
    bank = 0;
    status = 0x10;
    countLatch = 0;
    answersFromNs = atNs + START_NS;
    writableFromNs = answersFromNs;
    wasBelow = true;
  }

  /// Takes the samples that are due.
  void catchUp(long nowNs) {
    long atNs = sampler.instantNs(1);
    while (atNs <= nowNs) {
      sampler.take(atNs, banks, banks.get(0, 0x70));
      if (sampler.isFresh()) {
        sampled(atNs);
      }
      atNs = sampler.instantNs(1);
    }
  }

  private void sampled(long atNs) {
    status |= DATA_READY;
    boolean pulse = (banks.get(0, 0x65) & DATA_READY) != 0;
    int mode = banks.get(0, 0x16) >> 6;
    int config = banks.get(0, 0x5F);
    int length = mode == 0 ? 0 : sampler.pack(config, banks.get(0, 0x54));
    if (length > 0) {
      fifo.write(sampler.packet, mode != 1);
      if (fifo.isFull()) {
        status |= FULL;
        pulse |= (banks.get(0, 0x65) & FULL) != 0;
      }
      boolean above = filled() >= watermark();
      if (above && (wasBelow || (config & 0x20) != 0)) {
        status |= THRESHOLD;
        pulse |= (banks.get(0, 0x65) & THRESHOLD) != 0;
      }
      wasBelow = !above;
    }
    // Section 3, register 0x64: with INT_ASYNC_RESET left at 1 the pin does not work.
    if (pulse && (banks.get(0, 0x64) & 0x10) == 0) {
      edges.push(atNs);
    }
  }

  boolean countsRecords() {
    return (banks.get(0, 0x4C) & 0x40) != 0;
  }

  /// What waits, as the host has chosen to count it.
  int filled() {
    return countsRecords() ? fifo.packets() : fifo.bytes();
  }

  int watermark() {
    return banks.get(0, 0x60) | (banks.get(0, 0x61) & 0xF) << 8;
  }

  int packetBytes() {
    int config = banks.get(0, 0x5F);
    return (config & 0x10) != 0 ? 20 : (config & 3) == 3 ? 16 : 8;
  }

  /// The sensors and the FIFO lost what they had.
  void overflow() {
    fifo.lose();
    status |= FULL;
    wasBelow = true;
  }

  /// A read of several registers begins: the count must not change meanwhile.
  void latchCount() {
    countLatch = filled();
  }

  /// What the host reads in bank 0.
  int readUser(int address) {
    boolean big = (banks.get(0, 0x4C) & 0x10) != 0;
    if (address >= 0x1D && address <= 0x2A) {
      int value = address < 0x1F ? sampler.temperature16 : sampler.registers16[(address - 0x1F) / 2];
      return (address & 1) == 1 == big ? value >> 8 & 0xFF : value & 0xFF;
    }
    return switch (address) {
      case 0x2D -> {
        int seen = status;
        status = 0;
        yield seen;
      }
      case 0x2E -> (banks.get(0, 0x4C) & 0x20) != 0 ? countLatch >> 8 : countLatch & 0xFF;
      case 0x2F -> (banks.get(0, 0x4C) & 0x20) != 0 ? countLatch & 0xFF : countLatch >> 8;
      case 0x30 -> fifo.read();
      case 0x6C -> fifo.lost() & 0xFF;
      case 0x6D -> fifo.lost() >> 8;
      case 0x75 -> disguise == Disguise.OTHER_IDENTITY ? 0x42 : WHO_AM_I;
      case 0x76 -> bank;
      default -> banks.get(0, address);
    };
  }

  /// Makes the sensors follow the registers.
  void apply(long nowNs) {
    int power = banks.get(0, 0x4E);
    sampler.rates(Scales.odrHz(banks.get(0, 0x50) & 0xF, false), Scales.odrHz(banks.get(0, 0x4F) & 0xF, true));
    sampler.power(nowNs, (power & 2) != 0, (power & 0x0C) == 0x0C);
  }

  /// A register with its bank, as a [Misuse] has it.
  int at(int address) {
    return bank << 7 | address;
  }
}

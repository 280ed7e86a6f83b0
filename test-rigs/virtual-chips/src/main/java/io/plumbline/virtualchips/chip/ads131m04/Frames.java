package io.plumbline.virtualchips.chip.ads131m04;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;

/// What the words of a frame say and answer (section 3).
final class Frames {
  private static final int WORDS = RegisterMap.CHANNELS + 2;
  private static final int LONGEST = 4 * 131;
  private static final int MAP_CHANGED = 0x2000;
  private static final int CRC_ERROR = 0x1000;

  private final RegisterMap registers;
  private final Conversions conversions;
  private final MisuseLog misuse;
  private final byte[] heard = new byte[LONGEST];
  private final byte[] said = new byte[LONGEST];
  private int answer;
  /// NULL: the status at the beginning of the frame.
  private boolean answersStatus;
  private int firstRegister;
  private int registerCount;
  private boolean locked;
  private boolean crcError;
  boolean resynchronised;
  boolean resetWanted;

  Frames(RegisterMap registers, Conversions conversions, MisuseLog misuse) {
    this.registers = registers;
    this.conversions = conversions;
    this.misuse = misuse;
  }

  void reset() {
    // The number of channels in the low digit.
    say(0xFF20 | (registers.get(RegisterMap.ID) >> 8 & 0xF));
    locked = false;
    crcError = false;
    resynchronised = false;
    resetWanted = false;
  }

  private void say(int newAnswer) {
    answer = newAnswer;
    answersStatus = false;
    registerCount = 0;
  }

  private int status() {
    int ready = 0;
    for (int channel = 0; channel < RegisterMap.CHANNELS; channel++) {
      ready |= conversions.isFresh() && registers.isOn(channel) ? 1 << channel : 0;
    }
    int mode = registers.get(RegisterMap.MODE);
    int status = (locked ? 0x8000 : 0) | (resynchronised ? 0x4000 : 0) | (registers.mapChanged ? MAP_CHANGED : 0)
        | (crcError ? CRC_ERROR : 0) | (mode & 0x0F00) | ready;
    // That reading clears them is not in the extract: UNVERIFIED (from memory).
    resynchronised = false;
    registers.mapChanged = false;
    crcError = false;
    return status;
  }

  /// One frame.
  ///
  /// @param inTime whether it was short enough
  void exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, long nowNs, boolean inTime) {
    int length = Math.min(count, LONGEST);
    System.arraycopy(out, outFrom, heard, 0, length);
    int word = registers.wordBytes();
    boolean data = registerCount == 0;
    int needed = data ? WORDS : registerCount + 2;
    compose(word);
    for (int i = 0; i < count; i++) {
      in[inFrom + i] = i < LONGEST ? said[i] : 0;
    }
    boolean complete = length >= needed * word;
    if (!complete) {
      misuse.note(nowNs, Misuse.Kind.SHORT_FRAME, -1, -1);
    } else if (data) {
      conversions.pop();
    }
    if (inTime && length >= word) {
      obey(word, length, complete, nowNs);
    } else {
      answersStatus = true;
      registerCount = 0;
    }
  }

  private void compose(int word) {
    java.util.Arrays.fill(said, (byte) 0);
    int crcAt;
    if (registerCount > 0) {
      put(0, word, 0xE000 | firstRegister << 7 | (registerCount - 1));
      for (int i = 0; i < registerCount; i++) {
        put(i + 1, word, registerAt(firstRegister + i));
      }
      crcAt = registerCount + 1;
    } else {
      put(0, word, answersStatus ? status() : answer);
      for (int channel = 0; channel < RegisterMap.CHANNELS; channel++) {
        putCode(channel + 1, word, conversions.oldest(channel));
      }
      crcAt = WORDS - 1;
    }
    put(crcAt, word, Crc16.of(said, 0, crcAt * word, registers.isAnsi()));
  }

  private int registerAt(int address) {
    return address == RegisterMap.STATUS ? status() : registers.get(address);
  }

  private void put(int index, int word, int value) {
    said[index * word] = (byte) (value >> 8);
    said[index * word + 1] = (byte) value;
  }

  private void putCode(int index, int word, int code) {
    int at = index * word;
    if (word == 4 && registers.extendsSign()) {
      said[at++] = (byte) (code >> 24);
    }
    said[at] = (byte) (code >> 16);
    said[at + 1] = (byte) (code >> 8);
    if (word > 2) {
      said[at + 2] = (byte) code;
    }
  }

  private int word(int index, int word) {
    return (heard[index * word] & 0xFF) << 8 | (heard[index * word + 1] & 0xFF);
  }

  private void obey(int word, int length, boolean complete, long nowNs) {
    int command = word(0, word);
    boolean writes = (command & 0xE000) == 0x6000;
    int count = (command & 0x7F) + 1;
    int crcAt = writes ? count + 1 : 1;
    boolean sound = true;
    if (registers.checksInput()) {
      sound = length >= (crcAt + 1) * word
          && word(crcAt, word) == Crc16.of(heard, 0, crcAt * word, registers.isAnsi());
      if (!sound) {
        crcError = true;
        misuse.note(nowNs, Misuse.Kind.BAD_CRC, -1, command);
      }
    }
    answersStatus = true;
    registerCount = 0;
    if (writes && !locked) {
      write(command, count, word, length, nowNs);
    } else if (sound && (command & 0xE000) == 0xA000) {
      firstRegister = command >> 7 & 0x3F;
      if (count == 1) {
        say(registerAt(firstRegister));
      } else {
        registerCount = Math.min(count, LONGEST / 4 - 2);
      }
    } else if (sound) {
      single(command, complete, nowNs);
    }
  }

  private void write(int command, int count, int word, int length, long nowNs) {
    int first = command >> 7 & 0x3F;
    int given = Math.min(count, length / word - 1);
    boolean changed = false;
    int gain = registers.get(RegisterMap.GAIN);
    for (int i = 0; i < given; i++) {
      changed |= registers.write(first + i, word(i + 1, word), misuse, nowNs);
    }
    boolean restarts = first <= RegisterMap.CLOCK && first + given > RegisterMap.CLOCK;
    if (changed && restarts) {
      conversions.restart(nowNs);
    } else if (changed && (first + given > RegisterMap.CFG || gain != registers.get(RegisterMap.GAIN))) {
      conversions.unsettle();
    }
    say(0x4000 | first << 7 | (Math.max(given, 1) - 1));
  }

  private void single(int command, boolean complete, long nowNs) {
    if (locked && command != 0x0655) {
      return;
    }
    switch (command) {
      case 0x0011 -> {
        resetWanted = complete;
        say(0x0011);
      }
      case 0x0022, 0x0033 -> {
        conversions.standby(command == 0x0022, nowNs);
        say(command);
      }
      case 0x0555, 0x0655 -> {
        locked = command == 0x0555;
        say(command);
      }
      case 0x0000 -> {
        // NULL: the status is the answer.
      }
      default -> misuse.note(nowNs, Misuse.Kind.RESERVED, -1, command);
    }
  }
}

package io.plumbline.drivers.ism330dhcx;

/// Puts the words of a time slot together: gyro, accelerometer and timestamp carry the same slot number. A slot may come in two reads.
final class Slots {
  private static final int COMPLETE = 7;
  private static final int HAS_GYRO = 1;
  private static final int HAS_ACCEL = 2;
  private static final int HAS_TIME = 4;

  private final int[] counts;
  private final int[] timestamps;
  private int size;
  private final int[] open = new int[2 * Decoder.AXES];
  private int openTimestamp;
  private int has;
  private int slot;
  private int torn;
  private boolean broken;

  Slots(int capacity) {
    counts = new int[capacity * open.length];
    timestamps = new int[capacity];
  }

  void restart() {
    has = 0;
  }

  void clear() {
    size = 0;
    torn = 0;
    broken = false;
  }

  /// Reads words.
  void scan(byte[] bytes, int words) {
    for (int i = 0; i < words && size < timestamps.length; i++) {
      int at = i * Registers.WORD_BYTES;
      int tag = Decoder.tag(bytes, at);
      if (tag != Registers.TAG_GYRO && tag != Registers.TAG_ACCEL && tag != Registers.TAG_TIMESTAMP) {
        broken = true;
        has = 0;
        return;
      }
      add(bytes, at, tag);
    }
  }

  private void add(byte[] bytes, int at, int tag) {
    int wordSlot = Decoder.slot(bytes, at);
    int bit = tag == Registers.TAG_GYRO ? HAS_GYRO : tag == Registers.TAG_ACCEL ? HAS_ACCEL : HAS_TIME;
    if (has != 0 && (wordSlot != slot || (has & bit) != 0)) {
      torn++;
      has = 0;
    }
    slot = wordSlot;
    has |= bit;
    if (bit == HAS_TIME) {
      openTimestamp = Decoder.timestamp(bytes, at);
    } else {
      int first = bit == HAS_ACCEL ? 0 : Decoder.AXES;
      for (int axis = 0; axis < Decoder.AXES; axis++) {
        open[first + axis] = Decoder.axis(bytes, at, axis);
      }
    }
    if (has == COMPLETE) {
      System.arraycopy(open, 0, counts, size * open.length, open.length);
      timestamps[size] = openTimestamp;
      size++;
      has = 0;
    }
  }

  /// Complete slots.
  int size() {
    return size;
  }

  /// Accelerometer 0 to 2, gyro 3 to 5.
  int count(int index, int axis) {
    return counts[index * open.length + axis];
  }

  int timestamp(int index) {
    return timestamps[index];
  }

  /// Slots of which a word is missing.
  int torn() {
    return torn;
  }

  /// Whether a tag was none that was asked for.
  boolean isBroken() {
    return broken;
  }
}

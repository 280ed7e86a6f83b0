package io.plumbline.virtualchips.chip.ism330dhcx;

/// 512 words of a tag and six bytes (sections 1 and 3; the number is UNVERIFIED there).
final class WordFifo {
  static final int WORDS = 512;
  private static final int BYTES = 7;

  private final byte[] bytes = new byte[WORDS * BYTES];
  private final byte[] out = new byte[BYTES];
  private int oldest;
  private int size;
  boolean overrun;
  boolean overrunLatched;

  void clear() {
    oldest = 0;
    size = 0;
    overrun = false;
    java.util.Arrays.fill(out, (byte) 0);
  }

  int size() {
    return size;
  }

  void lose() {
    clear();
    overrun = true;
    overrunLatched = true;
  }

  /// Adds a word.
  ///
  /// @param stopWhenFull else the oldest is overwritten
  void add(int tag, int counter, int x, int y, int z, boolean stopWhenFull) {
    if (size == WORDS) {
      overrun = true;
      overrunLatched = true;
      if (stopWhenFull) {
        return;
      }
      oldest = (oldest + 1) % WORDS;
      size--;
    }
    int at = (oldest + size) % WORDS * BYTES;
    int head = tag << 3 | (counter & 3) << 1;
    // Parity makes the byte even (section 3, UNVERIFIED there).
    bytes[at] = (byte) (head | (Integer.bitCount(head) & 1));
    put(at + 1, x);
    put(at + 3, y);
    put(at + 5, z);
    size++;
  }

  private void put(int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  /// A byte of the output registers; reading the tag moves the oldest word there, or zeros where there is none.
  int read(int index) {
    if (index == 0) {
      if (size > 0) {
        System.arraycopy(bytes, oldest * BYTES, out, 0, BYTES);
        oldest = (oldest + 1) % WORDS;
        size--;
        overrun = false;
      } else {
        java.util.Arrays.fill(out, (byte) 0);
      }
    }
    return out[index] & 0xFF;
  }
}

package io.plumbline.daemon.export;

import java.util.Arrays;
import java.util.BitSet;

/// Booleans, eight a byte, the lowest bit first.
final class Bits {
  private final BitSet bits = new BitSet();
  private int count;

  void add(boolean bit) {
    bits.set(count++, bit);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bits.toByteArray(), (count + 7) / 8);
  }
}

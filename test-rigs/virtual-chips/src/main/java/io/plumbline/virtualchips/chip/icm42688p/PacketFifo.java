package io.plumbline.virtualchips.chip.icm42688p;

/// 2048 bytes of packets of equal length; one slot is kept free, and a cache of two packets sits in front (section 7).
final class PacketFifo {
  private static final int BYTES = 2048;
  private static final int CACHED = 2;
  private static final int LARGEST = 20;

  private final byte[] bytes = new byte[BYTES + (CACHED + 1) * LARGEST];
  private int packet = LARGEST;
  private int oldest;
  private int size;
  /// Bytes of the oldest packet that were read already.
  private int read;
  private int lost;

  /// Empties it for packets of another length.
  void clear(int packetBytes) {
    packet = packetBytes;
    oldest = 0;
    size = 0;
    read = 0;
  }

  /// Empties it and forgets what was lost.
  void reset() {
    clear(packet);
    lost = 0;
  }

  /// Packets that fit.
  int capacity() {
    return BYTES / packet - 1 + CACHED;
  }

  int packets() {
    return size;
  }

  /// Bytes that wait.
  int bytes() {
    return size * packet - read;
  }

  /// Packets that were overwritten or refused, 16 bits.
  int lost() {
    return lost;
  }

  boolean isFull() {
    return size == capacity();
  }

  /// All that waits is lost.
  void lose() {
    lost = lost + size & 0xFFFF;
    clear(packet);
  }

  /// Adds a packet.
  ///
  /// @param stopWhenFull else the oldest is overwritten
  void write(byte[] from, boolean stopWhenFull) {
    if (isFull()) {
      lost = lost + 1 & 0xFFFF;
      if (stopWhenFull) {
        return;
      }
      oldest = (oldest + 1) % capacity();
      size--;
      read = 0;
    }
    System.arraycopy(from, 0, bytes, (oldest + size) % capacity() * packet, packet);
    size++;
  }

  /// The next byte; 0xFF where it is empty.
  int read() {
    if (size == 0) {
      return 0xFF;
    }
    int value = bytes[oldest * packet + read] & 0xFF;
    if (++read == packet) {
      read = 0;
      oldest = (oldest + 1) % capacity();
      size--;
    }
    return value;
  }

  /// The next read starts at the first byte of its packet again.
  void rewind() {
    read = 0;
  }

  /// Whether a packet is half read.
  boolean isTorn() {
    return read > 0;
  }
}

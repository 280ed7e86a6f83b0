package io.plumbline.drivers.icm42688p;

/// Packets of one read, numbered by their timestamps before any of them becomes a row. Timestamps share the clock of the samples (facts,
/// section 8), so the distance of two tells exactly how many samples lie between, as long as it is known how often 16 bits wrapped.
final class Packets {
  private static final double WRAP = 65536;
  // Timestamps round down: one tick either way, and a little for a rate that was just set.
  private static final double TOLERANCE_TICKS = 6;
  private static final int SUSPICIONS = 3;

  private final Decoder decoder;
  private final double ticksPerSample;
  private final int[] at;
  private final int[] steps;
  private int size;
  private int repeats;
  private int suspicious;
  private int suspicionsInRow;
  private boolean broken;
  private boolean timeKnown;
  private int lastTimestamp;

  Packets(Decoder decoder, double rateHz, int capacity) {
    this.decoder = decoder;
    ticksPerSample = 1e9 / rateHz / Registers.TICK_NS;
    at = new int[capacity];
    steps = new int[capacity];
  }

  void restart() {
    timeKnown = false;
    suspicionsInRow = 0;
  }

  void clear() {
    size = 0;
    repeats = 0;
    suspicious = 0;
    broken = false;
  }

  /// Reads headers and timestamps of some packets.
  ///
  /// @param expectedStep of the first packet from the last one before, by the host's clock
  void scan(byte[] bytes, int from, int count, double expectedStep) {
    for (int i = 0; i < count && size < at.length; i++) {
      int position = from + i * decoder.packetBytes();
      if (decoder.isEmpty(bytes, position)) {
        return;
      }
      if (!decoder.isPacket(bytes, position)) {
        broken = true;
        return;
      }
      number(bytes, position, size == 0 ? expectedStep : 1);
    }
  }

  private void number(byte[] bytes, int position, double expectedStep) {
    int timestamp = decoder.timestamp(bytes, position);
    int step = 1;
    if (timeKnown) {
      int distance = (timestamp - lastTimestamp) & 0xFFFF;
      if (distance == 0 && expectedStep < WRAP / ticksPerSample / 2) {
        repeats++;
        return;
      }
      double wraps = Math.max(0, Math.rint((expectedStep * ticksPerSample - distance) / WRAP));
      double ticks = distance + wraps * WRAP;
      step = Math.max(1, (int) Math.rint(ticks / ticksPerSample));
      if (Math.abs(ticks - step * ticksPerSample) > TOLERANCE_TICKS) {
        suspicious++;
        suspicionsInRow++;
        return;
      }
    }
    suspicionsInRow = 0;
    timeKnown = true;
    lastTimestamp = timestamp;
    at[size] = position;
    steps[size] = step;
    size++;
  }

  int size() {
    return size;
  }

  /// Where a packet begins.
  int at(int index) {
    return at[index];
  }

  /// Samples from the one before to this one, 1 where none is missing.
  int step(int index) {
    return steps[index];
  }

  /// Packets that were there before.
  int repeats() {
    return repeats;
  }

  /// Packets whose time cannot be.
  int suspicious() {
    return suspicious;
  }

  /// Whether a header was that of no packet: the place in the FIFO is lost.
  boolean isBroken() {
    return broken;
  }

  /// Whether times have been impossible so often that the chip or its bus has to be doubted.
  boolean isDoubtful() {
    return suspicionsInRow >= SUSPICIONS;
  }
}

package io.plumbline.virtualchips.chip.adxl375;

/// 32 samples of three axes, and the sample in the data registers (section 2).
final class SampleFifo {
  static final int DEPTH = 32;
  private static final int AXES = 3;

  private final short[] counts = new short[DEPTH * AXES];
  private final short[] shown = new short[AXES];
  private int oldest;
  private int size;
  private boolean overrun;

  void clear() {
    oldest = 0;
    size = 0;
    overrun = false;
  }

  void reset() {
    clear();
    java.util.Arrays.fill(shown, (short) 0);
  }

  int size() {
    return size;
  }

  /// Whether a sample was lost since the last was taken.
  boolean hasOverrun() {
    return overrun;
  }

  /// All that waits is lost.
  void lose() {
    clear();
    overrun = true;
  }

  /// Adds a sample.
  ///
  /// @param stopWhenFull else the oldest is overwritten
  void add(short x, short y, short z, boolean stopWhenFull) {
    if (size == DEPTH) {
      overrun = true;
      if (stopWhenFull) {
        return;
      }
      oldest = (oldest + 1) % DEPTH;
      size--;
    }
    int at = (oldest + size) % DEPTH * AXES;
    counts[at] = x;
    counts[at + 1] = y;
    counts[at + 2] = z;
    size++;
  }

  /// Bypass: the newest sample stands in the data registers.
  void show(short x, short y, short z) {
    shown[0] = x;
    shown[1] = y;
    shown[2] = z;
  }

  /// Moves the oldest into the data registers; they stay as they are where there is none.
  void take() {
    if (size > 0) {
      System.arraycopy(counts, oldest * AXES, shown, 0, AXES);
      oldest = (oldest + 1) % DEPTH;
      size--;
      overrun = false;
    }
  }

  short shown(int axis) {
    return shown[axis];
  }
}

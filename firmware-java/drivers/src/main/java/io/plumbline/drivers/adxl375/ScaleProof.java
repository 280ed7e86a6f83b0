package io.plumbline.drivers.adxl375;

/// Tells an ADXL375 from an ADXL345 with the same identity: at rest the one reads about 20 counts for gravity, the other about 256 (facts,
/// section 5). Rest is a stretch of samples that are nearly the same. Allocates nothing.
final class ScaleProof {
  /// Samples that are held back until the first judgement.
  static final int FIRST = 16;
  private static final int STRETCH = 64;
  // Ours: a real part would have to feel 7 to 20 g, without a tremble, for a whole stretch.
  private static final double LEAST = 150;
  private static final double MOST = 400;
  private static final double STILL = 30;

  private final boolean refuses;
  private double sum;
  private double lowest;
  private double highest;
  private int size;
  private int wanted = FIRST;
  private boolean proven;
  private boolean refused;
  private int countsAtRest;

  ScaleProof(boolean refuses) {
    this.refuses = refuses;
  }

  /// The chip was set up again; whether it was refused stays known until it proves better.
  void restart() {
    size = 0;
    wanted = FIRST;
    proven = false;
    refused = false;
  }

  /// Adds a sample.
  ///
  /// @return whether samples may be passed on
  boolean add(int x, int y, int z) {
    double magnitude = Math.sqrt((double) x * x + (double) y * y + (double) z * z);
    if (size == 0) {
      sum = 0;
      lowest = magnitude;
      highest = magnitude;
    }
    sum += magnitude;
    lowest = Math.min(lowest, magnitude);
    highest = Math.max(highest, magnitude);
    if (++size == wanted) {
      judge();
      size = 0;
      wanted = STRETCH;
    }
    return proven && !refused;
  }

  private void judge() {
    double mean = sum / wanted;
    refused = refuses && highest - lowest < STILL && mean > LEAST && mean < MOST;
    countsAtRest = (int) Math.round(mean);
    proven = !refused;
  }

  boolean isRefused() {
    return refused;
  }

  int countsAtRest() {
    return countsAtRest;
  }
}

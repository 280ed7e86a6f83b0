package io.plumbline.simulator.sensor;

/// Random numbers of one purpose. Seed and name alone decide them, so that another stream more or less changes nothing here; made of integer
/// arithmetic and `StrictMath`, so that they are the same on every machine.
final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_START = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long state;
  private double spare = Double.NaN;

  RandomStream(long seed, String name) {
    long hash = FNV_START;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    state = mixed(mixed(seed + GOLDEN) ^ hash);
  }

  /// Even in [0, 1).
  double uniform() {
    state += GOLDEN;
    return (mixed(state) >>> 11) * 0x1p-53;
  }

  /// Normal with mean 0 and standard deviation 1, by the polar method.
  double gaussian() {
    double kept = spare;
    if (!Double.isNaN(kept)) {
      spare = Double.NaN;
      return kept;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = v * factor;
    return u * factor;
  }

  /// SplitMix64's finish: every bit of the input moves every bit of the output.
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

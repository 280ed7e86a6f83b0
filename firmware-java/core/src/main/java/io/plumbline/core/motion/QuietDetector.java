package io.plumbline.core.motion;

/// Tells from the signals of one sensor alone whether it lies still: over the last blocks, specific force and angular rate hardly scatter
/// and the angular rate is near its known bias. A steady movement looks still too, so whoever asks must also ask its velocity estimate.
/// (The generalised likelihood test of Skog et al., IEEE TBME 57(11), 2010, with scatter in place of the unknown mean of gravity.)
///
/// Allocates nothing after construction. Not thread-safe.
final class QuietDetector {
  /// Thresholds.
  ///
  /// @param blockS             length of a block
  /// @param accelScatterMps2   most scatter (1 sigma, three axes together) of specific force over the window
  /// @param gyroScatterRadps   most scatter of angular rate
  /// @param gyroMeanRadps      most difference between the mean angular rate and the bias once that is known
  /// @param gyroStartRadps     the same before the bias is known
  record Params(double blockS, double accelScatterMps2, double gyroScatterRadps, double gyroMeanRadps,
      double gyroStartRadps) {
    static final Params DEFAULT = new Params(0.05, 0.2, 0.02, 0.03, 0.12);
  }

  private static final int BLOCKS = 6;
  private static final int AXES = 6;

  private final Params params;
  private final double[][] sums = new double[BLOCKS][AXES];
  private final double[][] squares = new double[BLOCKS][AXES];
  private final int[] counts = new int[BLOCKS];
  private final double[] total = new double[AXES];
  private final double[] totalSquares = new double[AXES];
  private final double[] windowMean = new double[3];
  private double accelScatterMps2;
  private int block;
  private double blockAgeS;
  private int filled;
  private double quietS;

  QuietDetector(Params params) {
    this.params = params;
  }

  /// Takes one sample; `values` holds specific force x, y, z and angular rate x, y, z.
  void add(double[] values, double dtS) {
    double[] sum = sums[block];
    double[] square = squares[block];
    for (int i = 0; i < AXES; i++) {
      sum[i] += values[i];
      square[i] += values[i] * values[i];
    }
    counts[block]++;
    blockAgeS += dtS;
  }

  /// Whether a block has been filled since the last [#judge].
  boolean due() {
    return blockAgeS >= params.blockS;
  }

  /// Judges the window that ends with the block just filled, and starts the next block.
  ///
  /// @param biasX, biasY, biasZ known gyro bias in the axes of the samples
  void judge(boolean biasKnown, double biasX, double biasY, double biasZ) {
    filled = Math.min(filled + 1, BLOCKS);
    boolean quiet = filled == BLOCKS && windowIsQuiet(biasKnown, biasX, biasY, biasZ);
    quietS = quiet ? quietS + blockAgeS : 0;
    block = (block + 1) % BLOCKS;
    blockAgeS = 0;
    counts[block] = 0;
    for (int i = 0; i < AXES; i++) {
      sums[block][i] = 0;
      squares[block][i] = 0;
    }
  }

  private boolean windowIsQuiet(boolean biasKnown, double biasX, double biasY, double biasZ) {
    int n = 0;
    for (int i = 0; i < AXES; i++) {
      total[i] = 0;
      totalSquares[i] = 0;
    }
    for (int b = 0; b < BLOCKS; b++) {
      n += counts[b];
      for (int i = 0; i < AXES; i++) {
        total[i] += sums[b][i];
        totalSquares[i] += squares[b][i];
      }
    }
    if (n < 2 * BLOCKS) {
      return false;
    }
    accelScatterMps2 = scatter(0, n);
    for (int i = 0; i < 3; i++) {
      windowMean[i] = total[i] / n;
    }
    double gyroScatter = scatter(3, n);
    double dx = total[3] / n - biasX;
    double dy = total[4] / n - biasY;
    double dz = total[5] / n - biasZ;
    double gyroMean = Math.sqrt(dx * dx + dy * dy + dz * dz);
    return accelScatterMps2 < params.accelScatterMps2 && gyroScatter < params.gyroScatterRadps
        && gyroMean < (biasKnown ? params.gyroMeanRadps : params.gyroStartRadps);
  }

  /// Mean specific force over the last judged window, three axes.
  void meanAccel(double[] mean) {
    for (int i = 0; i < 3; i++) {
      mean[i] = windowMean[i];
    }
  }

  /// Scatter of specific force over the last judged window (1 sigma, three axes together).
  double accelScatterMps2() {
    return accelScatterMps2;
  }

  private double scatter(int first, int n) {
    double variance = 0;
    for (int i = first; i < first + 3; i++) {
      double mean = total[i] / n;
      variance += Math.max(0, totalSquares[i] / n - mean * mean);
    }
    return Math.sqrt(variance);
  }

  /// For how long the window has been quiet without a break, 0 where it is not.
  double quietS() {
    return quietS;
  }

  /// Forgets the window, after samples were missed.
  void restart() {
    filled = 0;
    quietS = 0;
  }
}

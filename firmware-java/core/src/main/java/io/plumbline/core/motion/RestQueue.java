package io.plumbline.core.motion;

/// Holds the latest samples back while the bar rests, so that none is called resting before it is known that no movement began in it. A
/// smooth lift begins far below any threshold of stillness: its first tenths of a second would otherwise be fed to the filters as rest.
///
/// It also sees the movement begin: specific force, less its mean at rest, adds up to velocity over what is held.
///
/// Allocates nothing after construction. Not thread-safe.
final class RestQueue {
  static final int WIDTH = 6;
  private static final double HOLD_S = 0.4;
  private static final int CAPACITY = 4096;
  private static final double ONSET_MPS = 0.015;
  private static final double ONSET_SDS = 8;
  private static final double MEAN_TAU_S = 1;

  private final long[] timeNs = new long[CAPACITY];
  private final double[] values = new double[CAPACITY * WIDTH];
  private final boolean[] saturated = new boolean[CAPACITY];
  private final double[] heldMps = new double[3];
  private double heldS;
  private final double[] mean = new double[3];
  private int head;
  private int size;
  private double meanS;
  private double thresholdMps;

  /// A rest begins.
  ///
  /// @param meanMps2    mean specific force of the quiet window before it, three axes
  /// @param scatterMps2 its scatter (1 sigma, three axes together)
  /// @param periodS     sample period
  void begin(double[] meanMps2, double scatterMps2, double periodS) {
    System.arraycopy(meanMps2, 0, mean, 0, 3);
    meanS = 0.1;
    heldMps[0] = 0;
    heldMps[1] = 0;
    heldMps[2] = 0;
    heldS = 0;
    thresholdMps = Math.max(ONSET_MPS, ONSET_SDS * scatterMps2 * Math.sqrt(HOLD_S * periodS));
  }

  /// Puts a sample in.
  ///
  /// @param sample specific force and angular rate, bar frame
  void put(long tNs, double[] sample, boolean isSaturated) {
    int at = (head + size) % CAPACITY;
    double dtS = size == 0 ? 0 : (tNs - timeNs[(head + size - 1) % CAPACITY]) * 1e-9;
    timeNs[at] = tNs;
    System.arraycopy(sample, 0, values, at * WIDTH, WIDTH);
    saturated[at] = isSaturated;
    size++;
    heldS += dtS;
    for (int i = 0; i < 3; i++) {
      heldMps[i] += sample[i] * dtS;
    }
  }

  /// Whether the samples held add up to a movement.
  boolean onset() {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double gainedMps = heldMps[i] - mean[i] * heldS;
      squares += gainedMps * gainedMps;
    }
    return squares > thresholdMps * thresholdMps;
  }

  /// Whether the oldest sample has been held for long enough to be called resting.
  boolean ripe(long nowNs) {
    return size > 1 && ((nowNs - timeNs[head]) * 1e-9 > HOLD_S || size == CAPACITY);
  }

  /// Forgets what is held.
  void clear() {
    size = 0;
    head = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Time of the oldest sample.
  long time() {
    return timeNs[head];
  }

  /// Whether the oldest sample is saturated.
  boolean isSaturated() {
    return saturated[head];
  }

  /// Takes the oldest sample out.
  ///
  /// @param resting whether it belongs to the rest, so that its mean learns from it
  void take(double[] sample, boolean resting) {
    System.arraycopy(values, head * WIDTH, sample, 0, WIDTH);
    long takenNs = timeNs[head];
    head = (head + 1) % CAPACITY;
    size--;
    if (size > 0) {
      double dtS = (timeNs[head] - takenNs) * 1e-9;
      heldS -= dtS;
      for (int i = 0; i < 3; i++) {
        heldMps[i] -= values[head * WIDTH + i] * dtS;
      }
      if (resting) {
        meanS = Math.min(meanS + dtS, MEAN_TAU_S);
        for (int i = 0; i < 3; i++) {
          mean[i] += dtS / meanS * (sample[i] - mean[i]);
        }
      }
    }
  }
}

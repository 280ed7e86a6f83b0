package io.plumbline.drivers.polled;

/// Means and scatter of some channels over some samples, for self-tests. Allocates only when it is made.
public final class AxisMeans {
  private final double[] sums;
  private final double[] squares;
  private final double[] firsts;
  private int size;

  /// @param channels how many
  public AxisMeans(int channels) {
    sums = new double[channels];
    squares = new double[channels];
    firsts = new double[channels];
  }

  /// Forgets all samples.
  public void clear() {
    size = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = 0;
      squares[i] = 0;
    }
  }

  /// Adds a value of a channel; [#endSample] follows the last channel.
  public void add(int channel, double value) {
    if (size == 0) {
      firsts[channel] = value;
    }
    double difference = value - firsts[channel];
    sums[channel] += difference;
    squares[channel] += difference * difference;
  }

  /// Ends a sample.
  public void endSample() {
    size++;
  }

  /// Samples so far.
  public int size() {
    return size;
  }

  /// Mean of a channel.
  public double mean(int channel) {
    return firsts[channel] + sums[channel] / size;
  }

  /// Standard deviation of a channel.
  public double deviation(int channel) {
    double mean = sums[channel] / size;
    return Math.sqrt(Math.max(0, squares[channel] / size - mean * mean));
  }
}

package io.plumbline.blackbox;

import static io.plumbline.blackbox.BlockFormat.MAX_STREAMS;

import io.plumbline.core.raw.RawBatch;
import java.util.Arrays;

/// What the next row of each stream is predicted from. Begins anew with each block, so that each block can be read alone. All
/// differences wrap, so that every value can be kept.
final class StreamState {
  private final boolean[] known = new boolean[MAX_STREAMS];
  private final int[] widths = new int[MAX_STREAMS];
  private final long[] timesNs = new long[MAX_STREAMS];
  private final long[] stepsNs = new long[MAX_STREAMS];
  private final long[] sequences = new long[MAX_STREAMS];
  private final int[] flags = new int[MAX_STREAMS];
  private final int[] counts = new int[MAX_STREAMS * RawBatch.WIDTH];

  void reset() {
    Arrays.fill(known, false);
  }

  boolean known(int stream) {
    return known[stream];
  }

  /// Before the first row of a stream in this block.
  void begin(int stream, long baseTimeNs, int width) {
    known[stream] = true;
    widths[stream] = width;
    timesNs[stream] = baseTimeNs;
    stepsNs[stream] = 0;
    sequences[stream] = -1;
    flags[stream] = 0;
    Arrays.fill(counts, stream * RawBatch.WIDTH, (stream + 1) * RawBatch.WIDTH, 0);
  }

  int width(int stream) {
    return widths[stream];
  }

  /// Difference between this time and the predicted one.
  long timeChange(int stream, long timeNs) {
    return timeNs - timesNs[stream] - stepsNs[stream];
  }

  /// The time that differs so much from the predicted one.
  long timeNs(int stream, long timeChange) {
    return timesNs[stream] + stepsNs[stream] + timeChange;
  }

  long sequence(int stream) {
    return sequences[stream];
  }

  int flags(int stream) {
    return flags[stream];
  }

  int count(int stream, int channel) {
    return counts[stream * RawBatch.WIDTH + channel];
  }

  void setCount(int stream, int channel, int count) {
    counts[stream * RawBatch.WIDTH + channel] = count;
  }

  /// After a row. The distance of the first row from the block's beginning predicts nothing.
  void took(int stream, long timeNs, long sequence, int rowFlags, boolean first) {
    stepsNs[stream] = first ? 0 : timeNs - timesNs[stream];
    timesNs[stream] = timeNs;
    sequences[stream] = sequence;
    flags[stream] = rowFlags;
  }
}

package io.plumbline.bar.blackbox;

import io.plumbline.core.raw.RawBatch;
import org.jspecify.annotations.Nullable;
import io.plumbline.core.raw.RawStream;

/// What is in a recording of one stream.
public final class StreamTally {
  private static final double NS_PER_S = 1e9;

  private final int number;
  private final @Nullable RawStream stream;
  private long samples;
  private long lost;
  private long clipped;
  private long restarts;
  private long lastTimeNs;
  private long lastSequence;
  private double runNs;
  private double runPeriods;

  /// @param stream what the header says of it; null where that is nothing
  StreamTally(int number, @Nullable RawStream stream) {
    this.number = number;
    this.stream = stream;
  }

  void add(RawBatch batch, int row) {
    long timeNs = batch.timeNs(row);
    long sequence = batch.sequence(row);
    int flags = batch.flags(row);
    if ((flags & RawBatch.RESTARTED) != 0 || (samples > 0 && sequence <= lastSequence)) {
      restarts++;
    } else if (samples > 0) {
      lost += sequence - lastSequence - 1;
      runNs += (double) timeNs - lastTimeNs;
      runPeriods += (double) sequence - lastSequence;
    }
    clipped += (flags & RawBatch.CLIPPED) == 0 ? 0 : 1;
    samples++;
    lastTimeNs = timeNs;
    lastSequence = sequence;
  }

  /// Name, or the number where the header has none.
  public String name() {
    return stream == null ? "stream " + number : stream.name();
  }

  /// What the header says of it; null where that is nothing.
  public @Nullable RawStream stream() {
    return stream;
  }

  /// Samples that are there.
  public long samples() {
    return samples;
  }

  /// Samples that are missing by their sequence numbers, whoever lost them.
  public long lost() {
    return lost;
  }

  /// Samples with a channel at the end of its range.
  public long clipped() {
    return clipped;
  }

  /// Times that the chip was set up anew; its first start is one.
  public long restarts() {
    return restarts;
  }

  /// Time that is covered, without the gaps around a restart.
  public double durationS() {
    return runNs / NS_PER_S;
  }

  /// True rate, from times and sequence numbers; NaN where there are not enough samples.
  public double rateHz() {
    return runNs > 0 ? runPeriods / runNs * NS_PER_S : Double.NaN;
  }
}

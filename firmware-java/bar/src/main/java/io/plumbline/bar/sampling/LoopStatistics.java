package io.plumbline.bar.sampling;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/// What the sampling loop says of itself. The loop's thread writes and allocates nothing; others read.
public final class LoopStatistics {
  /// Later ones count as this late.
  private static final long LONGEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;

  private final long periodNs;
  private final SingleWriterRecorder latenesses = new SingleWriterRecorder(LONGEST_NS, DIGITS);
  private final SingleWriterRecorder works = new SingleWriterRecorder(LONGEST_NS, DIGITS);
  private @Nullable Histogram lastLatenesses;
  private @Nullable Histogram lastWorks;
  private final AtomicLong loops = new AtomicLong();
  private final AtomicLong overruns = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();

  /// @param periodNs of the loop
  public LoopStatistics(long periodNs) {
    this.periodNs = periodNs;
  }

  /// The loop has woken up.
  ///
  /// @param latenessNs after the time it asked for
  /// @param missed     periods that passed without it
  public void onWake(long latenessNs, long missed) {
    latenesses.recordValue(Math.clamp(latenessNs, 0, LONGEST_NS));
    if (missed > 0) {
      skipped.addAndGet(missed);
    }
  }

  /// The loop has done its work.
  public void onDone(long workNs) {
    works.recordValue(Math.clamp(workNs, 0, LONGEST_NS));
    loops.incrementAndGet();
    if (workNs > periodNs) {
      overruns.incrementAndGet();
    }
  }

  /// Wanted time between two loops, ns.
  public long periodNs() {
    return periodNs;
  }

  /// How late it woke since the last call, ns; good until the next call. One thread asks.
  public Histogram takeLatenesses() {
    Histogram latest = latenesses.getIntervalHistogram(lastLatenesses);
    lastLatenesses = latest;
    return latest;
  }

  /// How long its work took since the last call, ns; good until the next call. One thread asks.
  public Histogram takeWorks() {
    Histogram latest = works.getIntervalHistogram(lastWorks);
    lastWorks = latest;
    return latest;
  }

  /// Loops so far.
  public long loops() {
    return loops.get();
  }

  /// Loops whose work took longer than their period.
  public long overruns() {
    return overruns.get();
  }

  /// Periods that passed without a loop.
  public long skipped() {
    return skipped.get();
  }
}

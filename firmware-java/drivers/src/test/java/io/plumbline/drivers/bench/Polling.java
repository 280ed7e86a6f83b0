package io.plumbline.drivers.bench;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.ArrayList;
import java.util.List;

/// Polls a driver at 1 kHz of the board's clock and keeps the rows.
public final class Polling {
  private static final int CAPACITY = 256;

  /// A row.
  public static final class Row {
    private final long timeNs;
    private final long sequence;
    private final int flags;
    private final int[] counts;
    private final long readNs;

    private Row(RawBatch batch, int row, long readNs) {
      timeNs = batch.timeNs(row);
      sequence = batch.sequence(row);
      flags = batch.flags(row);
      counts = new int[RawBatch.WIDTH];
      for (int c = 0; c < counts.length; c++) {
        counts[c] = batch.count(row, c);
      }
      this.readNs = readNs;
    }

    /// Time of the sample.
    public long timeNs() {
      return timeNs;
    }

    /// Its number.
    public long sequence() {
      return sequence;
    }

    /// Its bits.
    public int flags() {
      return flags;
    }

    /// Count of a channel.
    public int count(int channel) {
      return counts[channel];
    }

    /// When it was read.
    public long readNs() {
      return readNs;
    }

    /// Whether one of the bits is set.
    public boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  private final ChipDriver driver;
  private final ManualClock clock;
  private final RawBatch batch = new RawBatch(CAPACITY);
  private final List<Row> rows = new ArrayList<>();
  private long periodNs = 1_000_000;

  /// @param driver polled
  public Polling(ChipDriver driver, ManualClock clock) {
    this.driver = driver;
    this.clock = clock;
  }

  /// From now on another time between two polls.
  public Polling every(long newPeriodNs) {
    periodNs = newPeriodNs;
    return this;
  }

  /// One poll, then time moves on.
  public int poll() {
    batch.clear();
    int added = driver.poll(batch, clock.getAsLong());
    driver.pollEnded(clock.getAsLong());
    if (added != batch.size()) {
      throw new AssertionError(added + " rows were told and " + batch.size() + " were added");
    }
    for (int i = 0; i < batch.size(); i++) {
      rows.add(new Row(batch, i, clock.getAsLong()));
    }
    clock.advanceNs(periodNs);
    return added;
  }

  /// Polls for a time.
  public Polling during(double seconds) {
    long end = clock.getAsLong() + Math.round(seconds * 1e9);
    while (clock.getAsLong() < end) {
      poll();
    }
    return this;
  }

  /// Polls until it gives samples.
  ///
  /// @return how long that took, s
  public double untilSamples(double atMostSeconds) {
    long start = clock.getAsLong();
    while (clock.getAsLong() - start < atMostSeconds * 1e9) {
      if (poll() > 0) {
        return (clock.getAsLong() - start) / 1e9;
      }
    }
    throw new AssertionError("no sample within " + atMostSeconds + " s: " + driver.state() + ", " + driver.complaint());
  }

  /// Polls until it is in a state.
  public double until(ChipState state, double atMostSeconds) {
    long start = clock.getAsLong();
    while (driver.state() != state) {
      if (clock.getAsLong() - start > atMostSeconds * 1e9) {
        throw new AssertionError(
            "not " + state + " within " + atMostSeconds + " s: " + driver.state() + ", " + driver.complaint());
      }
      poll();
    }
    return (clock.getAsLong() - start) / 1e9;
  }

  /// Rows so far.
  public List<Row> rows() {
    return rows;
  }

  /// Forgets the rows.
  public void forget() {
    rows.clear();
  }
}

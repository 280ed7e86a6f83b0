package io.plumbline.virtualchips.feed;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.Signal;
import java.util.function.BooleanSupplier;

/// The simulated samples of one sensor, the last 16 s of them: one thread adds, one reads. A chip that runs at the rate of the rows takes them
/// one by one at their own times; at any other rate its own clock decides, and values are joined by straight lines.
final class Rows implements Signal {
  private static final int CAPACITY = 1 << 14;
  /// Rows that the adding thread may overwrite while another reads.
  private static final int MARGIN = 1 << 11;
  private static final long SLEW_NS = 2_000_000_000L;

  private final int width;
  private final double rateHz;
  private final SampleClock ownClock;
  private final BooleanSupplier pull;
  private final long[] timesNs = new long[CAPACITY];
  private final double[] values;
  private volatile long written;
  /// Of the session's start, on the board's clock; set before anybody reads.
  long originNs;
  private long cursor;

  // Of the adding thread.
  private final double nominalNs;
  private long firstNs;
  private boolean anew;
  private long slewFromNs = Long.MIN_VALUE / 2;
  private long slewNs;

  /// @param width     values of a row
  /// @param rateHz    nominal, of the rows
  /// @param rateError of the clock of a chip at another rate
  /// @param pull      makes another row of any sensor, where the reader may ask for that and it is not too early
  Rows(int width, double rateHz, double rateError, BooleanSupplier pull) {
    this.width = width;
    this.rateHz = rateHz;
    this.ownClock = new SampleClock(0, rateError);
    this.pull = pull;
    this.values = new double[CAPACITY * width];
    this.nominalNs = 1e9 / rateHz;
  }

  /// Another simulation begins: its sampling has another phase, but a chip's clock does not jump. The difference, less than a period, is worn
  /// off within two seconds, in which the bar is at rest.
  void restart() {
    anew = written > 0;
  }

  /// Time from one row to the next, as far as it is known by now.
  private long periodNs(long rows, long lastNs) {
    return Math.round(rows < 100 ? nominalNs : (lastNs - firstNs) / (rows - 1.0));
  }

  /// Adds a row.
  ///
  /// @param timeNs since the start of the session
  void add(long timeNs, double[] row) {
    long at = written;
    if (anew) {
      long lastNs = timesNs[(int) ((at - 1) % CAPACITY)];
      long periodNs = periodNs(at, lastNs);
      long dueNs = lastNs + periodNs;
      if (timeNs < dueNs - periodNs / 2) {
        return;
      }
      anew = false;
      slewFromNs = timeNs;
      slewNs = Math.max(dueNs - timeNs, -2 * periodNs);
    }
    long since = timeNs - slewFromNs;
    long shiftedNs = since < SLEW_NS ? timeNs + slewNs - slewNs * since / SLEW_NS : timeNs;
    int slot = (int) (at % CAPACITY);
    timesNs[slot] = shiftedNs;
    firstNs = at == 0 ? shiftedNs : firstNs;
    System.arraycopy(row, 0, values, slot * width, width);
    written = at + 1;
  }

  /// The last row again, one period later.
  ///
  /// @param untilNs as often as fits before that
  void repeat(long untilNs) {
    long at = written;
    if (at == 0) {
      return;
    }
    int last = (int) ((at - 1) % CAPACITY);
    long periodNs = periodNs(at, timesNs[last]);
    while (timesNs[last] + periodNs < untilNs) {
      int slot = (int) (at % CAPACITY);
      timesNs[slot] = timesNs[last] + periodNs;
      System.arraycopy(values, last * width, values, slot * width, width);
      written = ++at;
      last = slot;
    }
  }

  long written() {
    return written;
  }

  private long time(long index) {
    return timesNs[(int) (index % CAPACITY)] + originNs;
  }

  /// Index of the last row not after a time, −1 where there is none.
  private long locate(long timeNs) {
    long end = written;
    cursor = Math.max(cursor, end - CAPACITY + MARGIN);
    long oldest = Math.max(0, end - CAPACITY + MARGIN);
    while (cursor > oldest && time(cursor) > timeNs) {
      cursor--;
    }
    while (cursor + 1 < end && time(cursor + 1) <= timeNs) {
      cursor++;
    }
    return end == 0 || time(cursor) > timeNs ? cursor - 1 : cursor;
  }

  @Override
  public long instantNs(long afterNs, double nominalHz, int n) {
    if (Math.abs(nominalHz - rateHz) < 1e-6 * rateHz) {
      long index = locate(afterNs) + n;
      while (written <= index) {
        if (!pull.getAsBoolean() && written <= index) {
          return Long.MAX_VALUE;
        }
        index = locate(afterNs) + n;
      }
      return time(index);
    }
    long instantNs = ownClock.instantNs(afterNs - originNs, nominalHz, n) + originNs;
    while (written == 0 || time(written - 1) < instantNs) {
      if (!pull.getAsBoolean() && (written == 0 || time(written - 1) < instantNs)) {
        return Long.MAX_VALUE;
      }
    }
    return instantNs;
  }

  @Override
  public void feel(long instantNs, double[] si) {
    long index = Math.max(0, locate(instantNs));
    int at = (int) (index % CAPACITY) * width;
    long fromNs = time(index);
    boolean between = instantNs > fromNs && index + 1 < written;
    int next = (int) ((index + 1) % CAPACITY) * width;
    double share = between ? (instantNs - fromNs) / (double) (time(index + 1) - fromNs) : 0;
    for (int i = 0; i < si.length && i < width; i++) {
      double value = values[at + i];
      si[i] = between ? value + share * (values[next + i] - value) : value;
    }
  }
}

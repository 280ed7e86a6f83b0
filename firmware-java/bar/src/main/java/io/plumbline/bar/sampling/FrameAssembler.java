package io.plumbline.bar.sampling;

import io.plumbline.bar.blackbox.FrameAssembly;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the rows of all streams in order of time and makes the pipeline's frames of them. The chips have clocks of their own and are read in
/// bursts, so a row waits until each stream that is alive has given a later one, but not longer than [#HOLD_NS].
///
/// What comes out depends on the rows and their order only, not on when or in which batches they came: a black box gives the same frames as
/// the bar did. Not thread-safe; allocates nothing after construction.
public final class FrameAssembler implements FrameAssembly {
  /// A row is not held back longer than this by another stream, in the time of the rows: after a pause the deepest buffer of a chip, 102 ms,
  /// comes behind what the others have kept.
  static final long HOLD_NS = 120_000_000L;
  /// A stream that has given nothing for so long is not waited for.
  private static final long ALIVE_NS = 150_000_000L;
  private static final long NONE = Long.MIN_VALUE;

  private final SensorDecoder decoder;
  private final RowQueue[] queues;
  private final long[] newestNs;
  private long newestOfAllNs = NONE;
  private long releasedNs = NONE;
  private @Nullable RawBatch rows;
  private int nextRow;
  private boolean ended;
  private long lateRows;

  /// @param decoder of the same streams
  public FrameAssembler(SensorDecoder decoder) {
    this.decoder = decoder;
    this.queues = new RowQueue[decoder.streams()];
    Arrays.setAll(queues, i -> new RowQueue());
    this.newestNs = new long[queues.length];
    Arrays.fill(newestNs, NONE);
  }

  @Override
  public Set<Channel> channels() {
    return decoder.channels();
  }

  @Override
  public void accept(RawBatch batch) {
    rows = batch;
    nextRow = 0;
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public boolean next(SensorFrame frame) {
    while (true) {
      int stream = releasable();
      if (stream >= 0) {
        release(stream, frame);
        return true;
      }
      RawBatch batch = rows;
      if (batch == null || nextRow >= batch.size()) {
        rows = null;
        return false;
      }
      add(batch, nextRow++);
    }
  }

  private void add(RawBatch batch, int row) {
    int stream = batch.stream(row);
    long timeNs = batch.timeNs(row);
    boolean late = timeNs <= releasedNs || timeNs <= newestNs[stream] || queues[stream].isFull();
    newestNs[stream] = Math.max(newestNs[stream], timeNs);
    newestOfAllNs = Math.max(newestOfAllNs, timeNs);
    if (late) {
      lateRows++;
    } else {
      queues[stream].add(batch, row);
    }
  }

  /// The stream whose oldest row may go, or −1.
  private int releasable() {
    int oldest = -1;
    boolean waits = false;
    for (int i = 0; i < queues.length; i++) {
      if (queues[i].isEmpty()) {
        waits |= newestNs[i] != NONE && newestOfAllNs - newestNs[i] < ALIVE_NS;
      } else if (oldest < 0 || queues[i].first().timeNs(0) < queues[oldest].first().timeNs(0)) {
        oldest = i;
      }
    }
    if (oldest < 0 || !waits || ended) {
      return oldest;
    }
    boolean heldLongEnough = queues[oldest].isFull() || newestOfAllNs - queues[oldest].first().timeNs(0) > HOLD_NS;
    return heldLongEnough ? oldest : -1;
  }

  private void release(int stream, SensorFrame frame) {
    releasedNs = queues[stream].first().timeNs(0);
    frame.reset(releasedNs);
    for (RowQueue queue : queues) {
      if (!queue.isEmpty() && queue.first().timeNs(0) == releasedNs) {
        decoder.decode(queue.first(), 0, frame);
        queue.removeFirst();
      }
    }
  }

  /// Rows that came too late to be put in order; the black box has them.
  public long lateRows() {
    return lateRows;
  }
}

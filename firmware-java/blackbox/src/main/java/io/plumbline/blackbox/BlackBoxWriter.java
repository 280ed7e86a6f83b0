package io.plumbline.blackbox;

import io.plumbline.core.raw.RawBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Records rows of raw samples. One thread owns it; what it tells of itself may be asked from any thread. A disk that fails or is full never
/// stops the caller: the recording pauses, counts what it drops, and tries again. Adding rows and writing blocks and copies of the header allocates
/// nothing; a new file, an event and a failure do.
///
/// An interrupt of the owning thread closes the file under the writer (so do the JDK's channels): end it by [#close] instead.
public final class BlackBoxWriter implements AutoCloseable {
  /// What the recording does.
  public enum State {
    /// Nothing was written yet.
    WAITING,
    /// The last block was written.
    RECORDING,
    /// The last attempt failed, see [BlackBoxWriter#lastFailure()]; the next one follows.
    PAUSED,
    /// [BlackBoxWriter#close] was called.
    CLOSED
  }

  private final BlackBoxOptions options;
  private final SinkStatus status = new SinkStatus();
  private final BlockSink sink;
  private final ByteBuffer block;
  private final SampleEncoder encoder;
  /// End of the payload of a block that is complete and not written yet; 0 where there is none.
  private int completeTo;
  private long begunNs;
  private boolean closed;
  private long droppedSinceBlock;
  private volatile long rows;
  private volatile long droppedRows;
  private volatile long droppedEvents;

  /// A recording in the files of this machine.
  ///
  /// @param folder where the files go; made when it is first needed
  /// @throws IllegalArgumentException where the header is too large or the journal's id fits into no file name
  public BlackBoxWriter(Path folder, BlackBoxHeader header, BlackBoxOptions options) {
    this(folder, header, options, ChannelOpener.FILES);
  }

  /// A recording in files that somebody else creates.
  public BlackBoxWriter(Path folder, BlackBoxHeader header, BlackBoxOptions options, ChannelOpener opener) {
    this.options = options;
    this.sink = new BlockSink(folder, header, options, opener, status);
    this.block = BlockFormat.buffer(options.blockBytes());
    this.encoder = new SampleEncoder(block, options.blockSpanNs(), header.streams());
  }

  /// Adds the batch's rows, in their order. A row of no possible stream is dropped and counted.
  ///
  /// @param nowNs monotonic clock
  public void append(RawBatch batch, long nowNs) {
    int size = batch.size();
    int taken = 0;
    for (int row = 0; row < size; row++) {
      int stream = batch.stream(row);
      if (closed || stream < 0 || stream >= BlockFormat.MAX_STREAMS || !makeRoom(batch, row, nowNs)) {
        droppedSinceBlock++;
        continue;
      }
      if (encoder.rows() == 0) {
        begunNs = nowNs;
      }
      encoder.put(batch, row);
      taken++;
    }
    if (taken > 0) {
      long before = rows;
      rows = before + taken;
    }
    if (taken < size) {
      long before = droppedRows;
      droppedRows = before + (size - taken);
    }
    work(nowNs);
  }

  private boolean makeRoom(RawBatch batch, int row, long nowNs) {
    return (completeTo == 0 && encoder.fits(batch, row)) || (flush(nowNs) && encoder.fits(batch, row));
  }

  /// Does what is due without rows: writes a block that has waited for long enough, tries again after a failure, forces to the disk. To be called now
  /// and then, as the samples may stop.
  public void work(long nowNs) {
    if (completeTo != 0 || (encoder.rows() > 0 && nowNs - begunNs >= options.blockSpanNs())) {
      flush(nowNs);
    }
    sink.work(nowNs);
  }

  /// Writes the rows that are in memory as a block, however few.
  ///
  /// @return false where that failed; they are kept
  public boolean flush(long nowNs) {
    if (completeTo == 0) {
      if (encoder.rows() == 0) {
        return true;
      }
      encoder.finish(droppedSinceBlock);
      completeTo = block.position();
      droppedSinceBlock = 0;
    }
    if (!sink.write(block, completeTo, BlockFormat.KIND_SAMPLES, nowNs)) {
      return false;
    }
    completeTo = 0;
    encoder.start();
    return true;
  }

  /// Records something that happened, behind the rows so far.
  ///
  /// @return false where it could not be written now, or is too long; counted, and to be tried again by whoever wants it kept
  public boolean event(BlackBoxEvent event, long nowNs) {
    FieldOutput content = new FieldOutput();
    content.int64(event.timeNs());
    content.text(event.kind());
    content.sized(event.text().getBytes(StandardCharsets.UTF_8));
    byte[] payload = content.bytes();
    if (!closed && payload.length <= BlockFormat.MAX_PAYLOAD_BYTES && flush(nowNs)) {
      ByteBuffer buffer = BlockFormat.buffer(payload.length);
      buffer.position(BlockFormat.HEAD_BYTES).put(payload);
      int kind = event.kind().equals(BlackBoxEvent.CHANGE) ? BlockFormat.KIND_CHANGE : BlockFormat.KIND_EVENT;
      if (sink.write(buffer, buffer.position(), kind, nowNs)) {
        return true;
      }
    }
    long before = droppedEvents;
    droppedEvents = before + 1;
    return false;
  }

  /// Writes what is left, and ends the file. What cannot be written even now is counted as dropped; where rows are missing that no block tells of,
  /// the file gets no end block, so that nobody takes it for whole.
  public void close(long nowNs) {
    if (closed) {
      return;
    }
    // An interrupt that is pending would close the file before its end is written.
    boolean interrupted = Thread.interrupted();
    try {
      boolean whole = flush(nowNs) && droppedSinceBlock == 0;
      if (encoder.rows() > 0) {
        long lost = encoder.rows();
        long droppedBefore = droppedRows;
        droppedRows = droppedBefore + lost;
        long rowsBefore = rows;
        rows = rowsBefore - lost;
      }
      sink.close(nowNs, whole);
      closed = true;
      status.closed();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    close(System.nanoTime());
  }

  /// What the recording does.
  public State state() {
    return status.state();
  }

  /// What went wrong last; empty where nothing did.
  public String lastFailure() {
    return status.lastFailure();
  }

  /// Failed attempts to write, create or force.
  public long failures() {
    return status.failures();
  }

  /// Rows that were taken, the last block of which may still be in memory.
  public long rows() {
    return rows;
  }

  /// Rows that were given up because nothing could be written.
  public long droppedRows() {
    return droppedRows;
  }

  /// How often an event could not be written.
  public long droppedEvents() {
    return droppedEvents;
  }

  /// Blocks that were written, headers among them.
  public long blocks() {
    return status.blocks();
  }

  /// Bytes that were written.
  public long bytes() {
    return status.bytes();
  }

  /// Old recordings that were deleted to keep the limit.
  public long deletedFiles() {
    return status.deletedFiles();
  }

  /// The file that was begun last; null before the first.
  public @Nullable Path file() {
    return status.file();
  }
}

package io.plumbline.benchmarks.hotpath;

import io.plumbline.bar.app.Recorder;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.blackbox.BlackBoxOptions;
import io.plumbline.blackbox.BlackBoxWriter;
import io.plumbline.core.raw.RawBatch;
import java.nio.file.Path;

/// The recorder agent: takes rows out of its ring into a black box on the disk, forced there once a second of the rows' time.
final class RecorderWork implements HotAgent {
  private static final int BATCHES = 512;
  private static final int ROWS = 64;

  private final Tape tape;
  private final BatchRing ring = new BatchRing(BATCHES, ROWS);
  private final BlackBoxWriter writer;
  private final Recorder recorder;

  /// @param fileBytes of each file; beginning a file allocates
  RecorderWork(Tape tape, Path folder, long fileBytes) {
    this.tape = tape;
    BlackBoxOptions usual = BlackBoxOptions.DEFAULT;
    this.writer = new BlackBoxWriter(folder, tape.header(), new BlackBoxOptions(usual.blockBytes(), usual.blockSpanNs(),
        usual.forcePeriodNs(), usual.retryPeriodNs(), fileBytes, Long.MAX_VALUE, 2 * fileBytes,
        usual.blocksPerHeader()));
    this.recorder = new Recorder(ring, writer);
  }

  @Override
  public int pass() {
    RawBatch rows = tape.play();
    ring.write(rows);
    recorder.doWork(tape.advanceNs());
    return rows.size();
  }

  /// Rows in the black box.
  long recorded() {
    return writer.rows();
  }

  /// Rows that are not, and attempts that failed.
  long missed() {
    return recorder.droppedRows() + recorder.failures();
  }

  @Override
  public void close() {
    recorder.close();
  }
}

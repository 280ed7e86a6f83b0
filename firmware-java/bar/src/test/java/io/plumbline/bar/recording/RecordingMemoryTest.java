package io.plumbline.bar.recording;

import static io.plumbline.bar.testing.Recordings.COLUMNS;
import static io.plumbline.bar.testing.Recordings.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.core.sample.SensorFrame;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecordingMemoryTest {
  /// A recording of any length out of a few bytes of memory: rows 1 ms apart.
  private static final class EndlessRows extends InputStream {
    private final long rows;
    private byte[] block = bytes(COLUMNS + "\n");
    private int at;
    private long row;

    EndlessRows(long rows) {
      this.rows = rows;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == block.length) {
        if (row == rows) {
          return -1;
        }
        block = bytes(String.format(Locale.ROOT, "%.3f,0.1,-0.2,9.80665,0.001,-0.002,0.003%n", row / 1e3));
        row++;
        at = 0;
      }
      int count = Math.min(length, block.length - at);
      System.arraycopy(block, at, target, offset, count);
      at += count;
      return count;
    }
  }

  /// Fills a byte array with so many copies of the same good rows; only their number differs between two calls.
  private static long allocatedBytesOfReading(byte[] content, long expectedRows) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RecordingReader reader = RecordingReader.open(RecordingInput.of(new java.io.ByteArrayInputStream(content)));
    SensorFrame frame = new SensorFrame();
    long before = threads.getCurrentThreadAllocatedBytes();
    while (reader.next(frame)) {
      assertTrue(frame.present() != 0);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(expectedRows, reader.rows());
    return allocated;
  }

  @Test
  void shouldAllocateNothingARowWhenReading() throws Exception {
    int rows = 100_000;
    byte[] content = new EndlessRows(rows).readAllBytes();
    allocatedBytesOfReading(content, rows);
    long allocated = allocatedBytesOfReading(content, rows);
    assertTrue(allocated < rows, allocated + " bytes for " + rows + " rows");
  }

  @Test
  void shouldReadToTheEndWhenTheRecordingIsLargerThanItsBuffers() throws Exception {
    RecordingReader reader = RecordingReader.open(RecordingInput.of(new EndlessRows(300_000)));
    SensorFrame frame = new SensorFrame();
    long lastNs = -1;
    while (reader.next(frame)) {
      assertTrue(frame.timeNs() == lastNs + 1_000_000 || lastNs == -1);
      lastNs = frame.timeNs();
    }
    assertEquals(300_000, reader.rows());
    assertEquals(0, reader.defects().total(), reader.defects().summary());
  }
}

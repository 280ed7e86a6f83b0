package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.core.raw.RawBatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The promise of no allocation, and the size, measured on rows as a bar gives them: two IMUs and four bridges at 1 kHz, two high-g sensors
/// at 800 Hz.
@Isolated("a quiet machine keeps the rounds short")
class AllocationTest {
  private static final int ROUNDS = 4;
  private static final int MOST_ROUNDS = 10;
  private static final int ROWS = 1_000_000;
  private static final int BATCH = 100;

  private final Path folder;

  AllocationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /// A second of noise, played again and again.
  private static final class Sensors {
    private static final int NOISE = 4096;
    private final int[] noise = new int[NOISE];
    private final long[] sequences = new long[5];
    private long tick;
    private int at;

    Sensors() {
      Random random = new Random(41);
      for (int i = 0; i < NOISE; i++) {
        noise[i] = (int) Math.round(random.nextGaussian() * 1000);
      }
    }

    /// White noise of so many counts.
    private int noise(int counts) {
      at = (at + 1) % NOISE;
      return noise[at] * counts / 1000;
    }

    private void row(RawBatch batch, int stream, long periodNs, int channels, int counts) {
      long sequence = sequences[stream]++;
      int row = batch.add(stream, sequence * periodNs + noise(30), sequence, 0);
      for (int channel = 0; channel < channels; channel++) {
        batch.setCount(row, channel, channel * 1000 + noise(counts));
      }
    }

    void fill(RawBatch batch) {
      batch.clear();
      while (batch.room() >= 5) {
        // 20-bit IMU: 0.7 mg and 0.05 °/s in counts of 8192 a g and 131 a °/s, 16-bit temperature behind them.
        row(batch, 0, 1_000_000, 7, 6);
        row(batch, 1, 1_000_000, 7, 6);
        // 24-bit ADC at gain 128: some hundred counts.
        row(batch, 2, 1_000_000, 4, 400);
        if (tick++ % 5 != 0) {
          row(batch, 3, 1_250_000, 3, 1);
          row(batch, 4, 1_250_000, 3, 1);
        }
      }
    }
  }

  @Test
  void shouldAllocateNothingARowWhenRecordingAndReading() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    Sensors sensors = new Sensors();
    RawBatch batch = new RawBatch(BATCH);
    long nowNs = 0;
    long last = -1;
    int round = 0;
    // The compiler's own change of mind costs some bytes now and then: rounds go on until one has none, but not for ever.
    for (; round < MOST_ROUNDS && (round < ROUNDS || last != 0); round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int rows = 0; rows < ROWS; rows += batch.size()) {
        sensors.fill(batch);
        nowNs += 20_000_000;
        writer.append(batch, nowNs);
      }
      last = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, last, "bytes in the last round of " + ROWS + " rows");
    writer.close(nowNs);
    long written = writer.rows();
    assertTrue(written >= (long) round * ROWS && writer.droppedRows() == 0);
    System.out.println("bytes a row: " + writer.bytes() / (double) written + " in " + writer.blocks() + " blocks");
    // 32 bytes would be time, sequence, flags and counts as they are.
    assertTrue(writer.bytes() < 11 * written, writer.bytes() + " bytes for " + written + " rows");

    long rows = 0;
    long beforeReading = threads.getCurrentThreadAllocatedBytes();
    try (BlackBoxReader reader = BlackBoxReader.open(Objects.requireNonNull(writer.file()), event -> {})) {
      while (reader.next(batch)) {
        rows += batch.size();
      }
      assertTrue(reader.report().isWhole(), reader.report().toString());
    }
    long reading = threads.getCurrentThreadAllocatedBytes() - beforeReading;
    assertEquals(written, rows);
    // Buffers, and nothing that grows with the rows.
    assertTrue(reading < 4_000_000, reading + " bytes for reading " + rows + " rows");
  }
}

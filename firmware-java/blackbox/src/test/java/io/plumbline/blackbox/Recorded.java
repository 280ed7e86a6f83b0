package io.plumbline.blackbox;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Recordings for tests, and what comes back out of them.
final class Recorded {
  static final String JOURNAL = "bar-1-test";
  /// Blocks of a few rows.
  static final BlackBoxOptions SMALL = new BlackBoxOptions(256, 500_000_000L, 0, 1_000_000_000L, 64L << 20,
      3_600_000_000_000L, 2L << 30, 8);

  private Recorded() {}

  /// A row, to be compared.
  record Row(int stream, long timeNs, long sequence, int flags, List<Integer> counts) {
    static Row of(RawBatch batch, int row) {
      List<Integer> counts = new ArrayList<>();
      for (int channel = 0; channel < RawBatch.WIDTH; channel++) {
        counts.add(batch.count(row, channel));
      }
      return new Row(batch.stream(row), batch.timeNs(row), batch.sequence(row), batch.flags(row), counts);
    }

    void addTo(RawBatch batch) {
      int row = batch.add(stream, timeNs, sequence, flags);
      for (int channel = 0; channel < RawBatch.WIDTH; channel++) {
        batch.setCount(row, channel, counts.get(channel));
      }
    }
  }

  /// What a reader gave.
  record Back(List<Row> rows, List<BlackBoxEvent> events, BlackBoxReport report) {}

  static RawStream stream(int number, String name, RawStream.Kind kind, String chip, double rateHz,
      String... channels) {
    String unit = kind == RawStream.Kind.FORCE ? "V/V" : "m/s²";
    return new RawStream(number, name, kind, chip, rateHz,
        Arrays.stream(channels).map(channel -> new RawChannel(channel, unit, 0.5e-3, 0, -32767, 32766)).toList());
  }

  static BlackBoxHeader header() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("exercise", "deadlift-conventional");
    metadata.put("athlete", "Zoë");
    return new BlackBoxHeader("bar-1", JOURNAL, "0.1.0", "abc1234",
        new BlackBoxHeader.Start(1_000, 1_790_000_000_000L, true),
        List.of(stream(0, "left-imu", RawStream.Kind.IMU, "ICM-42688-P", 1000, "ax", "ay", "az", "gx", "gy", "gz"),
            stream(1, "left-high-g", RawStream.Kind.HIGH_G, "ADXL375", 800, "ax", "ay", "az"),
            stream(2, "force", RawStream.Kind.FORCE, "ADS131M04", 1000, "c0", "c1", "c2", "c3")),
        metadata, "[bar]\nid = \"bar-1\"\n", List.of("cal-7"), "left = 1.25e-3\n");
  }

  /// Rows as sensors give them: three streams, noise, a sample lost now and then.
  static List<Row> plausible(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    long[] sequences = new long[3];
    for (int i = 0; i < count; i++) {
      int stream = i % 3;
      boolean lost = random.nextInt(50) == 0;
      sequences[stream] += lost ? 3 : 1;
      List<Integer> counts = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0, 0, 0));
      for (int channel = 0; channel < new int[]{6, 3, 4}[stream]; channel++) {
        counts.set(channel, (int) (random.nextGaussian() * 60) + 2048 * channel);
      }
      rows.add(new Row(stream, 5_000_000_000L + i / 3 * 1_000_000L + random.nextInt(2000), sequences[stream],
          lost ? RawBatch.GAP_BEFORE : 0, counts));
    }
    return rows;
  }

  /// Rows of any content at all.
  static List<Row> wild(int count, Random random) {
    long[] edges = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE};
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> counts = new ArrayList<>();
      for (int channel = 0; channel < RawBatch.WIDTH; channel++) {
        counts.add(random.nextInt(3) == 0
            ? (int) edges[random.nextInt(edges.length)]
            : random.nextInt() >> random.nextInt(32));
      }
      long timeNs = random.nextBoolean()
          ? edges[random.nextInt(edges.length)]
          : random.nextLong() >> random.nextInt(64);
      long sequence = random.nextBoolean()
          ? edges[random.nextInt(edges.length)]
          : random.nextLong() >> random.nextInt(64);
      rows.add(new Row(random.nextInt(BlockFormat.MAX_STREAMS), timeNs, sequence,
          random.nextBoolean() ? random.nextInt(16) : random.nextInt(), counts));
    }
    return rows;
  }

  static void append(BlackBoxWriter writer, List<Row> rows, long nowNs) {
    RawBatch batch = new RawBatch(16);
    for (Row row : rows) {
      if (batch.isFull()) {
        writer.append(batch, nowNs);
        batch.clear();
      }
      row.addTo(batch);
    }
    writer.append(batch, nowNs);
  }

  /// Writes a whole recording, and gives its first file.
  static Path write(Path folder, List<Row> rows, BlackBoxOptions options) {
    BlackBoxWriter writer = new BlackBoxWriter(folder, header(), options);
    append(writer, rows, 0);
    writer.close(0);
    return new RecordingFolder(folder, JOURNAL).file(1);
  }

  static Back read(Path file, int batchRows) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<BlackBoxEvent> events = new ArrayList<>();
    try (BlackBoxReader reader = BlackBoxReader.open(file, events::add)) {
      rest(reader, batchRows, rows);
      return new Back(rows, events, reader.report());
    }
  }

  static void rest(BlackBoxReader reader, int batchRows, List<Row> rows) throws IOException {
    RawBatch batch = new RawBatch(batchRows);
    while (reader.next(batch)) {
      for (int row = 0; row < batch.size(); row++) {
        rows.add(Row.of(batch, row));
      }
    }
  }

  /// A block's place in a file, and how many rows it has.
  record Block(int from, int to, int kind, int rows) {}

  static List<Block> blocks(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      BlockScanner scanner = new BlockScanner(channel, 0);
      while (scanner.next()) {
        boolean samples = scanner.kind() == BlockFormat.KIND_SAMPLES;
        blocks.add(new Block((int) scanner.blockFrom(), (int) scanner.blockTo(), scanner.kind(),
            samples ? scanner.buffer().getInt(scanner.payloadFrom()) : 0));
      }
    }
    return blocks;
  }

  static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

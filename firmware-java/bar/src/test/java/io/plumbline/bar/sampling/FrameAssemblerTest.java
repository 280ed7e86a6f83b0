package io.plumbline.bar.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAssemblerTest {
  private static final long MS = 1_000_000;
  private static final List<RawStream> STREAMS = List.of(imu(0, "left-imu"), imu(1, "right-imu"),
      new RawStream(2, "left-high-g", RawStream.Kind.HIGH_G, "ADXL375", 800, axes("ax", "ay", "az")));

  private static RawStream imu(int number, String name) {
    return new RawStream(number, name, RawStream.Kind.IMU, "ICM-42688-P", 1000,
        axes("ax", "ay", "az", "gx", "gy", "gz"));
  }

  private static List<RawChannel> axes(String... names) {
    return Stream.of(names).map(name -> new RawChannel(name, "m/s²", 0.5, 1, -100_000, 100_000)).toList();
  }

  private static FrameAssembler assembler() {
    return new FrameAssembler(new SensorDecoder(STREAMS, BarConfigReader.defaults().force()));
  }

  private static void add(RawBatch batch, int stream, long timeNs) {
    int row = batch.add(stream, timeNs, timeNs / MS, 0);
    batch.setCount(row, 0, (int) (timeNs / MS));
  }

  private static List<String> drain(FrameAssembler assembler, RawBatch batch) {
    List<String> frames = new ArrayList<>();
    SensorFrame frame = new SensorFrame();
    assembler.accept(batch);
    while (assembler.next(frame)) {
      double first = frame.has(Channel.LEFT_AX) ? frame.get(Channel.LEFT_AX) : 0;
      frames.add(frame.timeNs() + ":" + Long.toHexString(frame.present()) + ":" + first);
    }
    return frames;
  }

  @Test
  void shouldConvertCountsWhenARowIsDecoded() {
    FrameAssembler assembler = assembler();
    RawBatch batch = new RawBatch(8);
    int row = batch.add(2, 5 * MS, 0, 0);
    batch.setCount(row, 1, -40);
    assembler.accept(batch);
    SensorFrame frame = new SensorFrame();
    assertTrue(assembler.next(frame));
    assertEquals(-19, frame.get(Channel.LEFT_HY));
    assertFalse(frame.has(Channel.LEFT_AX));
  }

  @Test
  void shouldWaitForTheOtherStreamWhenItIsAlive() {
    FrameAssembler assembler = assembler();
    RawBatch batch = new RawBatch(16);
    add(batch, 0, MS);
    add(batch, 1, MS + 200);
    add(batch, 0, 2 * MS);
    add(batch, 0, 3 * MS);
    SensorFrame frame = new SensorFrame();
    assembler.accept(batch);
    assertTrue(assembler.next(frame));
    assertEquals(MS, frame.timeNs());
    assertTrue(assembler.next(frame));
    assertEquals(MS + 200, frame.timeNs());
    assertFalse(assembler.next(frame), "the right unit may still give an earlier sample");
    batch.clear();
    add(batch, 1, 2 * MS + 200);
    assertEquals(2, drain(assembler, batch).size());
  }

  @Test
  void shouldGoOnWhenAStreamFallsSilent() {
    FrameAssembler assembler = assembler();
    RawBatch batch = new RawBatch(256);
    add(batch, 1, MS);
    for (int i = 1; i <= 200; i++) {
      add(batch, 0, i * MS + 10);
    }
    int frames = drain(assembler, batch).size();
    assertEquals(201, frames, "the right unit's one row and all of the left one");
    batch.clear();
    add(batch, 1, 50 * MS);
    add(batch, 0, 201 * MS);
    assertEquals(1, drain(assembler, batch).size(), "only the left one's; the other came too late");
    assertEquals(1, assembler.lateRows());
  }

  @Test
  void shouldJoinRowsWhenTheyAreOfOneInstant() {
    FrameAssembler assembler = assembler();
    RawBatch batch = new RawBatch(8);
    add(batch, 0, 5 * MS);
    add(batch, 1, 5 * MS);
    // The first went when nobody knew of the second stream.
    assertEquals(1, drain(assembler, batch).size());
    SensorFrame frame = new SensorFrame();
    batch.clear();
    add(batch, 0, 6 * MS);
    add(batch, 1, 6 * MS);
    assembler.accept(batch);
    assertTrue(assembler.next(frame));
    assertEquals(6 * MS, frame.timeNs());
    assertTrue(frame.has(Channel.LEFT_AX) && frame.has(Channel.RIGHT_AX));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldGiveTheSameFramesWhenBatchesAreCutElsewhere(long seed) {
    List<long[]> rows = bursts(seed);
    List<String> reference = play(rows, 1, seed);
    assertTrue(reference.size() > 2000, "seed " + seed + ": " + reference.size());
    assertTrue(reference.equals(play(rows, 7, seed)), "seed " + seed);
    assertTrue(reference.equals(play(rows, 500, seed)), "seed " + seed);
    long before = Long.MIN_VALUE;
    for (String frame : reference) {
      long timeNs = Long.parseLong(frame.substring(0, frame.indexOf(':')));
      assertTrue(timeNs > before, "times increase");
      before = timeNs;
    }
  }

  /// Rows as a loop reads them: bursts of one stream after the other, now and then a pause or a silent chip.
  private static List<long[]> bursts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<long[]> rows = new ArrayList<>();
    long[] nextNs = {MS, MS + random.nextLong(MS), 2 * MS};
    long[] periodNs = {995_000 + random.nextLong(10_000), 1_003_000, 1_250_000};
    long nowNs = 0;
    while (nowNs < 1500 * MS) {
      nowNs += random.nextInt(100) == 0 ? random.nextLong(60 * MS) : random.nextLong(3 * MS);
      boolean silent = nowNs > 500 * MS && nowNs < 700 * MS;
      for (int stream = 0; stream < 3; stream++) {
        while (nextNs[stream] <= nowNs) {
          if (!(silent && stream == 1)) {
            rows.add(new long[]{stream, nextNs[stream]});
          }
          nextNs[stream] += periodNs[stream];
        }
      }
    }
    return rows;
  }

  private static List<String> play(List<long[]> rows, int most, long seed) {
    FrameAssembler assembler = assembler();
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<String> frames = new ArrayList<>();
    RawBatch batch = new RawBatch(most);
    int at = 0;
    while (at < rows.size()) {
      batch.clear();
      int count = Math.min(1 + random.nextInt(most), rows.size() - at);
      for (int i = 0; i < count; i++) {
        add(batch, (int) rows.get(at)[0], rows.get(at)[1]);
        at++;
      }
      frames.addAll(drain(assembler, batch));
    }
    assembler.end();
    batch.clear();
    frames.addAll(drain(assembler, batch));
    return frames;
  }
}

package io.plumbline.bar.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordingWriterTest {
  private static final Set<Channel> CENTRE = EnumSet.range(Channel.CENTRE_AX, Channel.CENTRE_GZ);

  private static String text(double value) {
    StringBuilder text = new StringBuilder();
    DecimalText.append(text, value);
    return text.toString();
  }

  private static String seconds(long timeNs) {
    StringBuilder text = new StringBuilder();
    DecimalText.appendSeconds(text, timeNs);
    return text.toString();
  }

  @Test
  void shouldWriteHeaderColumnsAndRowsWhenGivenFrames() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("exercise", "squat");
    metadata.put("note", "two\nlines");
    try (RecordingWriter writer = new RecordingWriter(out, metadata, Set.of(Channel.LEFT_FZ, Channel.LEFT_AX))) {
      SensorFrame frame = new SensorFrame();
      frame.reset(1_500_000_000L);
      frame.set(Channel.LEFT_AX, 9.8);
      frame.set(Channel.RIGHT_AX, 1);
      writer.write(frame);
      frame.reset(1_501_000_001L);
      frame.set(Channel.LEFT_FZ, -65);
      writer.write(frame);
      assertEquals(2, writer.rows());
    }
    assertEquals("""
      # plumbline-recording: 1
      # exercise: squat
      # note: two lines
      t_s,left_ax,left_fz
      1.5,9.8,
      1.501000001,,-65
      """, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldRefuseAKeyWhenTheFormatHasNone() {
    assertTrue(RecordingWriter.isKey("facing"));
    assertFalse(RecordingWriter.isKey("athlete"));
    assertFalse(RecordingWriter.isKey("plumbline-recording"));
    assertThrows(IllegalArgumentException.class,
        () -> new RecordingWriter(OutputStream.nullOutputStream(), Map.of("athlete", "Kim"), CENTRE).close());
  }

  @Test
  void shouldWriteTheShortestTextWhenANumberHasOne() {
    assertEquals("0", text(0));
    assertEquals("-0", text(-0.0));
    assertEquals("-65.7", text(-65.7));
    assertEquals("1.5E-4", text(1.5e-4));
    assertEquals("0.1", text(0.1));
    assertThrows(IllegalArgumentException.class, () -> text(Double.NaN));
    assertEquals("0", seconds(0));
    assertEquals("12", seconds(12_000_000_000L));
    assertEquals("0.000000001", seconds(1));
    assertEquals("-1.5", seconds(-1_500_000_000L));
    assertEquals("-9223372036.854775808", seconds(Long.MIN_VALUE));
  }

  @Test
  void shouldReadBackTheSameNumbersWhenTheyAreOfAnySize() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("RecordingWriterTest seed " + seed);
    Random random = new Random(seed);
    int rows = 20_000;
    double[][] values = new double[rows][6];
    long[] timesNs = new long[rows];
    long timeNs = 0;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> metadata = Map.of("exercise", "squat");
    SensorFrame frame = new SensorFrame();
    try (RecordingWriter writer = new RecordingWriter(out, metadata, CENTRE)) {
      for (int row = 0; row < rows; row++) {
        timeNs += 1 + random.nextInt(2_000_000);
        timesNs[row] = timeNs;
        frame.reset(timeNs);
        for (int axis = 0; axis < 6; axis++) {
          double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 8);
          values[row][axis] = value;
          frame.set(Channel.values()[Channel.CENTRE_AX.ordinal() + axis], value);
        }
        writer.write(frame);
      }
    }
    try (RecordingReader reader = RecordingReader
        .open(RecordingInput.of(new ByteArrayInputStream(out.toByteArray())))) {
      assertEquals(Exercise.fromId("squat").orElseThrow(), reader.header().exercise());
      assertEquals(CENTRE, reader.channels());
      for (int row = 0; row < rows; row++) {
        assertTrue(reader.next(frame));
        assertEquals(timesNs[row], frame.timeNs(), "seed " + seed + ", row " + row);
        for (int axis = 0; axis < 6; axis++) {
          assertEquals(values[row][axis], frame.get(Channel.CENTRE_AX.ordinal() + axis), "seed " + seed);
        }
      }
      assertFalse(reader.next(frame));
      assertEquals(0, reader.defects().total());
    }
  }

  @Test
  void shouldAllocateLittleWhenRowsAreWritten() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int rows = 100_000;
    Channel[] channels = CENTRE.toArray(new Channel[0]);
    SensorFrame frame = new SensorFrame();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      try (RecordingWriter writer = new RecordingWriter(OutputStream.nullOutputStream(), Map.of(), CENTRE)) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int row = 0; row < rows; row++) {
          frame.reset(row * 1_000_123L);
          for (int axis = 0; axis < 6; axis++) {
            frame.set(channels[axis], row * 0.001234 + axis);
          }
          writer.write(frame);
        }
        allocated = threads.getCurrentThreadAllocatedBytes() - before;
      }
    }
    System.out.println("bytes allocated a row of six numbers: " + (double) allocated / rows);
    // The JDK makes one small object of each number.
    assertTrue(allocated < rows * 200L, (double) allocated / rows + " bytes a row");
  }
}

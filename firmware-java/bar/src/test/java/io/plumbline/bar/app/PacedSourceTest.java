package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.recording.RecordingInput;
import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.bar.testing.Recordings;
import io.plumbline.core.sample.SensorFrame;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class PacedSourceTest {
  private static final long MS = 1_000_000L;

  private final SensorFrame frame = new SensorFrame();
  private long nowNs = 5_000 * MS;
  private long waits;

  private PacedSource paced(double speed, double... timesS) throws Exception {
    StringBuilder csv = new StringBuilder(Recordings.COLUMNS).append('\n');
    for (double timeS : timesS) {
      csv.append(Recordings.restRow(timeS)).append('\n');
    }
    RecordingReader reader = RecordingReader.open(
        RecordingInput.of(new ByteArrayInputStream(Recordings.bytes(csv.toString()))));
    return new PacedSource(new RecordingSource(reader, 0), speed, () -> nowNs, waitNs -> {
      waits++;
      nowNs += waitNs;
    });
  }

  @Test
  void shouldGiveEachFrameAtItsTimeWhenPlayedAtASpeed() throws Exception {
    PacedSource source = paced(2, 10, 10.1, 10.5, 11);
    long startNs = nowNs;
    for (long expectedMs : new long[]{0, 50, 250, 500}) {
      assertTrue(source.next(frame));
      assertEquals(startNs + expectedMs * MS, nowNs);
    }
    assertFalse(source.next(frame));
  }

  @Test
  void shouldNotWaitUntilItHasCaughtUpWhenItIsLate() throws Exception {
    PacedSource source = paced(1, 0, 0.1, 0.2, 0.3);
    long startNs = nowNs;
    assertTrue(source.next(frame));
    nowNs += 250 * MS;
    assertTrue(source.next(frame));
    assertTrue(source.next(frame));
    assertEquals(startNs + 250 * MS, nowNs);
    assertTrue(source.next(frame));
    assertEquals(startNs + 300 * MS, nowNs);
  }

  @Test
  void shouldEndSoonWhenStoppedWhileItWaits() throws Exception {
    PacedSource[] source = new PacedSource[1];
    RecordingReader reader = RecordingReader.open(RecordingInput.of(new ByteArrayInputStream(Recordings
        .bytes(Recordings.COLUMNS + "\n" + Recordings.restRow(0) + "\n" + Recordings.restRow(3600) + "\n"))));
    source[0] = new PacedSource(new RecordingSource(reader, 0), 1, () -> nowNs, waitNs -> {
      nowNs += waitNs;
      waits++;
      if (waits == 3) {
        source[0].stop();
      }
    });
    assertTrue(source[0].next(frame));
    assertFalse(source[0].next(frame));
    assertEquals(3, waits);
  }

  @Test
  void shouldRefuseASpeedThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> paced(0));
    assertThrows(IllegalArgumentException.class, () -> paced(Double.NaN));
  }
}

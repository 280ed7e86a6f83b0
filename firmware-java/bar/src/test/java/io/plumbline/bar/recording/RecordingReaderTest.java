package io.plumbline.bar.recording;

import static io.plumbline.bar.testing.Recordings.COLUMNS;
import static io.plumbline.bar.testing.Recordings.bytes;
import static io.plumbline.bar.testing.Recordings.gzip;
import static io.plumbline.bar.testing.Recordings.restRow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Phase;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {
  private static RecordingReader open(byte[] content) throws Exception {
    return RecordingReader.open(RecordingInput.of(new ByteArrayInputStream(content)));
  }

  private static RecordingReader open(String content) throws Exception {
    return open(bytes(content));
  }

  private static RecordingReader readAll(byte[] content) throws Exception {
    RecordingReader reader = open(content);
    SensorFrame frame = new SensorFrame();
    while (reader.next(frame)) {
      assertTrue(frame.present() != 0);
    }
    return reader;
  }

  private static String refusal(String content) {
    return String.valueOf(assertThrows(UnusableRecordingException.class, () -> open(content)).getMessage());
  }

  @Test
  void shouldGiveHeaderAndRowsWhenTheRecordingIsGood() throws Exception {
    RecordingReader reader = open("""
      # plumbline-recording: 1
      # exercise: squat
      # load_kg: 102.5
      # facing: -1
      # mount_left: 0.7071 0 0 0.7071
      # lever_left: -0.7 0.01 0
      # note: with: colons
      t_s,left_ax,left_ay,left_az,left_gx,left_gy,left_gz,left_f,truth_z,truth_phase
      0.001,1,2,3,4,5,6,,0.5,ascent
      0.002,,,,,,,-7.5,,
      """);
    assertEquals(Exercise.SQUAT, reader.header().exercise());
    assertEquals(102.5, reader.header().setup().enteredLoadKg());
    assertEquals(-1, reader.header().setup().facing());
    assertEquals(-0.7, reader.header().setup().levers().getFirst().xM());
    assertEquals(Math.sqrt(0.5), reader.header().setup().mounts().getFirst().w(), 1e-12);
    assertEquals(List.of(), reader.notices());
    assertTrue(reader.hasTruth());

    SensorFrame frame = new SensorFrame();
    assertTrue(reader.next(frame));
    assertEquals(1_000_000, frame.timeNs());
    assertEquals(6, frame.get(Channel.LEFT_GZ));
    assertFalse(frame.has(Channel.LEFT_F));
    assertEquals(0.5, reader.truth().get(TruthColumn.Z));
    assertEquals(Phase.ASCENT, reader.truth().phase());

    assertTrue(reader.next(frame));
    assertEquals(Channel.LEFT_F.bit(), frame.present());
    assertEquals(-7.5, frame.get(Channel.LEFT_F));
    assertTrue(Double.isNaN(reader.truth().get(TruthColumn.Z)));
    assertEquals(null, reader.truth().phase());

    assertFalse(reader.next(frame));
    assertEquals(0, reader.defects().total());
    assertEquals("", reader.defects().summary());
  }

  @Test
  void shouldReadTheSameRowsWhenPackedOrWithWindowsLineEndsOrByteOrderMark() throws Exception {
    String csv = COLUMNS + "\n" + restRow(0) + "\n" + restRow(1) + "\n";
    for (byte[] content : List.of(bytes(csv), gzip(bytes(csv)), bytes(csv.replace("\n", "\r\n")), bytes("\uFEFF" + csv),
        bytes(csv + "\n\n"))) {
      RecordingReader reader = readAll(content);
      assertEquals(2, reader.rows());
      assertEquals(0, reader.defects().total());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    TIME         | 1.0,0,0,9.8,0,0,0     | t_s 1.0 after 1.0
    TIME         | 0.5,0,0,9.8,0,0,0     | t_s 0.5 after 1.0
    CELL_COUNT   | 2.0,0,0,9.8,0,0       | 6 instead of 7
    CELL_COUNT   | 2.0,0,0,9.8,0,0,0,0,0 | 9 instead of 7
    CELL_COUNT   | abc                   | 1 instead of 7
    NO_TIME      | ,0,0,9.8,0,0,0        | no time
    NO_NUMBER    | 2.0,0,abc,9.8,0,0,0   | 'abc' in centre_ay
    NO_NUMBER    | zwei,0,0,9.8,0,0,0    | 'zwei' in t_s
    NO_NUMBER    | 2.0,NaN,0,9.8,0,0,0   | 'NaN' in centre_ax
    NO_NUMBER    | 2.0,0,0,-inf,0,0,0    | '-inf' in centre_az
    OUT_OF_RANGE | 2.0,1e999,0,9.8,0,0,0 | '1e999' in centre_ax
    OUT_OF_RANGE | 1e99,0,0,9.8,0,0,0    | '1e99' in t_s
    """)
  void shouldSkipTheRowAndTellItsLineWhenItHasADefect(Defect defect, String row, String detail) throws Exception {
    RecordingReader reader = readAll(
        bytes(COLUMNS + "\n" + restRow(1) + "\n" + row + "\n" + restRow(3) + "\n" + restRow(4) + "\n"));
    assertEquals(3, reader.rows());
    assertEquals(1, reader.defects().count(defect));
    assertEquals(1, reader.defects().total());
    String summary = reader.defects().summary();
    assertTrue(summary.startsWith("line 3: "), summary);
    assertTrue(summary.contains(detail), summary);
  }

  @Test
  void shouldNameFirstLinesAndTotalsWhenThereAreManyDefects() throws Exception {
    StringBuilder csv = new StringBuilder(COLUMNS + "\n");
    for (int i = 0; i < 20; i++) {
      csv.append(restRow(i)).append('\n').append(i < 10 ? "x,0,0,0,0,0,0\n" : "0\n");
    }
    RecordingReader reader = readAll(bytes(csv.toString()));
    assertEquals(
        "lines 23, 25, 27, …: wrong number of cells (1 instead of 7), 10 such rows; give each row as many cells as"
            + " the header row has. lines 3, 5, 7, …: a cell that is no number ('x' in t_s), 10 such rows; leave a cell empty"
            + " where nothing was sampled",
        reader.defects().summary());
    assertEquals(20, reader.rows());
  }

  @Test
  void shouldTellThatTheFileIsCutWhenTheLastLineIsShort() throws Exception {
    RecordingReader reader = readAll(bytes(COLUMNS + "\n" + restRow(1) + "\n2.0,0,0"));
    assertEquals(1, reader.rows());
    assertEquals(1, reader.defects().count(Defect.CUT));
  }

  @Test
  void shouldLeaveTheLastRowOutWithANoticeWhenItsLineEndIsMissing() throws Exception {
    RecordingReader reader = readAll(bytes(COLUMNS + "\n" + restRow(1) + "\n" + restRow(2)));
    assertEquals(1, reader.rows());
    assertEquals(0, reader.defects().total());
    assertEquals(1, reader.notices().size());
  }

  @Test
  void shouldPlayWhatIsThereWhenTheCompressedFileIsCut() throws Exception {
    StringBuilder csv = new StringBuilder(COLUMNS + "\n");
    for (int i = 0; i < 5000; i++) {
      csv.append(restRow(i * 0.0123)).append('\n');
    }
    byte[] packed = gzip(bytes(csv.toString()));
    RecordingReader reader = readAll(Arrays.copyOf(packed, packed.length / 2));
    assertTrue(reader.rows() > 1000);
    assertEquals(1, reader.defects().count(Defect.COMPRESSION));
  }

  @Test
  void shouldStopWhenALineHasNoEnd() throws Exception {
    RecordingReader reader = readAll(bytes(COLUMNS + "\n" + restRow(1) + "\n" + "0".repeat(200_000) + "\n"));
    assertEquals(1, reader.rows());
    assertEquals(1, reader.defects().count(Defect.LINE_TOO_LONG));
  }

  @Test
  void shouldGiveUpWhenOnlyDefectsFollow() throws Exception {
    RecordingReader reader = readAll(bytes(COLUMNS + "\n" + restRow(1) + "\n" + "y\n".repeat(50_000)));
    assertEquals(1, reader.defects().count(Defect.TOO_MANY));
    assertEquals(Defects.MAX_SKIPPED_IN_A_ROW + 1, reader.defects().count(Defect.CELL_COUNT));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    plumbline-recording: 2        | line 1: plumbline-recording is '2', this build reads 1
    exercise: deadlift            | line 1: exercise is no exercise that is known: 'deadlift'
    exercise: squad               | did you mean 'squat'
    facing: forward               | line 1: facing must be +1 or -1, but is 'forward'
    load_kg: heavy                | line 1: load_kg must be a number from 0 to 1000, but is 'heavy'
    bar_kg: -20                   | line 1: bar_kg must be a number from 0 to 1000, but is '-20'
    load_kg: NaN                  | line 1: load_kg must be a number
    mount_left: 1 1 0 0           | line 1: mount_left is no unit quaternion, its length is 1.414
    mount_left: 1 0 0             | line 1: mount_left must be w x y z, but is '1 0 0'
    mount_right: 0 0 0 0          | is no unit quaternion
    lever_centre: 0 0 9           | line 1: lever_centre must be a number from -3 to 3
    """)
  void shouldRefuseTheFileWhenMetadataIsWrong(String line, String message) {
    String refusal = refusal("# " + line + "\n" + COLUMNS + "\n" + restRow(0) + "\n");
    assertTrue(refusal.contains(message), refusal);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    time,centre_ax,centre_ay,centre_az,centre_gx,centre_gy,centre_gz | line 1: no column t_s
    ts,centre_ax                                                     | for 'ts', did you mean 't_s'
    t_s;centre_ax;centre_ay                                          | columns are separated by commas
    t_s,centre_ax,centre_az,centre_gx,centre_gy,centre_gz            | column centre_ay is missing
    t_s,centre_ax,center_ay,centre_az,centre_gx,centre_gy,centre_gz  | for 'center_ay', did you mean 'centre_ay'
    t_s,left_f,right_f                                               | there is no column of one
    t_s,truth_x                                                      | there is no column of one
    t_s,left_f,left_f                                                | column 'left_f' is there twice
    """)
  void shouldRefuseTheFileWhenColumnsAreMissing(String header, String message) {
    String refusal = refusal(header + "\n");
    assertTrue(refusal.contains(message), refusal);
    assertFalse(refusal.contains("\n"), refusal);
  }

  @Test
  void shouldRefuseTheFileWhenItIsNoText() {
    assertTrue(refusal("\0".repeat(300_000)).contains("line 1: is no text"));
    assertTrue(refusal("PK\u0003\u0004whatever").contains("line 1: is no text"));
    assertTrue(refusal("a".repeat(300_000)).contains("line 1: is longer than 65536 bytes"));
    assertTrue(refusal("\n".repeat(5000)).contains("still no header row"));
    assertTrue(refusal("# plumbline-recording: 1\n").contains("ends before the header row"));
    assertTrue(refusal("").contains("is empty"));
  }

  @Test
  void shouldRefuseTheFileWhenItsBeginningIsADamagedGzip() {
    byte[] damaged = {0x1f, (byte) 0x8b, 7, 7};
    assertThrows(UnusableRecordingException.class, () -> open(damaged));
    byte[] cut = Arrays.copyOf(gzip(bytes(COLUMNS + "\n")), 15);
    assertThrows(UnusableRecordingException.class, () -> open(cut));
  }

  @Test
  void shouldTellWhatItIgnoresWhenNamesAreUnknown() throws Exception {
    RecordingReader reader = open("# exercise: squat\n# lod_kg: 5\n# no colon\n" + COLUMNS
        + ",left_xa,temperature,left_ax\n");
    assertEquals(List.of("line 1: the first line should be '# plumbline-recording: 1'",
        "line 2: unknown key 'lod_kg' ignored, did you mean 'load_kg'?",
        "line 3: not of the form '# key: value', ignored",
        "line 4: column left_ay, left_az, left_gx, left_gy, left_gz is missing, so that this sensor is not used",
        "line 4: unknown column 'left_xa' ignored, did you mean 'left_ax'?",
        "line 4: unknown column 'temperature' ignored"), reader.notices());
  }

  @Test
  void shouldSayNothingWhenASimulatorTellsItsTruthInTheHeader() throws Exception {
    RecordingReader reader = open("# plumbline-recording: 1\n# truth_rep_1: {\"rom_m\":0.55}\n" + COLUMNS
        + ",left_ax,left_ay,left_az,left_gx,left_gy,left_gz\n");
    assertEquals(List.of(), reader.notices());
  }
}

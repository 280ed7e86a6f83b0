package io.plumbline.bar.recording;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/// Reads a recording row by row, with memory that does not depend on its length. A row with a defect is counted and skipped; what makes the
/// whole file unusable is an [UnusableRecordingException] of [#open]. Not thread-safe.
public final class RecordingReader implements Closeable {
  private static final int MAX_HEADER_LINES = 1000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RecordingInput input;
  private final LineReader lines;
  private final Notices notices = new Notices();
  private final RecordingHeader header;
  private final RowParser parser;
  private long rows;
  private int skippedInARow;
  private boolean ended;

  private RecordingReader(RecordingInput input) throws UnusableRecordingException, IOException {
    this.input = input;
    this.lines = new LineReader(input.text());
    Metadata metadata = new Metadata(notices);
    this.parser = new RowParser(readHeader(metadata));
    this.header = metadata.build();
  }

  /// Reads the header and leaves the reader before the first row. The reader owns the input from here on, also where this throws.
  ///
  /// @throws UnusableRecordingException where this is no recording, or one without a usable sensor
  public static RecordingReader open(RecordingInput input) throws UnusableRecordingException, IOException {
    try {
      return new RecordingReader(input);
    } catch (UnusableRecordingException | IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private Columns readHeader(Metadata metadata) throws UnusableRecordingException, IOException {
    while (lines.lineNumber() < MAX_HEADER_LINES) {
      String line = headerLine();
      if (line.startsWith("#")) {
        metadata.line(line, lines.lineNumber());
      } else if (!line.isBlank()) {
        return Columns.parse(line, lines.lineNumber(), notices);
      }
    }
    throw new UnusableRecordingException(
        "line " + MAX_HEADER_LINES + ": still no header row; put the names of the columns before the rows");
  }

  private String headerLine() throws UnusableRecordingException, IOException {
    LineReader.Result result;
    try {
      result = lines.next();
    } catch (EOFException | ZipException e) {
      throw new UnusableRecordingException(
          "the compressed stream is cut or damaged in the header; copy the file again");
    }
    if (result == LineReader.Result.END) {
      throw new UnusableRecordingException("line " + lines.lineNumber() + ": ends before the header row; is it whole?");
    }
    String place = "line " + lines.lineNumber() + ": ";
    if (Text.isBinary(lines.buffer(), lines.start(), lines.end())) {
      throw new UnusableRecordingException(place + "is no text; give a recording in CSV, plain or gzip");
    }
    if (result == LineReader.Result.TOO_LONG) {
      throw new UnusableRecordingException(
          place + "is longer than " + LineReader.MAX_LINE_BYTES + " bytes; is this a recording?");
    }
    String line = new String(lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
    return lines.lineNumber() == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }

  /// Fills the frame with the next good row.
  ///
  /// @return false at the end, or where what follows cannot be read; [#defects()] tells which
  public boolean next(SensorFrame frame) throws IOException {
    while (!ended) {
      if (skippedInARow > Defects.MAX_SKIPPED_IN_A_ROW) {
        return end(Defect.TOO_MANY);
      }
      LineReader.Result result;
      try {
        result = lines.next();
      } catch (EOFException | ZipException e) {
        return end(Defect.COMPRESSION);
      }
      switch (result) {
        case END -> ended = true;
        case TOO_LONG -> {
          return end(Defect.LINE_TOO_LONG);
        }
        case LINE -> {
          if (row(frame)) {
            rows++;
            skippedInARow = 0;
            return true;
          }
          skippedInARow++;
        }
      }
    }
    return false;
  }

  private boolean row(SensorFrame frame) {
    if (lines.start() == lines.end()) {
      return false;
    }
    if (!lines.terminated()) {
      return cutRow();
    }
    return parser.parse(lines.buffer(), lines.start(), lines.end(), lines.lineNumber(), frame);
  }

  /// The last line has no line end, so that its last cell may be half a number: it is left out in any case.
  private boolean cutRow() {
    if (parser.cells(lines.buffer(), lines.start(), lines.end()) == parser.columns().count()) {
      notices.add("line " + lines.lineNumber() + ": the last line has no line end, its last cell may be cut: left out");
    } else {
      parser.defects().add(Defect.CUT, lines.lineNumber());
    }
    return false;
  }

  private boolean end(Defect defect) {
    parser.defects().add(defect, lines.lineNumber());
    ended = true;
    return false;
  }

  /// What the recording says about itself.
  public RecordingHeader header() {
    return header;
  }

  /// The sensor columns that are there.
  public Set<Channel> channels() {
    return parser.columns().channels();
  }

  /// Whether there are reference columns.
  public boolean hasTruth() {
    return parser.columns().hasTruth();
  }

  /// The reference values of the last row.
  public TruthFrame truth() {
    return parser.truth();
  }

  /// What a person should know, each on a line: after [#open] what the header gave rise to; more may come until the end.
  public List<String> notices() {
    return notices.lines();
  }

  /// What was wrong with the rows so far.
  public Defects defects() {
    return parser.defects();
  }

  /// Good rows so far.
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}

package io.plumbline.bar.recording;

import io.plumbline.contract.payload.Phase;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import org.jspecify.annotations.Nullable;

/// Takes rows apart. A frame is touched only by a row that is good from end to end.
final class RowParser {
  /// Beyond this no unit of the format is plausible, and squares are still finite.
  private static final double MAX_VALUE = 1e6;
  private static final double MAX_TIME_S = 9e9;
  private static final double NS_PER_S = 1e9;

  private final Channel[] channels = Channel.values();
  private final TruthColumn[] truthColumns = TruthColumn.values();
  private final Columns columns;
  private final Defects defects = new Defects();
  private final TruthFrame truth = new TruthFrame();
  /// Values of the row by cell; NaN where the cell is empty.
  private final double[] values;
  private @Nullable Phase phase;
  private long lastTimeNs = Long.MIN_VALUE;

  RowParser(Columns columns) {
    this.columns = columns;
    this.values = new double[columns.count()];
  }

  /// Puts a row into the frame, or counts its defect and returns false.
  boolean parse(byte[] bytes, int from, int to, long lineNumber, SensorFrame frame) {
    double timeS = Double.NaN;
    phase = null;
    int cell = 0;
    int cellStart = from;
    for (int at = from; at <= to; at++) {
      if (at < to && bytes[at] != ',') {
        continue;
      }
      if (cell == values.length) {
        return countDefect(bytes, from, to, lineNumber);
      }
      Defect defect = cell(cell, bytes, cellStart, at);
      if (defect != null) {
        // A row that is short or long is that first of all: its cells stand in the wrong columns.
        return cells(bytes, from, to) == values.length
            ? bad(defect, cell, bytes, cellStart, at, lineNumber)
            : countDefect(bytes, from, to, lineNumber);
      }
      if (columns.target(cell) == Columns.TIME) {
        timeS = values[cell];
      }
      cell++;
      cellStart = at + 1;
    }
    if (cell != values.length) {
      return countDefect(bytes, from, to, lineNumber);
    }
    if (Double.isNaN(timeS)) {
      defects.add(Defect.NO_TIME, lineNumber);
      return false;
    }
    long timeNs = Math.round(timeS * NS_PER_S);
    if (timeNs <= lastTimeNs) {
      if (defects.add(Defect.TIME, lineNumber)) {
        defects.detail(Defect.TIME, "t_s " + timeS + " after " + lastTimeNs / NS_PER_S);
      }
      return false;
    }
    lastTimeNs = timeNs;
    fill(frame, timeNs);
    return true;
  }

  private boolean countDefect(byte[] bytes, int from, int to, long lineNumber) {
    if (defects.add(Defect.CELL_COUNT, lineNumber)) {
      defects.detail(Defect.CELL_COUNT, cells(bytes, from, to) + " instead of " + values.length);
    }
    return false;
  }

  /// Takes a cell, or says what is wrong with it.
  private @Nullable Defect cell(int cell, byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    while (end > start && bytes[end - 1] == ' ') {
      end--;
    }
    int target = columns.target(cell);
    values[cell] = Double.NaN;
    if (start == end || target == Columns.IGNORED) {
      return null;
    }
    if (target == Columns.PHASE) {
      phase = phaseOf(bytes, start, end);
      return phase == null ? Defect.PHASE : null;
    }
    double value = DecimalParser.parse(bytes, start, end);
    if (Double.isNaN(value)) {
      return Defect.NO_NUMBER;
    }
    values[cell] = value;
    return Math.abs(value) > (target == Columns.TIME ? MAX_TIME_S : MAX_VALUE) ? Defect.OUT_OF_RANGE : null;
  }

  private boolean bad(Defect defect, int cell, byte[] bytes, int from, int to, long lineNumber) {
    if (defects.add(defect, lineNumber)) {
      defects.detail(defect, "'" + Text.shorten(bytes, from, to) + "' in " + Text.shorten(columns.name(cell)));
    }
    return false;
  }

  /// The phase with this name, or null.
  private static @Nullable Phase phaseOf(byte[] bytes, int from, int to) {
    for (Phase phase : Phase.values()) {
      if (phase != Phase.UNKNOWN && matches(phase.name(), bytes, from, to)) {
        return phase;
      }
    }
    return null;
  }

  private static boolean matches(String upperCaseName, byte[] bytes, int from, int to) {
    if (upperCaseName.length() != to - from) {
      return false;
    }
    for (int i = 0; i < upperCaseName.length(); i++) {
      if (Character.toLowerCase(upperCaseName.charAt(i)) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private void fill(SensorFrame frame, long timeNs) {
    frame.reset(timeNs);
    truth.reset();
    if (phase != null) {
      truth.setPhase(phase);
    }
    for (int cell = 0; cell < values.length; cell++) {
      int target = columns.target(cell);
      if (target < 0 || Double.isNaN(values[cell])) {
        continue;
      }
      if (target < Columns.TRUTH) {
        frame.set(channels[target], values[cell]);
      } else {
        truth.set(truthColumns[target - Columns.TRUTH], values[cell]);
      }
    }
  }

  /// Number of cells of a line.
  int cells(byte[] bytes, int from, int to) {
    int cells = 1;
    for (int at = from; at < to; at++) {
      cells += bytes[at] == ',' ? 1 : 0;
    }
    return cells;
  }

  Columns columns() {
    return columns;
  }

  Defects defects() {
    return defects;
  }

  TruthFrame truth() {
    return truth;
  }
}

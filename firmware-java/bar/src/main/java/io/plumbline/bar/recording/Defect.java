package io.plumbline.bar.recording;

/// What can be wrong with a row. Such a row is skipped; the last three end the reading.
public enum Defect {
  TIME("time does not increase", "sort the rows by t_s"),
  CELL_COUNT("wrong number of cells", "give each row as many cells as the header row has"),
  NO_TIME("no time", "fill t_s in each row"),
  NO_NUMBER("a cell that is no number", "leave a cell empty where nothing was sampled"),
  OUT_OF_RANGE("a number beyond all measure", "check the column's unit"),
  PHASE("truth_phase that is no phase", "use rest, tension, ascent, lockout, descent or floor"),
  CUT("the file is cut in the middle of a line", "copy it again"),
  COMPRESSION("the compressed stream is cut or damaged", "copy the file again"),
  LINE_TOO_LONG("a line longer than " + LineReader.MAX_LINE_BYTES + " bytes", "copy the file again"),
  TOO_MANY("more than " + Defects.MAX_SKIPPED_IN_A_ROW + " rows in a row without a sample",
      "export the recording again");

  private final String reason;
  private final String mend;

  Defect(String reason, String mend) {
    this.reason = reason;
    this.mend = mend;
  }

  String reason() {
    return reason;
  }

  String mend() {
    return mend;
  }
}

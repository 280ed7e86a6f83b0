package io.plumbline.bar.recording;

import java.util.ArrayList;
import java.util.List;

/// What was wrong with the rows so far: of each kind the number and the first few places. Of fixed size, however bad the file is.
public final class Defects {
  /// After so many lines in a row without a sample the rest of the file is given up.
  static final int MAX_SKIPPED_IN_A_ROW = 10_000;
  private static final int PLACES = 3;

  private static final class Tally {
    long count;
    String detail = "";
    final List<String> lines = new ArrayList<>(PLACES);
  }

  private final Tally[] tallies = new Tally[Defect.values().length];

  Defects() {
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
  }

  /// Counts a defect and tells whether its detail will be shown, which is so for the first of a kind.
  boolean add(Defect defect, long lineNumber) {
    Tally tally = tallies[defect.ordinal()];
    tally.count++;
    if (tally.count <= PLACES) {
      tally.lines.add(Long.toString(lineNumber));
    }
    return tally.count == 1;
  }

  /// What exactly was wrong at the first defect of a kind.
  void detail(Defect defect, String detail) {
    tallies[defect.ordinal()].detail = detail;
  }

  /// How many defects of a kind there are.
  public long count(Defect defect) {
    return tallies[defect.ordinal()].count;
  }

  /// How many defects there are.
  public long total() {
    long total = 0;
    for (Tally tally : tallies) {
      total += tally.count;
    }
    return total;
  }

  /// All of it on one line: of each kind the first places, the reason, how many, and the likely mend. Empty where nothing is wrong.
  public String summary() {
    List<String> parts = new ArrayList<>();
    for (Defect defect : Defect.values()) {
      Tally tally = tallies[defect.ordinal()];
      if (tally.count > 0) {
        boolean more = tally.count > PLACES;
        parts.add((tally.count == 1 ? "line " : "lines ") + String.join(", ", tally.lines) + (more ? ", …" : "") + ": "
            + defect.reason() + (tally.detail.isEmpty() ? "" : " (" + tally.detail + ")")
            + (tally.count == 1 ? "" : ", " + tally.count + " such rows") + "; " + defect.mend());
      }
    }
    return String.join(". ", parts);
  }
}

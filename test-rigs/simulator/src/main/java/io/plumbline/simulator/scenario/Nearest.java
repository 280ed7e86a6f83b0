package io.plumbline.simulator.scenario;

import java.util.Comparator;
import java.util.List;

/// Finds what was probably meant.
public final class Nearest {
  private Nearest() {}

  /// The candidate with the fewest edits; the first of several, empty without any.
  public static String of(String typed, List<String> candidates) {
    return candidates.stream().min(Comparator.comparingInt(candidate -> edits(typed, candidate))).orElse("");
  }

  /// Levenshtein's distance.
  static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}

package io.plumbline.bar.text;

import java.util.Collection;
import java.util.Locale;

/// Finds the name that was probably meant.
public final class NearestName {
  private static final int MAX_EDITS = 2;

  private NearestName() {}

  /// `, did you mean '…'?` where a known name is near, or an empty text.
  public static String hint(String name, Collection<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    String best = "";
    int fewest = MAX_EDITS + 1;
    for (String candidate : known) {
      int edits = edits(lower, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : ", did you mean '" + best + "'?";
  }

  /// Levenshtein distance.
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

package io.plumbline.bar.recording;

import java.util.ArrayList;
import java.util.List;

/// What a person should know of a recording that is played nevertheless. Of bounded size.
final class Notices {
  private static final int MAX = 20;

  private final List<String> lines = new ArrayList<>();
  private int dropped;

  void add(String line) {
    if (lines.size() < MAX) {
      lines.add(line);
    } else {
      dropped++;
    }
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (dropped > 0) {
      all.add("and " + dropped + " more notices");
    }
    return List.copyOf(all);
  }
}

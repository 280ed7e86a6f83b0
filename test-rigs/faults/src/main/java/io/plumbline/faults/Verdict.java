package io.plumbline.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares what was generated with what is stored: each summary exactly once, with the same content, in an order that can be found again.
///
/// @param generated summaries that stood on a bar's disk
/// @param unwritten summaries that are stored though no disk of the bar has taken them: sent from memory, for its disk was full or failed
/// @param curves    stored curves; they are not promised, and kept as long as the broker keeps them
/// @param faults    one line for each thing that is not as promised
public record Verdict(long generated, long stored, long unwritten, long curves, long generatedCurves,
    List<String> faults) {
  private static final int MOST_LINES = 20;

  public Verdict {
    faults = List.copyOf(faults);
  }

  /// Whether nothing is wrong, and there was something to compare.
  public boolean isGood() {
    return faults.isEmpty() && generated > 0;
  }

  /// Compares one bar's disk with one daemon's.
  ///
  /// @param journals the bar's folder of journals
  /// @param data     the daemon's data folder
  public static Verdict ofFolders(Path journals, Path data) {
    Generated generated = new Generated();
    generated.add(journals);
    return of(generated, Stored.read(data), Set.of(), List.of());
  }

  /// @param fromMemory journals of runs whose disk was full or failed
  /// @param untold     what was found while the campaign ran
  static Verdict of(Generated generated, Stored stored, Set<String> fromMemory, List<String> untold) {
    List<String> faults = new ArrayList<>(untold);
    faults.addAll(generated.contradictions());
    for (Map.Entry<Key, String> each : generated.summaries().entrySet()) {
      String there = stored.summaries().get(each.getKey());
      if (there == null) {
        faults.add(each.getKey() + " is lost");
      } else if (!there.equals(each.getValue())) {
        faults.add(each.getKey() + " is stored with other content");
      }
    }
    Set<Key> more = new TreeSet<>(stored.summaries().keySet());
    more.removeAll(generated.summaries().keySet());
    long unwritten = more.stream().filter(key -> fromMemory.contains(key.journalId())).count();
    more.stream().filter(key -> !fromMemory.contains(key.journalId()))
        .forEach(key -> faults.add(key + " is stored, but was published before it was on the bar's disk"));
    if (stored.rows() != stored.summaries().size()) {
      faults.add(stored.summaries().size() + " summaries, but " + stored.rows() + " rows of measures");
    }
    if (stored.conflicts() > 0) {
      faults.add(stored.conflicts() + " summaries came again with other content");
    }
    faults.addAll(stored.disorders());
    return new Verdict(generated.summaries().size(), stored.summaries().size(), unwritten, stored.curves().size(),
        generated.curves().size(), faults);
  }

  /// For a person.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(generated + " summaries (reps and sets) stood in journals, " + stored + " are stored"
        + (unwritten > 0 ? ", " + unwritten + " of them sent from memory while the bar's disk took nothing" : "")
        + "; curves: " + curves + " of " + generatedCurves + " (not promised)");
    faults.stream().limit(MOST_LINES).forEach(lines::add);
    if (faults.size() > MOST_LINES) {
      lines.add("and " + (faults.size() - MOST_LINES) + " more");
    }
    lines.add(isGood() ? "Each exactly once, content equal, order recoverable." : "NOT as promised: see above.");
    return lines;
  }
}

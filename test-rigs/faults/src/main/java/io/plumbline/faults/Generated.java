package io.plumbline.faults;

import io.plumbline.faults.JournalRecords.Contents;
import io.plumbline.faults.JournalRecords.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What bars have promised to keep: all summaries that were ever found in a journal on a disk.
final class Generated {
  private static final String SUFFIX = ".journal";

  private final NavigableMap<Key, String> summaries = new TreeMap<>();
  private final NavigableMap<Key, String> curves = new TreeMap<>();
  private final List<String> contradictions = new ArrayList<>();

  /// Takes what is in the journals of a folder now.
  void add(Path folder) {
    for (Path file : files(folder)) {
      try {
        Contents contents = JournalRecords.read(file);
        contents.records().forEach(entry -> add(contents, entry));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
  }

  /// The journals of a folder.
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private void add(Contents contents, Entry entry) {
    String kind = switch (entry.kind()) {
      case JournalRecords.REP -> "rep";
      case JournalRecords.SET -> "set";
      case JournalRecords.TRACE -> "trace";
      default -> "";
    };
    if (kind.isEmpty()) {
      return;
    }
    Key key = new Key(contents.barId(), contents.journalId(), entry.sequence(), kind);
    String text = entry.text();
    String before = ("trace".equals(kind) ? curves : summaries).putIfAbsent(key, text);
    if (before != null && !before.equals(text)) {
      contradictions.add(key + " stands in the journal twice, with two contents");
    }
  }

  NavigableMap<Key, String> summaries() {
    return summaries;
  }

  NavigableMap<Key, String> curves() {
    return curves;
  }

  List<String> contradictions() {
    return contradictions;
  }

  /// How many reps a journal has.
  long reps(String journalId) {
    return summaries.keySet().stream().filter(key -> key.journalId().equals(journalId) && "rep".equals(key.kind()))
        .count();
  }
}

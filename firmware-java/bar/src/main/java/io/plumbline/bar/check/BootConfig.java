package io.plumbline.bar.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A Raspberry Pi's `config.txt`, as far as buses are switched on in it (Raspberry Pi documentation, "config.txt" and "Device trees, overlays,
/// and parameters"). Files that it includes are not read.
///
/// Immutable.
final class BootConfig {
  private static final String ALL = "all";
  private static final Set<String> ON = Set.of("", "on", "true", "yes", "1");

  /// One parameter or overlay.
  ///
  /// @param section the filter that it stands under, `all` for every board
  /// @param overlay the overlay's name, `base` for a parameter of the board itself
  /// @param name    parameter, empty for the overlay itself
  /// @param value   as written
  private record Entry(String section, String overlay, String name, String value) {
    static final String BASE = "base";
  }

  private final List<Entry> entries;

  private BootConfig(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// Reads the file.
  ///
  /// @return empty where there is none, as on any computer but a Pi
  /// @throws IOException where it is there and cannot be read
  static Optional<BootConfig> read(Path file) throws IOException {
    try {
      // Latin-1: no byte of a comment can make it unreadable.
      return Optional.of(parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static BootConfig parse(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    String section = ALL;
    for (String raw : lines) {
      String line = raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip().toLowerCase(Locale.ROOT);
      } else if (line.startsWith("dtparam=")) {
        add(entries, section, Entry.BASE, line.substring("dtparam=".length()).split(",", -1), 0);
      } else if (line.startsWith("dtoverlay=")) {
        String[] words = line.substring("dtoverlay=".length()).split(",", -1);
        entries.add(new Entry(section, words[0].strip(), "", ""));
        add(entries, section, words[0].strip(), words, 1);
      }
    }
    return new BootConfig(entries);
  }

  private static void add(List<Entry> entries, String section, String overlay, String[] words, int first) {
    for (int i = first; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      entries.add(new Entry(section, overlay, parts[0].strip(), parts.length == 1 ? "" : parts[1].strip()));
    }
  }

  /// Whether a parameter of the board is on: what stands last counts, and what stands under a filter may be for this board.
  boolean isOn(Set<String> names) {
    return last(names).filter(value -> ON.contains(value.toLowerCase(Locale.ROOT))).isPresent();
  }

  /// The last value of a parameter of the board under any of its names.
  Optional<String> last(Set<String> names) {
    return entries.stream().filter(entry -> entry.overlay().equals(Entry.BASE) && names.contains(entry.name()))
        .map(Entry::value).reduce((earlier, later) -> later);
  }

  /// Whether an overlay of one of these names is loaded, under whichever filter.
  boolean hasOverlay(Set<String> names) {
    return entries.stream().anyMatch(entry -> entry.name().isEmpty() && names.contains(entry.overlay()));
  }

  /// Whether buses are only switched on under a filter, so that it may be another board's.
  boolean hasFilters() {
    return entries.stream().anyMatch(entry -> !entry.section().equals(ALL));
  }
}

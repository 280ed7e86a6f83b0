package io.plumbline.bar.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// Brings a configuration of an older version to this one. It changes the text, not the values, so that comments and lines stay where they are.
///
/// @param layer   of this version
/// @param text    of this version, with its lines in the old places; it need not say its version
/// @param changes one for each setting that was renamed, for people; empty for a file of this version
public record ConfigMigration(Layer layer, String text, List<String> changes) {
  /// Of the format; a file that does not say its version is of 0.
  public static final int VERSION = 1;
  private static final String VERSION_KEY = "version";
  /// Version 1: 1 048 576 bytes are a MiB.
  private static final List<Rename> TO_1 = List.of(new Rename("recording", "file_mb", "file_mib"),
      new Rename("recording", "total_mb", "total_mib"));

  private record Rename(String table, String old, String now) {
    List<String> oldPath() {
      return List.of(table, old);
    }

    List<String> newPath() {
      return List.of(table, now);
    }
  }

  public ConfigMigration {
    changes = List.copyOf(changes);
  }

  /// Reads a text of any version that is known.
  public static ConfigMigration of(String origin, String text) throws ConfigException {
    Layer layer = Layer.parse(origin, text);
    if (version(layer) == VERSION) {
      return new ConfigMigration(layer, text, List.of());
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    List<String> changes = new ArrayList<>();
    for (Rename rename : TO_1) {
      apply(rename, layer, lines, changes);
    }
    TomlPosition said = layer.table().inputPositionOf(List.of(VERSION_KEY));
    if (said != null) {
      edit(lines, said, "0", String.valueOf(VERSION));
    }
    String migrated = String.join("\n", lines);
    Layer result = Layer.parse(origin, migrated);
    for (Rename rename : TO_1) {
      if (result.table().get(rename.oldPath()) != null) {
        throw new ConfigException(Layer.at(origin, layer.table().inputPositionOf(rename.oldPath())) + ": "
            + rename.table + '.' + rename.old + " is called " + rename.now + " now: rename it by hand");
      }
    }
    return new ConfigMigration(result, migrated, changes);
  }

  private static int version(Layer layer) throws ConfigException {
    Object version = layer.table().get(List.of(VERSION_KEY));
    if (version == null) {
      return 0;
    }
    String place = Layer.at(layer.origin(), layer.table().inputPositionOf(List.of(VERSION_KEY)));
    if (!(version instanceof Long number) || number < 0) {
      throw new ConfigException(place + ": version must be " + VERSION + ", but is " + version);
    }
    if (number > VERSION) {
      throw new ConfigException(place + ": version is " + version + ", but this Plumbline knows none above " + VERSION
          + ": update it, or write the file for version " + VERSION);
    }
    return number.intValue();
  }

  private static void apply(Rename rename, Layer layer, List<String> lines, List<String> changes)
      throws ConfigException {
    TomlParseResult table = layer.table();
    TomlPosition position = position(table, rename);
    if (position == null) {
      return;
    }
    if (table.get(rename.newPath()) != null) {
      throw new ConfigException(Layer.at(layer.origin(), position) + ": " + rename.table + '.' + rename.old
          + " is the old name of " + rename.now + ", which is there too: remove one of them");
    }
    edit(lines, position, rename.old, rename.now);
    changes.add(rename.table + '.' + rename.old + " (line " + position.line() + ") is now " + rename.now);
  }

  private static @Nullable TomlPosition position(TomlParseResult table, Rename rename) {
    return table.isTable(rename.table) ? table.inputPositionOf(rename.oldPath()) : null;
  }

  /// Replaces a word of the line; where it cannot be found the line stays.
  private static void edit(List<String> lines, TomlPosition position, String old, String now) {
    int index = position.line() - 1;
    String line = lines.get(index);
    Matcher word = Pattern.compile("\\b" + Pattern.quote(old) + "\\b").matcher(line);
    if (word.find(Math.min(line.length(), Math.max(0, position.column() - 1)))) {
      lines.set(index, line.substring(0, word.start()) + now + line.substring(word.end()));
    }
  }

  /// The text with its version in it, as it is to be written down.
  public String versionedText() {
    if (layer.table().get(List.of(VERSION_KEY)) != null) {
      return text;
    }
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    return VERSION_KEY + " = " + VERSION + end + text;
  }
}

package io.plumbline.simulator.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Refuses whatever a file has that no table knows, of the wrong type or out of range.
final class Checker {
  private final TomlSource source;

  Checker(TomlSource source) {
    this.source = source;
  }

  void check(TomlTable file) {
    check(file, Knobs.FILE, "", "", null);
  }

  /// @param group dotted beginning of the keys in `table`, with its last dot
  /// @param path  of the section, for messages
  /// @param start where the section begins, null for the file's own
  private void check(TomlTable table, Section section, String group, String path, @Nullable TomlPosition start) {
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      TomlPosition position = table.inputPositionOf(List.of(key));
      String full = group + key;
      if (key.indexOf('.') >= 0) {
        throw source.refuse(position, "the key \"" + key + "\" is one word in its quotes: write it without them");
      }
      Optional<Knob> knob = section.knob(full);
      Optional<Section> inner = group.isEmpty() ? section.section(key) : Optional.empty();
      if (knob.isPresent()) {
        checkValue(knob.get(), value, position);
      } else if (inner.isPresent()) {
        checkSection(inner.get(), value, position, path);
      } else if (section.hasGroup(full)) {
        if (!(value instanceof TomlTable nested)) {
          throw source.refuse(position, "'" + full + "' is a table of keys, such as '" + example(section, full) + "'");
        }
        check(nested, section, full + ".", path, position);
      } else {
        throw unknown(section, full, position, path);
      }
    }
    if (group.isEmpty()) {
      checkNeeded(table, section, path, start);
    }
  }

  private static String example(Section section, String group) {
    return section.names().stream().filter(name -> name.startsWith(group + ".")).findFirst().orElse(group);
  }

  private ScenarioException unknown(Section section, String key, @Nullable TomlPosition position, String path) {
    String place = path.isEmpty() ? "at the top of the file" : "in [" + path + "]";
    return source.refuse(position,
        "unknown key '" + key + "' " + place + "; nearest: '" + Nearest.of(key, section.names()) + "'");
  }

  private void checkNeeded(TomlTable table, Section section, String path, @Nullable TomlPosition start) {
    for (Knob knob : section.own()) {
      if (knob.isNeeded() && table.get(knob.path()) == null) {
        String place = path.isEmpty() ? "" : " in [" + path + "]";
        throw source.refuse(start,
            "'" + knob.key() + "' is missing" + place + ": " + knob.meaning() + " (" + knob.range() + ")");
      }
    }
  }

  private void checkSection(Section section, @Nullable Object value, @Nullable TomlPosition position, String path) {
    String full = path.isEmpty() ? section.name() : path + "." + section.name();
    if (!section.many()) {
      if (!(value instanceof TomlTable table)) {
        throw source.refuse(position, "'" + full + "' must be one table: write [" + full + "]");
      }
      check(table, section, "", full, position);
      return;
    }
    if (!(value instanceof TomlArray array) || !array.toList().stream().allMatch(TomlTable.class::isInstance)) {
      throw source.refuse(position, "'" + full + "' must be a list of tables: write [[" + full + "]]");
    }
    for (int i = 0; i < array.size(); i++) {
      check(array.getTable(i), section, "", full, array.inputPositionOf(i));
    }
  }

  private void checkValue(Knob knob, @Nullable Object value, @Nullable TomlPosition position) {
    boolean fits = switch (knob.type()) {
      case NUMBER -> value instanceof Number number && inRange(knob, number.doubleValue());
      case WHOLE -> value instanceof Long number && inRange(knob, number);
      case FLAG -> value instanceof Boolean;
      case TEXT -> value instanceof String text && !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
      case CHOICE -> value instanceof String text && knob.choices().contains(text);
      case LIST -> value instanceof TomlArray array && isSubset(knob, array);
    };
    if (!fits) {
      String unit = knob.unit().isEmpty() ? "" : " " + knob.unit();
      throw source.refuse(position,
          "'" + knob.key() + "' must be " + allowed(knob) + unit + ", but is " + shown(value) + mend(knob, value));
    }
  }

  private static String allowed(Knob knob) {
    return switch (knob.type()) {
      case NUMBER -> "a number from " + knob.range();
      case WHOLE -> "a whole number from " + Knob.plain(knob.low()) + " to " + Knob.plain(knob.high());
      case TEXT -> "one line of text";
      case LIST -> "a list of " + knob.range() + ", each once";
      default -> knob.range();
    };
  }

  private static String mend(Knob knob, @Nullable Object value) {
    return knob.type() == Knob.Type.CHOICE && value instanceof String text
        ? "; nearest: \"" + Nearest.of(text, knob.choices()) + '"'
        : "";
  }

  private static boolean inRange(Knob knob, double value) {
    return value >= knob.low() && value <= knob.high();
  }

  private static boolean isSubset(Knob knob, TomlArray array) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof String text) || !knob.choices().contains(text) || !seen.add(text)) {
        return false;
      }
    }
    return true;
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text).replace('\n', ' ') + '"';
      case TomlTable table -> "a table";
      case TomlArray array -> array.size() > 8 ? "a list of " + array.size() : array.toJson().replaceAll("\\s+", " ");
      case Double number -> Knob.plain(number);
      default -> value.toString();
    };
  }
}

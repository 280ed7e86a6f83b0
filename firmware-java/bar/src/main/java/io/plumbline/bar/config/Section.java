package io.plumbline.bar.config;

import io.plumbline.bar.text.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// A table as the layers have it together: the first layer that has a key decides. Remembers which keys were asked for, so that the others can
/// be refused, and writes down each value with its origin.
public final class Section {
  private final String path;
  private final List<Part> parts;
  private final List<Setting> settings;
  private final Set<String> known = new LinkedHashSet<>();

  /// The table of one layer.
  ///
  /// @param place where it begins
  record Part(String origin, TomlTable table, String place) {}

  /// A value and where it stands.
  private record Found(Object value, String place) {}

  /// The whole of one source.
  public static Section of(Layer layer) {
    return new Section("", List.of(new Part(layer.origin(), layer.table(), layer.origin())), new ArrayList<>());
  }

  Section(String path, List<Part> parts, List<Setting> settings) {
    this.path = path;
    this.parts = parts;
    this.settings = settings;
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /// The table with this name inside this one; empty where no layer has it.
  public Section section(String key) throws ConfigException {
    known.add(key);
    List<Part> inner = new ArrayList<>();
    for (Part part : parts) {
      Object value = part.table.get(List.of(key));
      if (value instanceof TomlTable table) {
        inner.add(new Part(part.origin, table, place(part, key)));
      } else if (value != null) {
        throw refuse(place(part, key), name(key), "is a table: write [" + name(key) + "]");
      }
    }
    return new Section(name(key), inner, settings);
  }

  /// The `[[key]]` tables of the first layer that has any.
  public List<Section> sections(String key) throws ConfigException {
    known.add(key);
    for (Part part : parts) {
      Object value = part.table.get(List.of(key));
      if (value instanceof TomlArray array && array.toList().stream().allMatch(TomlTable.class::isInstance)) {
        List<Section> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          all.add(new Section(name(key) + "[" + (i + 1) + "]",
              List.of(new Part(part.origin, array.getTable(i), Layer.at(part.origin, array.inputPositionOf(i)))),
              settings));
        }
        return all;
      }
      if (value != null) {
        throw refuse(place(part, key), name(key), "is a list of tables: write [[" + name(key) + "]]");
      }
    }
    return List.of();
  }

  private static String place(Part part, String key) {
    return Layer.at(part.origin, part.table.inputPositionOf(List.of(key)));
  }

  private static ConfigException refuse(String place, String name, String reason) {
    return new ConfigException(place + ": " + name + " " + reason);
  }

  private @Nullable Found find(String key) {
    known.add(key);
    for (Part part : parts) {
      Object value = part.table.get(List.of(key));
      if (value != null) {
        return new Found(value, place(part, key));
      }
    }
    return null;
  }

  private Found need(String key) throws ConfigException {
    Found found = find(key);
    if (found == null) {
      throw new ConfigException(
          (parts.isEmpty() ? "configuration" : parts.getFirst().place) + ": " + name(key) + " is missing: write '" + key
              + " = ...' there");
    }
    return found;
  }

  /// A value as a person has written it: a number in quotes is none.
  private static String shown(Object value) {
    return value instanceof String text
        ? "the text \"" + text + '"'
        : value instanceof TomlTable ? "a table" : value instanceof TomlArray ? "a list" : String.valueOf(value);
  }

  private void tell(String key, Object value, String place) {
    settings.add(new Setting(name(key), String.valueOf(value), place));
  }

  /// A whole number within bounds.
  public int whole(String key, long least, long most) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof Long number) || number < least || number > most) {
      throw refuse(found.place, name(key),
          "must be a whole number from " + least + " to " + most + ", but is " + shown(found.value));
    }
    tell(key, number, found.place);
    return number.intValue();
  }

  /// A whole number within bounds, or what is given where no layer has one.
  int whole(String key, long least, long most, int otherwise) throws ConfigException {
    return find(key) == null ? otherwise(key, otherwise) : whole(key, least, most);
  }

  /// A number within bounds.
  public double number(String key, double least, double most) throws ConfigException {
    Found found = need(key);
    double value = found.value instanceof Number number ? number.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw refuse(found.place, name(key),
          "must be a number from " + least + " to " + most + ", but is " + shown(found.value));
    }
    tell(key, value, found.place);
    return value;
  }

  /// True or false.
  public boolean flag(String key) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof Boolean value)) {
      throw refuse(found.place, name(key), "must be true or false, but is " + shown(found.value));
    }
    tell(key, value, found.place);
    return value;
  }

  /// A text that matches a rule; the rule in words for people.
  public String text(String key, String pattern, String rule) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof String value) || !value.matches(pattern)) {
      throw refuse(found.place, name(key), "must be " + rule + ", but is "
          + (found.value instanceof String text ? "'" + text + "'" : shown(found.value) + ", no text in quotes"));
    }
    tell(key, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"', found.place);
    return value;
  }

  /// A text.
  ///
  /// @param problem why a value cannot be used, as the end of a sentence that begins with the key; empty where it can
  String text(String key, Function<String, Optional<String>> problem) throws ConfigException {
    String value = text(key, "[^\\p{Cntrl}]*", "a text");
    Optional<String> reason = problem.apply(value);
    if (reason.isPresent()) {
      throw refuse(key, reason.get());
    }
    return value;
  }

  /// One of some words.
  public String word(String key, List<String> words) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof String value) || !words.contains(value)) {
      throw refuse(found.place, name(key),
          "must be one of " + String.join(", ", words) + ", but is '" + found.value + "'"
              + NearestName.hint(String.valueOf(found.value), words));
    }
    tell(key, '"' + value + '"', found.place);
    return value;
  }

  /// One of some words, or what is given where no layer has one.
  String word(String key, List<String> words, String otherwise) throws ConfigException {
    if (find(key) == null) {
      tell(key, '"' + otherwise + '"', "default");
      return otherwise;
    }
    return word(key, words);
  }

  /// As many numbers as are given for where no layer has any.
  List<Double> numbers(String key, List<Double> otherwise) throws ConfigException {
    int count = otherwise.size();
    Found found = find(key);
    if (found == null) {
      tell(key, otherwise, "default");
      return otherwise;
    }
    if (!(found.value instanceof TomlArray array) || array.size() != count) {
      throw refuse(found.place, name(key), "must be a list of " + count + " numbers, but is "
          + (found.value instanceof TomlArray other ? "one of " + other.size() : shown(found.value)));
    }
    List<Double> values = new ArrayList<>();
    for (Object entry : array.toList()) {
      if (!(entry instanceof Number number) || !Double.isFinite(number.doubleValue())) {
        throw refuse(found.place, name(key), "must be a list of " + count + " numbers, but holds " + shown(entry));
      }
      values.add(number.doubleValue());
    }
    tell(key, values, found.place);
    return values;
  }

  /// Numbers, as many as there are.
  public List<Double> numbers(String key) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof TomlArray array)) {
      throw refuse(found.place, name(key), "must be a list of numbers");
    }
    return numbers(key, Collections.nCopies(array.size(), 0.0));
  }

  /// As many numbers as are wanted.
  public List<Double> numbers(String key, int count) throws ConfigException {
    need(key);
    return numbers(key, Collections.nCopies(count, 0.0));
  }

  /// Whole numbers within bounds, at least one of them.
  ///
  /// @param mostCount how many there may be
  List<Integer> wholes(String key, long least, long most, int mostCount) throws ConfigException {
    Found found = need(key);
    if (!(found.value instanceof TomlArray array) || array.isEmpty() || array.size() > mostCount) {
      throw refuse(found.place, name(key), "must be a list of 1 to " + mostCount + " whole numbers");
    }
    List<Integer> values = new ArrayList<>();
    for (Object entry : array.toList()) {
      if (!(entry instanceof Long number) || number < least || number > most) {
        throw refuse(found.place, name(key),
            "must be a list of whole numbers from " + least + " to " + most + ", but holds " + entry);
      }
      values.add(number.intValue());
    }
    tell(key, values, found.place);
    return values;
  }

  /// Whether there is such a key.
  public boolean has(String key) {
    return find(key) != null;
  }

  private int otherwise(String key, int value) {
    tell(key, value, "default");
    return value;
  }

  /// An error about a value of this table.
  public ConfigException refuse(String key, String reason) {
    Found found = find(key);
    return refuse(found == null ? "configuration" : found.place, name(key), reason);
  }

  /// Refuses a key that belongs elsewhere, without repeating its value.
  void forbid(String key, String reason) throws ConfigException {
    for (Part part : parts) {
      if (part.table.get(List.of(key)) != null) {
        throw refuse(place(part, key), name(key), reason);
      }
    }
  }

  /// Refuses keys that nobody asked for.
  public void refuseUnknown() throws ConfigException {
    for (Part part : parts) {
      for (String key : part.table.keySet()) {
        if (!known.contains(key)) {
          throw new ConfigException(place(part, key) + ": there is no setting " + name(key)
              + NearestName.hint(key, known)
              + " (known" + (path.isEmpty() ? "" : " in [" + path + "]") + ": " + String.join(", ", known) + ")");
        }
      }
    }
  }
}

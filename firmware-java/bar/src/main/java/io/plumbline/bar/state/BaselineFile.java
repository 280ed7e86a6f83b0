package io.plumbline.bar.state;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.file.DurableFile;
import io.plumbline.core.technique.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// The file `baselines.toml` in the state folder: what is usual for each athlete in each exercise. Not thread-safe.
public final class BaselineFile {
  /// Name in the state folder.
  public static final String NAME = "baselines.toml";
  private static final long VERSION = 1;
  private static final String MEND = "; move the file away to begin anew";

  private final Path path;

  /// Whose it is.
  record Owner(String athlete, String exercise) implements Comparable<Owner> {
    @Override
    public int compareTo(Owner other) {
      int byAthlete = athlete.compareTo(other.athlete);
      return byAthlete == 0 ? exercise.compareTo(other.exercise) : byAthlete;
    }
  }

  /// @param folder of everything that the bar keeps; need not exist
  public BaselineFile(Path folder) {
    this.path = folder.resolve(NAME);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// What is known of an athlete in an exercise, empty where that is nothing.
  ///
  /// @throws ConfigException where the file cannot be used, with one line for a person
  public Optional<Baseline> find(String athlete, String exercise) throws ConfigException {
    Map<String, String> texts = read().get(new Owner(athlete, exercise));
    if (texts == null) {
      return Optional.empty();
    }
    Baseline baseline = new Baseline();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      try {
        BaselineText.restore(baseline, text.getKey(), text.getValue());
      } catch (IllegalArgumentException e) {
        throw new ConfigException(path + ": " + athlete + ", " + exercise + ", " + text.getKey() + ": " + e.getMessage()
            + MEND);
      }
    }
    return Optional.of(baseline);
  }

  /// Keeps a baseline beside those of others. However this ends, the file is the old one or the new one.
  public void keep(String athlete, String exercise, Baseline baseline) throws IOException, ConfigException {
    Map<Owner, Map<String, String>> all = read();
    all.put(new Owner(athlete, exercise), BaselineText.of(baseline));
    DurableFile.write(path, text(all));
  }

  /// Moves a file that cannot be used out of the way.
  ///
  /// @return its new name
  public Path putAside() throws IOException {
    Path aside = path.resolveSibling(NAME + ".unusable");
    Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    return aside;
  }

  private static String text(Map<Owner, Map<String, String>> all) {
    StringBuilder text = new StringBuilder(
        "# What is usual for each athlete and exercise, as the bar learned it: count, mean and spread of each measure, SI.\n")
        .append("version = ").append(VERSION).append('\n');
    all.forEach((owner, texts) -> {
      text.append("\n[[baseline]]\nathlete = ").append(quoted(owner.athlete)).append("\nexercise = ")
          .append(quoted(owner.exercise)).append("\n[baseline.measures]\n");
      texts.forEach((measure, state) -> text.append(measure).append(" = ").append(quoted(state)).append('\n'));
    });
    return text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Map<Owner, Map<String, String>> read() throws ConfigException {
    Map<Owner, Map<String, String>> all = new TreeMap<>();
    if (!Files.exists(path)) {
      return all;
    }
    TomlParseResult toml = parse();
    Object version = toml.get("version");
    if (!Long.valueOf(VERSION).equals(version)) {
      throw new ConfigException(path + ": version must be " + VERSION + ", but is " + version
          + "; a newer Plumbline wrote it, or nobody" + MEND);
    }
    Object list = toml.get("baseline");
    if (list == null) {
      return all;
    }
    if (!(list instanceof TomlArray entries)) {
      throw new ConfigException(path + ": baseline must be a list of tables" + MEND);
    }
    for (int i = 0; i < entries.size(); i++) {
      String place = "baseline " + (i + 1);
      if (!(entries.get(i) instanceof TomlTable entry)) {
        throw new ConfigException(path + ": " + place + " must be a table" + MEND);
      }
      all.put(new Owner(text(entry, "athlete", place), text(entry, "exercise", place)), measures(entry, place));
    }
    return all;
  }

  private TomlParseResult parse() throws ConfigException {
    try {
      TomlParseResult toml = Toml.parse(path);
      if (toml.hasErrors()) {
        throw new ConfigException(path + ": " + toml.errors().getFirst().toString().lines().findFirst().orElse("")
            + MEND);
      }
      return toml;
    } catch (IOException e) {
      throw new ConfigException(path + ": cannot be read: " + e.getMessage() + MEND);
    }
  }

  private String text(TomlTable entry, String key, String place) throws ConfigException {
    if (entry.get(key) instanceof String text) {
      return text;
    }
    throw new ConfigException(path + ": " + place + ": " + key + " must be a text" + MEND);
  }

  private Map<String, String> measures(TomlTable entry, String place) throws ConfigException {
    if (!(entry.get("measures") instanceof TomlTable table)) {
      throw new ConfigException(path + ": " + place + ": measures must be a table" + MEND);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      texts.put(key, text(table, key, place));
    }
    return texts;
  }
}

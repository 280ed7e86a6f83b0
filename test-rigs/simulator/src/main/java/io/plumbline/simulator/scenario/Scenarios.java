package io.plumbline.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// Where scenarios come from: a file, the library by name, chance. All throw a [ScenarioException] with one line for people where there is
/// none to be had. Stateless.
public final class Scenarios {
  private static final String FOLDER = "/io/plumbline/simulator/scenarios/";

  private Scenarios() {}

  /// The scenario of a TOML file, drawn from the file's own seed.
  public static Scenario load(Path file) {
    return load(file, OptionalLong.empty());
  }

  /// @param seed for the reps' chance, instead of the file's own
  public static Scenario load(Path file, OptionalLong seed) {
    return ScenarioReader.read(TomlSource.of(file), seed);
  }

  /// A scenario of the library, drawn from its own seed.
  public static Scenario named(String name) {
    return named(name, OptionalLong.empty());
  }

  /// @param seed for the reps' chance, instead of its own
  public static Scenario named(String name, OptionalLong seed) {
    return ScenarioReader.read(new TomlSource(name + ".toml", name, text(name)), seed);
  }

  /// Names of the library, in the order of its documentation.
  public static List<String> names() {
    return resource("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// The file of a scenario of the library.
  public static String text(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new ScenarioException("no scenario is named '" + name + "'; nearest: '" + Nearest.of(name, names) + "'");
    }
    return resource(name + ".toml");
  }

  private static String resource(String file) {
    try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

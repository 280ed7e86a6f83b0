package io.plumbline.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where scenarios come from: a file, the library by name, chance. All throw a [ScenarioException] with one line for people where there is
/// none to be had. Stateless.
public final class Scenarios {
  /// Largest seed of a file or of a random scenario.
  public static final long MOST_SEED = 999_999_999_999_999L;

  private static final String FOLDER = "/io/plumbline/simulator/scenarios/";

  private static final Pattern RANDOM = Pattern.compile("random-(\\d{1,15})");

  private Scenarios() {}

  /// The scenario of a TOML file, drawn from the file's own seed.
  public static Scenario load(Path file) {
    return load(file, OptionalLong.empty());
  }

  /// The scenario of a TOML file.
  ///
  /// @param seed instead of the file's own, where there is one
  public static Scenario load(Path file, OptionalLong seed) {
    return ScenarioReader.read(TomlSource.of(file), seed);
  }

  /// A scenario of the library, or `random-` and a seed, drawn from its own seed.
  public static Scenario named(String name) {
    return named(name, OptionalLong.empty());
  }

  /// A scenario of the library, or `random-` and a seed.
  ///
  /// @param seed instead of its own, where there is one
  public static Scenario named(String name, OptionalLong seed) {
    return ScenarioReader.read(new TomlSource(name + ".toml", name, text(name)), seed);
  }

  /// A scenario that could happen in a gym, drawn from a seed of 0 or more: the one named `random-<seed>`.
  public static Scenario random(long seed) {
    return named("random-" + seed);
  }

  /// The scenario that a text of a scenario file describes.
  ///
  /// @param name of the scenario, also for messages
  /// @param seed instead of its own, where there is one
  public static Scenario of(String name, String toml, OptionalLong seed) {
    return ScenarioReader.read(new TomlSource(name, name, toml), seed);
  }

  /// Names of the library, in the order of its documentation.
  public static List<String> names() {
    return resource("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// The file of a scenario of the library, or of a random one.
  public static String text(String name) {
    Matcher random = RANDOM.matcher(name);
    if (random.matches()) {
      return RandomScenario.toml(Long.parseLong(random.group(1)));
    }
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

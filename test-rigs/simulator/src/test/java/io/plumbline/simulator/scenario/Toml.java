package io.plumbline.simulator.scenario;

import java.util.OptionalLong;

/// Scenarios from texts in tests.
final class Toml {
  /// Enough for a scenario.
  static final String HEAD = """
    purpose = "test"
    exercise = "deadlift-conventional"
    """;
  static final String SET = """

    [[set]]
    load_kg = 140
    reps = 3
    """;

  private Toml() {}

  static Scenario read(String text) {
    return ScenarioReader.read(new TomlSource("test.toml", "test", text), OptionalLong.empty());
  }

  static Scenario read(String text, long seed) {
    return ScenarioReader.read(new TomlSource("test.toml", "test", text), OptionalLong.of(seed));
  }

  /// Reads a scenario with these lines between head and set.
  static Scenario with(String lines) {
    return read(HEAD + lines + SET);
  }

  /// The rep of a number within the first set.
  static RepPlan rep(Scenario scenario, int number) {
    return scenario.sets().getFirst().actions().stream().filter(RepPlan.class::isInstance).map(RepPlan.class::cast)
        .skip(number - 1L).findFirst().orElseThrow();
  }
}

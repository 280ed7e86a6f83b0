package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLibraryTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/plumbline/simulator/scenarios");

  static Stream<String> names() {
    return Scenarios.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldLoadEveryNamedScenario(String name) {
    Scenario scenario = Scenarios.named(name);
    assertEquals(name, scenario.name());
    assertFalse(scenario.purpose().isBlank());
    assertTrue(scenario.sets().stream().noneMatch(set -> set.actions().isEmpty()));
    assertEquals(scenario, Scenarios.named(name), "the same every time");
  }

  @Test
  void shouldNameEveryFileOfTheFolderOnce() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> inFolder = files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".toml"))
          .map(file -> file.substring(0, file.length() - 5)).collect(Collectors.toCollection(TreeSet::new));
      assertEquals(inFolder, new TreeSet<>(Scenarios.names()));
    }
    assertEquals(Scenarios.names().size(), new HashSet<>(Scenarios.names()).size());
    assertTrue(Scenarios.names().size() >= 44, "scenarios: " + Scenarios.names().size());
  }

  @Test
  void shouldSayForEachScenarioSomethingOfItsOwn() {
    List<String> purposes = names().map(name -> Scenarios.named(name).purpose()).toList();
    assertEquals(purposes.size(), new HashSet<>(purposes).size());
  }

  @Test
  void shouldHaveEveryExerciseIncidentDescentOutcomeAndFault() {
    Set<Exercise> exercises = EnumSet.noneOf(Exercise.class);
    Set<Incident.Kind> incidents = EnumSet.noneOf(Incident.Kind.class);
    Set<RepPlan.Descent.Kind> descents = EnumSet.noneOf(RepPlan.Descent.Kind.class);
    Set<RepPlan.Outcome.Kind> outcomes = EnumSet.noneOf(RepPlan.Outcome.Kind.class);
    Set<SensorPlan.Fault.Kind> faults = EnumSet.noneOf(SensorPlan.Fault.Kind.class);
    for (String name : Scenarios.names()) {
      Scenario scenario = Scenarios.named(name);
      exercises.add(scenario.exercise());
      scenario.sensors().faults().forEach(fault -> faults.add(fault.kind()));
      for (SetPlan set : scenario.sets()) {
        for (Action action : set.actions()) {
          switch (action) {
            case Incident incident -> incidents.add(incident.kind());
            case RepPlan rep -> {
              descents.add(rep.descent().kind());
              outcomes.add(rep.outcome().kind());
            }
          }
        }
      }
    }
    assertEquals(EnumSet.allOf(Exercise.class), exercises);
    assertEquals(EnumSet.allOf(Incident.Kind.class), incidents);
    assertEquals(EnumSet.allOf(RepPlan.Descent.Kind.class), descents);
    assertEquals(EnumSet.allOf(RepPlan.Outcome.Kind.class), outcomes);
    assertEquals(EnumSet.allOf(SensorPlan.Fault.Kind.class), faults);
  }
}

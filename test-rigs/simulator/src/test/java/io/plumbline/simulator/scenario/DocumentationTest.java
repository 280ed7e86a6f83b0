package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Holds the written documents equal to the code; with `-Dplumbline.simulator.write=true` it writes them.
class DocumentationTest {
  private static void check(String name, String expected) throws IOException {
    Path file = Path.of("docs", name);
    if (Boolean.getBoolean("plumbline.simulator.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file),
        file + " is out of date: run this test with -Dplumbline.simulator.write=true");
  }

  @Test
  void shouldDocumentEveryKnob() throws IOException {
    check("knobs.md", Documentation.knobs());
  }

  @Test
  void shouldDocumentEveryScenario() throws IOException {
    check("scenarios.md", Documentation.scenarios());
  }

  @Test
  void shouldBeAScenarioItselfWhenTheExampleIsRead() {
    String text = Documentation.knobs();
    int begin = text.indexOf("```toml\n") + 8;
    Scenario scenario = Toml.read(text.substring(begin, text.indexOf("```", begin)));
    assertEquals(RepPlan.Descent.Kind.DROPPED, Toml.rep(scenario, 3).descent().kind());
    assertEquals(0.5, Toml.rep(scenario, 2).slack().plateauS(), 0.15);
    assertEquals(0, Toml.rep(scenario, 3).slack().plateauS(), "yanked, so without the plateau of the other reps");
  }
}

package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.cli.ReplayCommand;
import io.plumbline.simulator.cli.SimulateCommand;
import io.plumbline.simulator.scenario.Scenarios;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each named scenario is written by `simulate` and played by `replay` to its end. How well it is measured is judged elsewhere.
class NamedScenariosTest {
  private static final JsonMapper JSON = new JsonMapper();
  /// Nothing in these goes up and down like a rep.
  private static final Set<String> STILL = Set.of("incident-phone", "incident-plate-dropped-nearby", "incident-regrip");

  @TempDir
  private Path folder = Path.of("");

  private record Outcome(int status, String out, String err) {}

  private static Outcome run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    return new Outcome(status, out.toString(), err.toString());
  }

  static List<String> names() {
    return Scenarios.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldPlayToTheEndWhenSimulated(String name) throws IOException {
    Path recording = folder.resolve(name + ".csv.gz");
    Outcome written = run(new SimulateCommand(), name, "-o", recording.toString());
    assertEquals(0, written.status(), written::err);
    Outcome played = run(new ReplayCommand(), recording.toString(), "--json");
    assertEquals(0, played.status(), played::err);
    assertFalse(played.err().contains("unknown key"), played::err);
    List<JsonNode> payloads = played.out().lines().map(JSON::readTree).toList();
    payloads.forEach(payload -> assertTrue(payload.has("key"), payload::toString));
    if (STILL.contains(name)) {
      assertEquals(List.of(), payloads);
    } else if (isAnyRepCompleted(recording)) {
      assertTrue(payloads.size() > 1, () -> "at least a rep and its set: " + played.out());
    }
  }

  private static boolean isAnyRepCompleted(Path recording) throws IOException {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
      return lines.lines().takeWhile(line -> line.startsWith("#"))
          .anyMatch(line -> line.startsWith("# truth_rep_") && line.contains("\"completed\""));
    }
  }
}

package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.cli.SimulateCommand;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.system.Program;
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
  private static final Set<String> STILL = Set.of("incident-phone", "incident-plate-dropped-nearby",
      "incident-regrip");

  @TempDir
  private Path folder = Path.of("");

  static List<String> names() {
    return Scenarios.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldPlayToTheEndWhenSimulated(String name) throws IOException {
    Path recording = folder.resolve(name + ".csv.gz");
    StringWriter err = new StringWriter();
    int status = new CommandLine(new SimulateCommand()).setErr(new PrintWriter(err)).execute(name, "-o",
        recording.toString());
    assertEquals(0, status, err::toString);
    List<JsonNode> payloads;
    try (Program replay = Program.plumbline("replay", recording.toString(), "--json")) {
      assertEquals(0, replay.awaitEnd(), replay::errors);
      assertFalse(replay.errors().contains("unknown key"), replay::errors);
      payloads = replay.lines().stream().map(JSON::readTree).toList();
    }
    payloads.forEach(payload -> assertTrue(payload.has("key"), payload::toString));
    if (STILL.contains(name)) {
      assertEquals(List.of(), payloads);
    } else if (isAnyRepCompleted(recording)) {
      assertTrue(payloads.size() > 1, () -> "at least a rep and its set: " + payloads);
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

package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A recording through the bar program, the broker and the daemon, each a process: what `replay` prints is what the daemon stores, answers and
/// shows.
class RecordingToDashboardTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HAND_HELD = Repository.ROOT
      .resolve("../shared/data/broad/broad-14_undisturbed_slow_translation_with_breaks_B.csv.gz").normalize();
  /// Columns of the table of reps: its head, the place in the payload, and how many of the page's units are one of the payload's.
  private static final List<Shown> COLUMNS = List.of(new Shown("Mean velocity", "/velocity/mean_concentric_mps", 1),
      new Shown("Peak", "/velocity/peak_concentric_mps", 1),
      new Shown("Height gained", "/motion/range_of_motion_m", 100),
      new Shown("Up", "/motion/concentric_s", 1), new Shown("Down", "/motion/eccentric_s", 1));
  private static final String TABLE = """
    (() => {
      const rows = [...document.querySelectorAll('rep-table tbody tr')];
      const heads = [...document.querySelectorAll('rep-table th')].map(th => th.firstChild.textContent);
      return rows.map(row => ({sequence: row.dataset.sequence,
          cells: Object.fromEntries([...row.cells].map((cell, i) => [heads[i], cell.textContent]))}));
    })()""";

  private record Shown(String head, String pointer, double factor) {}

  @TempDir
  private Path folder = Path.of("");

  @Test
  void shouldShowStoreAndAnswerWhatReplayPrintsWhenARealRecordingIsPlayed() throws Exception {
    assumeTrue(Files.isReadable(HAND_HELD), () -> "there is no " + HAND_HELD);
    follow(HAND_HELD);
  }

  @Test
  void shouldShowStoreAndAnswerWhatReplayPrintsWhenASimulatedRecordingIsPlayed() throws Exception {
    Path recording = folder.resolve("set.csv.gz");
    try (Program simulate = Program.plumbline("simulate", "deadlift-heavy-90-percent", "-o", recording.toString())) {
      assertEquals(0, simulate.awaitEnd(), simulate::errors);
    }
    follow(recording);
  }

  private void follow(Path recording) throws Exception {
    List<String> printed = replay(recording);
    try (Program daemon = Program.plumbline("daemon", "--no-accounts", "--data", folder.resolve("data").toString(),
        "--http-port", "0",
        "--mqtt-port", "0")) {
      String broker = daemon.awaitLine("Broker: ").split(" ", -1)[0];
      String database = daemon.awaitLine("Database: ");
      String dashboard = daemon.awaitLine("Dashboard: ");
      try (Program bar = Program.plumbline("bar", "--replay", recording.toString(), "--speed", "max", "--broker",
          broker)) {
        assertEquals(0, bar.awaitEnd(), bar::errors);
        String last = bar.lines().getLast();
        assertTrue(last.contains("daemon stored up to " + printed.size() + " of " + printed.size()), last);
      }
      assertAll(
          () -> assertEquals(printed, stored(database),
              "the database has what replay printed, character for character"),
          () -> assertAnswered(printed, dashboard));
      assertShown(printed, dashboard);
      daemon.signal("TERM");
      assertTrue(List.of(0, 143).contains(daemon.awaitEnd()), daemon::errors);
    }
  }

  private static List<String> replay(Path recording) throws IOException {
    try (Program replay = Program.plumbline("replay", recording.toString(), "--json")) {
      assertEquals(0, replay.awaitEnd(), replay::errors);
      assertTrue(replay.lines().size() > 2, () -> "reps and a set: " + replay.lines());
      return replay.lines();
    }
  }

  private static List<String> stored(String database) throws SQLException {
    List<String> payloads = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT payload FROM summary ORDER BY sequence")) {
      while (rows.next()) {
        payloads.add(rows.getString(1));
      }
    }
    return payloads;
  }

  private static void assertAnswered(List<String> printed, String dashboard) throws IOException, InterruptedException {
    Map<Long, JsonNode> expected = bySequence(printed.stream().map(JSON::readTree).toList());
    List<JsonNode> answered = new ArrayList<>();
    for (JsonNode set : get(dashboard + "api/sets")) {
      JsonNode detail = get(
          dashboard + "api/sets/" + set.path("bar_id").asString() + "/" + set.path("journal_id").asString() + "/"
              + set.path("set_number").asInt());
      answered.add(detail.path("summary"));
      detail.path("rep_payloads").forEach(answered::add);
    }
    assertEquals(expected, bySequence(answered));
  }

  private static Map<Long, JsonNode> bySequence(List<JsonNode> payloads) {
    Map<Long, JsonNode> map = new TreeMap<>();
    payloads.forEach(payload -> map.put(payload.at("/key/sequence").asLong(), payload));
    return map;
  }

  private static JsonNode get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON
          .readTree(client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body());
    }
  }

  private void assertShown(List<String> printed, String dashboard) throws IOException, InterruptedException {
    Optional<Path> chromium = Browser.executable();
    if (chromium.isEmpty()) {
      assertNotEquals("true", System.getenv("CI"), "CI needs chromium, and it is not installed");
      abort("chromium is not installed: what the page shows was not compared");
    }
    List<JsonNode> payloads = printed.stream().map(JSON::readTree).toList();
    int newest = payloads.stream().mapToInt(payload -> payload.path("set_number").asInt()).max().orElseThrow();
    List<JsonNode> reps = payloads.stream()
        .filter(
            payload -> payload.path("type").asString().equals("rep") && payload.path("set_number").asInt() == newest)
        .toList();
    Map<Long, JsonNode> bySequence = bySequence(reps);
    try (Browser browser = Browser.start(chromium.orElseThrow(), Files.createDirectory(folder.resolve("profile")))) {
      browser.open(dashboard);
      for (JsonNode row : browser
          .await("document.querySelectorAll('rep-table tbody tr').length === " + reps.size() + " && " + TABLE)) {
        JsonNode payload = Optional.ofNullable(bySequence.remove(row.path("sequence").asLong())).orElseThrow();
        assertAll(COLUMNS.stream()
            .map(column -> () -> assertCell(column, row.path("cells").path(column.head()).asString(), payload)));
      }
      assertEquals(Map.of(), bySequence, "reps that the page does not show");
    }
  }

  /// The page rounds to what the uncertainty allows: the number shown is the payload's to half its last decimal.
  private static void assertCell(Shown column, String cell, JsonNode payload) {
    JsonNode value = payload.at(column.pointer());
    if (value.isNull()) {
      assertEquals("–", cell, column.head());
      return;
    }
    String shown = cell.split(" ", -1)[0].replace('−', '-');
    int decimals = shown.length() - 1 - shown.indexOf('.');
    assertTrue(shown.matches("-?\\d+\\.\\d{1,3}"), () -> column.head() + " shows " + cell);
    assertEquals(value.asDouble() * column.factor(), Double.parseDouble(shown), 0.5001 * Math.pow(10, -decimals),
        () -> column.head() + " of " + payload.path("key"));
  }
}

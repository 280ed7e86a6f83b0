package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.support.TestPage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files of other tools, taken in over HTTP and by the command.
class ImportTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String ADA = "{\"name\":\"Ada\",\"zone\":\"Europe/Berlin\",\"one_rep_maxima\":[]}";
  /// As the app of OpenBarbell and RepOne writes it.
  private static final String OPEN_BARBELL = """
    Exercise,Set,Rep,Weight,Metric,Set RPE,Tags,Workout Start Time,Rest Time,Avg Velocity (m/s),Range of Motion (mm),Peak Velocity (m/s),Peak Velocity Location (%),Duration of rep (sec)
    "Deadlift",1,1,"225","lbs","8","","11/20/2026, 5:00:00 PM","00:00:00",0.52,540,0.91,40,1.05
    "Deadlift",1,2,"225","lbs","8","","11/20/2026, 5:00:00 PM","00:00:00",0.48,541,0.88,41,1.10
    "Deadlift",2,1,"225","lbs","8.5","","11/20/2026, 5:00:00 PM","00:03:00",0.45,539,0.86,42,1.15
    "Kettlebell swing",1,1,"24","kgs","","","11/20/2026, 5:00:00 PM","00:04:00",0.90,400,1.50,50,0.60
    """;

  @TempDir
  Path folder = Path.of("set by JUnit");

  private static JsonNode tree(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  private static String newAthlete(TestPage page) throws Exception {
    return "api/athletes/" + tree(page.send("POST", "api/athletes", ADA)).get("id").asString();
  }

  private static HttpResponse<String> take(TestPage page, String athlete, String text, Map<String, ?> more)
      throws Exception {
    ObjectNode request = MAPPER.createObjectNode().put("file", "log.csv").put("text", text).put("dry_run", false)
        .put("lenient", false);
    request.setAll((ObjectNode) MAPPER.valueToTree(more));
    return page.send("POST", athlete + "/imports", request.toString());
  }

  @Test
  void shouldStoreEachSetOnceWhenTheSameFileComesTwice() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder)); TestPage page = new TestPage(daemon.httpUri())) {
      String athlete = newAthlete(page);
      JsonNode dry = tree(take(page, athlete, OPEN_BARBELL, Map.of("dry_run", true)));
      assertEquals(3, dry.get("taken").size());
      assertEquals(0, tree(page.get(athlete + "/unmeasured-lifts")).get("items").size());
      JsonNode report = tree(take(page, athlete, OPEN_BARBELL, Map.of()));
      assertEquals(3, report.get("stored").asInt());
      assertEquals("OpenBarbell or RepOne", report.get("format").asString());
      assertEquals(0, tree(take(page, athlete, OPEN_BARBELL, Map.of())).get("stored").asInt());

      JsonNode first = report.at("/taken/0");
      assertEquals("2026-11-20T16:00:00Z", first.get("at").asString());
      assertEquals("deadlift-conventional", first.get("exercise").asString());
      assertEquals(2, first.get("reps_per_set").asInt());
      assertEquals(102.058, first.get("load_kg").asDouble(), 0.001);
      assertEquals("mean velocity by another tool, m/s: 0.52, 0.48", first.get("note").asString());
      assertEquals("Kettlebell swing", report.at("/taken/2/name").asString());
      assertEquals(24, report.at("/taken/2/load_kg").asDouble());
      // What the coach reads.
      JsonNode session = tree(page.get(athlete + "/sessions")).at("/items/0");
      assertEquals(3, session.get("unmeasured_lifts").size());

      JsonNode entry = tree(page.get(athlete + "/unmeasured-lifts")).at("/items/0");
      page.send("DELETE", athlete + "/unmeasured-lifts/" + entry.at("/value/id").asString(), "", "If-Match", "\"1\"");
      assertEquals(0, tree(take(page, athlete, OPEN_BARBELL, Map.of())).get("stored").asInt(),
          "what a person removed stays away");
    }
  }

  @Test
  void shouldStoreNothingUnlessLenientWhenARowCannotBeRead() throws Exception {
    String text = """
      Date,Exercise,Weight (lb),Reps
      2026-11-20,Squat,100,5
      20/11/2026,Squat,100,5
      2026-11-20,,100,5
      2026-11-20,Squat,heavy,5
      2026-11-20,Squat,100,0
      2026-11-20,Squat,9999,5
      """;
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder)); TestPage page = new TestPage(daemon.httpUri())) {
      String athlete = newAthlete(page);
      HttpResponse<String> refused = take(page, athlete, text, Map.of());
      assertEquals(422, refused.statusCode());
      List<String> problems = tree(refused).get("problems").valueStream().map(JsonNode::asString).toList();
      assertEquals(
          "log.csv:3: Date '20/11/2026' is no time that is certain; write it as 2026-11-23 17:00, or give a mapping with date_format",
          problems.getFirst());
      assertEquals(List.of("3", "4", "5", "6", "7"),
          problems.stream().map(line -> line.split(":", 3)[1]).sorted().toList());
      assertEquals(0, tree(refused).get("stored").asInt());
      HttpResponse<String> lenient = take(page, athlete, text, Map.of("lenient", true));
      assertEquals(200, lenient.statusCode());
      assertEquals(1, tree(lenient).get("stored").asInt());
      assertEquals(45.359, tree(lenient).at("/taken/0/load_kg").asDouble(), 0.001);
      assertEquals(400, take(page, athlete, "", Map.of()).statusCode());
      assertEquals("log.csv:1: no column is known as a date among Exercise; say with a mapping what they are called",
          tree(take(page, athlete, "Exercise\nSquat\n", Map.of())).get("detail").asString());
      assertEquals(404, take(page, "api/athletes/nobody", text, Map.of()).statusCode());
    }
  }

  @Test
  void shouldFollowTheMappingWhenColumnsHaveOtherNames() throws Exception {
    String text = "Tag;Übung;kg;Wdh\n20.11.2026;KH;102,5;5\n20.11.2026;KH;102,5;5\n";
    Map<String, ?> columns = Map.of("exercise", "Übung", "at", "Tag", "load", "kg", "reps", "Wdh", "date_format",
        "dd.MM.yyyy", "exercises", Map.of("KH", "deadlift-sumo"));
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder)); TestPage page = new TestPage(daemon.httpUri())) {
      JsonNode report = tree(take(page, newAthlete(page), text, Map.of("columns", columns)));
      assertEquals(2, report.get("stored").asInt(), "two equal sets are two sets");
      assertEquals("deadlift-sumo", report.at("/taken/0/exercise").asString());
      assertEquals(102.5, report.at("/taken/0/load_kg").asDouble());
      assertEquals("2026-11-20T11:00:00Z", report.at("/taken/0/at").asString());
    }
  }

  @Test
  void shouldTakeAFileInWhenTheCommandIsRunBesideADaemon() throws Exception {
    Path file = Files.writeString(folder.resolve("ob.csv"), OPEN_BARBELL);
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder)); TestPage page = new TestPage(daemon.httpUri())) {
      String athlete = newAthlete(page);
      assertTrue(run(0, file.toString(), "--athlete", "Ada", "--dry-run").contains("3 sets read, 0 stored"));
      assertTrue(run(0, file.toString(), "--athlete", "Ada").contains("3 sets read, 3 stored"));
      assertTrue(run(0, file.toString(), "--athlete", "Ada").contains("3 sets read, 0 stored"));
      assertEquals(3, tree(page.get(athlete + "/unmeasured-lifts")).get("items").size());
      assertEquals("daemon import: there is no athlete 'Eve'; write the name as the dashboard shows it\n",
          run(2, file.toString(), "--athlete", "Eve"));
      assertTrue(run(2, folder.resolve("none.csv").toString(), "--athlete", "Ada").contains("there is no file"));
    }
  }

  private String run(int status, String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine command = DaemonCommand.commandLine().setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    String[] all = new String[arguments.length + 3];
    all[0] = "import";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = folder.toString();
    assertEquals(status, command.execute(all), text.toString());
    return text.toString();
  }
}

package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `daemon tell` as a process, to a bar on virtual chips, over a daemon's broker.
class TellTest {
  private static final String RESTING = """
    purpose = "Bar lies on its plates"
    exercise = "deadlift-conventional"
    seed = 7

    [[set]]
    load_kg = 100
    reps = 0
    rest_before_s = 600

    [[set.incident]]
    kind = "phone"
    """;
  /// Of this bar, and nothing was found yet.
  private static final String CALIBRATION = """
    version = 1
    id = "c-1"
    bar_id = "garage"
    date = "2026-11-21T17:00:00Z"
    software = "test"
    gravity_mps2 = 9.81
    """;

  @TempDir
  private Path folder = Path.of("");

  /// What it printed where it was done, what it complained of where it was not.
  private static String tell(int status, String broker, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("daemon", "tell"));
    command.addAll(List.of(words));
    command.addAll(List.of("--broker", broker));
    try (Program tell = Program.plumbline(command.toArray(String[]::new))) {
      assertEquals(status, tell.awaitEnd(), tell::errors);
      List<String> all = new ArrayList<>(tell.lines());
      tell.errors().lines().forEach(all::add);
      assertEquals(1, all.size(), all::toString);
      assertEquals(status == 0, tell.errors().isEmpty(), tell::errors);
      return all.getFirst();
    }
  }

  private static String post(int status, String address, String json) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(address))
          .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
          HttpResponse.BodyHandlers.ofString());
      assertEquals(status, response.statusCode(), response.body());
      return response.body();
    }
  }

  @Test
  void shouldPrintWhatBecameOfItWhenABarIsTold() throws Exception {
    Path scenario = Files.writeString(folder.resolve("resting.toml"), RESTING);
    try (Program daemon = Program.plumbline("daemon", "--data", folder.resolve("data").toString(), "--mqtt-port", "0",
        "--http-port", "0", "--no-accounts")) {
      String broker = daemon.awaitLine("Broker: ").split(" ", -1)[0];
      String dashboard = daemon.awaitLine("Dashboard: ");
      try (Program bar = Program.plumbline("bar", "--virtual", scenario.toString(), "--bar-id", "garage", "--no-record",
          "--broker", broker)) {
        bar.awaitLine("connected to ");
        assertTrue(post(200, dashboard + "api/bars/garage/context", "{\"athlete\":\"Zoë\",\"exercise\":\"squat\"}")
            .contains("Zoë lifts squat"));
        assertTrue(post(400, dashboard + "api/bars/garage/context", "{}").contains("at least one of athlete"));
        assertTrue(post(504, dashboard + "api/bars/attic/context", "{\"athlete\":\"Zoë\"}").contains("is it on"));
        String done = tell(0, broker, "garage", "set-context", "--athlete", "Mara", "--exercise", "deadlift-sumo");
        assertTrue(done.startsWith("done: Mara lifts deadlift-sumo"), done);
        String refused = tell(1, broker, "garage", "calibrate", "--step", "load");
        assertTrue(
            refused.startsWith("daemon tell: refused: this bar keeps no calibration")
                && refused.contains("bar.calibration"),
            refused);
        String nobody = tell(1, broker, "attic", "identify", "--wait", "1");
        assertTrue(nobody.startsWith("daemon tell: attic gave no answer within 1 s: no bar attic has been at"), nobody);
        String senseless = tell(2, broker, "garage", "dance");
        assertTrue(senseless.contains("there is no command 'dance'"), senseless);
        bar.signal("TERM");
        assertEquals(0, bar.awaitEnd(), bar::errors);
        assertEquals("published 0 reps, 0 sets; nothing was to be sent", bar.lines().getLast());
      }
    }
    String unreachable = tell(1, "tcp://127.0.0.1:1", "garage", "identify");
    assertTrue(unreachable.startsWith("daemon tell: "), unreachable);
  }

  @Test
  void shouldCancelTheCalibrationAtTheBarWhenItIsInterrupted() throws IOException {
    Path scenario = Files.writeString(folder.resolve("resting.toml"), RESTING);
    Path calibration = Files.writeString(folder.resolve("calibration.toml"), CALIBRATION);
    try (Program daemon = Program.plumbline("daemon", "--data", folder.resolve("data").toString(), "--mqtt-port", "0",
        "--http-port", "0")) {
      String broker = daemon.awaitLine("Broker: ").split(" ", -1)[0];
      daemon.awaitLine("Dashboard: ");
      try (Program bar = Program.plumbline("bar", "--virtual", scenario.toString(), "--bar-id", "garage", "--no-record",
          "--calibration", calibration.toString(), "--broker", broker)) {
        bar.awaitLine("connected to ");
        try (Program tell = Program.plumbline("daemon", "tell", "garage", "calibrate", "--step", "mount", "--wait",
            "60", "--broker", broker)) {
          tell.awaitLine("mount:");
          tell.signal("INT");
          assertEquals(128 + 2, tell.awaitEnd(), tell::errors);
          assertEquals("cancelled: the calibration has ended, and nothing was written: mount", tell.lines().getLast());
        }
        bar.awaitLine("command calibrate: done: the calibration has ended, and nothing was written: mount");
        bar.awaitLine("command calibrate: failed: it was cancelled; it waited for mount");
        String over = tell(1, broker, "garage", "calibrate", "--step", "cancel");
        assertTrue(over.contains("no calibration is under way"), over);
        assertEquals(CALIBRATION, Files.readString(calibration));
        bar.signal("TERM");
        assertEquals(0, bar.awaitEnd(), bar::errors);
      }
    }
  }
}

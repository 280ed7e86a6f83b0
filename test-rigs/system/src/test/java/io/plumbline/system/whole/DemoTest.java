package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./plumbline demo` as a user sees it.
class DemoTest {
  @TempDir
  private Path temp = Path.of("");

  private Program demo(String... options) throws IOException {
    // A test run in the background may have been told to ignore Ctrl-C; a user's terminal has not.
    Stream<String> start = Stream.of("env", "--default-signal=INT", Repository.ROOT.resolve("plumbline").toString(),
        "demo");
    return Program.start(temp, Map.of("PLUMBLINE_NO_BUILD", "1", "PLUMBLINE_JAVA_OPTS", "-Djava.io.tmpdir=" + temp),
        Stream.concat(start, Stream.concat(Stream.of("--history", "0"), Stream.of(options))).toList());
  }

  @Test
  void shouldPushARepToThePageAndStopCleanlyWhenInterrupted() throws IOException, InterruptedException {
    try (Program demo = demo("--http-port", "0", "--speed", "8"); HttpClient client = HttpClient.newHttpClient()) {
      String dashboard = demo.awaitLine("Dashboard: ");
      HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(dashboard)).build(),
          BodyHandlers.ofString());
      assertAll(() -> assertEquals(200, page.statusCode()),
          () -> assertTrue(page.body().contains("<title>Plumbline</title>")));
      HttpRequest events = HttpRequest.newBuilder(URI.create(dashboard + "api/events"))
          .header("Accept", "text/event-stream").build();
      HttpResponse<Stream<String>> stream = client.send(events, BodyHandlers.ofLines());
      assertTrue(awaitRep(stream.body()).contains("\"mean_concentric_mps\""));
      demo.awaitLine("set 1 rep ");

      demo.signal("INT");
      int status = demo.awaitEnd();
      assertAll(() -> assertTrue(status == 0 || status == 130, "status " + status + " " + demo.errors()),
          () -> assertTrue(demo.lines().getLast().startsWith("Stopped after "), () -> demo.lines().toString()),
          () -> assertEquals("", demo.errors()),
          () -> assertFalse(ProcessHandle.of(demo.pid()).map(ProcessHandle::isAlive).orElse(false),
              "the process is gone"));
      client.shutdownNow();
    }
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(List.of(), left.filter(path -> path.getFileName().toString().startsWith("plumbline-demo")).toList());
    }
  }

  private static String awaitRep(Stream<String> lines) {
    Iterator<String> events = lines.iterator();
    while (events.hasNext()) {
      if (events.next().equals("event: rep")) {
        return events.next();
      }
    }
    throw new AssertionError("the stream ended without a rep");
  }

  @Test
  void shouldUseAnotherPortAndKeepTheDataWhenThePortIsTaken() throws IOException {
    Path data = temp.resolve("kept data");
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        Program demo = demo("--http-port", Integer.toString(taken.getLocalPort()), "--sets", "1", "--speed", "30",
            "--data", data.toString())) {
      demo.awaitLine("Port " + taken.getLocalPort() + " is taken");
      String dashboard = demo.awaitLine("Dashboard: ");
      assertFalse(dashboard.contains(":" + taken.getLocalPort() + "/"), dashboard);
      assertEquals(0, demo.awaitEnd(), demo::errors);
      assertTrue(demo.lines().getLast().startsWith("Done: 5 reps in 1 set."), () -> demo.lines().toString());
    }
    assertTrue(Files.isDirectory(data));
  }

  @Test
  void shouldRefuseInOneLineWhenAnOptionMakesNoSense() throws IOException {
    try (Program demo = demo("--pause", "1")) {
      assertEquals(2, demo.awaitEnd());
      assertEquals(1, demo.errors().lines().count(), demo::errors);
      assertTrue(demo.errors().contains("--pause must be 10 to 3600 s, but is 1.0"), demo::errors);
    }
  }
}

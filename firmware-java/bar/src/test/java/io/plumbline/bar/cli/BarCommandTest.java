package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.testing.Recordings;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestSubscriber;
import io.plumbline.bar.testing.TestSubscriber.Heard;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarCommandTest {
  private final Path folder;

  BarCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String lifts() throws Exception {
    return Files.write(folder.resolve("lifts.csv.gz"), Recordings.gzip(Recordings.bytes(Recordings.lifts(3))))
        .toString();
  }

  @Test
  void shouldPublishTheSameBytesThatReplayPrintsWhenGivenABroker() throws Exception {
    String file = lifts();
    try (TestBroker broker = new TestBroker(); TestSubscriber subscriber = new TestSubscriber(broker.uri())) {
      CommandRun run = CommandRun.bar("--replay", file, "--speed", "max", "--broker", broker.uri());
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains("connected to " + broker.uri()), run.out());
      assertTrue(run.out().contains("published 3 reps, 1 set; broker acknowledged all 7 messages; no daemon answered"),
          run.out());
      subscriber.await(message -> message.text().equals("offline"));

      List<String> published = new ArrayList<>();
      subscriber.heard("plumbline/bar-1/rep").stream().map(Heard::text).forEach(published::add);
      subscriber.heard("plumbline/bar-1/set").stream().map(Heard::text).forEach(published::add);
      assertEquals(CommandRun.replay(file, "--json").out().lines().toList(), published);
      assertEquals(3, subscriber.heard("plumbline/bar-1/trace").size());
      assertEquals(1, subscriber.heard("plumbline/bar-1/info").size());
    }
  }

  @Test
  void shouldPrintEverySettingWithItsOriginWhenAsked() {
    CommandRun run = CommandRun.bar("--print-config", "--bar-id", "kim");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().lines().anyMatch(line -> line.matches("id = \"kim\" +# --bar-id")), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.matches("part = \"ads131m04\" +# default:[0-9]+")), run.out());
  }

  @Test
  void shouldLookForTheCalibrationInTheStateFolderAndThenBesideTheConfiguration() throws Exception {
    Path config = Files.writeString(folder.resolve("bar.toml"), "[bar]\nid = \"kim\"\n");
    Path beside = Files.writeString(folder.resolve("calibration.toml"), "version = 9\n");
    Path state = Files.createDirectory(folder.resolve("state"));
    String[] arguments = {"--config", config.toString(), "--state", state.toString(), "--print-config"};
    CommandRun first = CommandRun.bar(arguments);
    assertEquals(2, first.status());
    assertTrue(first.err().startsWith("plumbline bar: " + beside), first.err());
    Path kept = Files.writeString(state.resolve("calibration.toml"), "version = 9\n");
    CommandRun second = CommandRun.bar(arguments);
    assertEquals(2, second.status());
    assertTrue(second.err().startsWith("plumbline bar: " + kept), second.err());
  }

  @Test
  void shouldTakeTheBrokerOfTheCommandLineWhenTheConfigurationNamesAnother() throws Exception {
    Path config = Files.writeString(folder.resolve("bar.toml"),
        "version = 1\n[link]\nbroker = \"ssl://gym.local\"\nuser = \"kim\"\n");
    CommandRun own = CommandRun.bar("--config", config.toString(), "--print-config");
    assertTrue(own.out().lines().anyMatch(line -> line.matches("broker = \"ssl://gym.local\" +# .*bar.toml:3")),
        own.out());
    CommandRun named = CommandRun.bar("--config", config.toString(), "--print-config", "--broker", "mdns:Gym");
    assertTrue(named.out().lines().anyMatch(line -> line.matches("broker = \"mdns:Gym\" +# --broker")), named.out());
  }

  @Test
  void shouldUseTheLinkOfTheConfigurationWhenARecordingIsPlayed() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      Path config = Files.writeString(folder.resolve("bar.toml"), "[link]\nbroker = \"" + broker.uri() + "\"\n");
      CommandRun run = CommandRun.bar("--replay", lifts(), "--speed", "max", "--config", config.toString());
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains("connected to " + broker.uri()), run.out());
    }
  }

  @Test
  void shouldSayOnceWhatIsWrongWhenTheBrokerIsTriedAgainAndAgain() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    // The end waits 10 s for a broker, which is long enough for three attempts.
    CommandRun run = CommandRun.bar("--replay", lifts(), "--speed", "max", "--broker", "tcp://127.0.0.1:" + port);
    assertEquals(1, run.status());
    List<String> told = run.err().lines().filter(line -> line.contains("not reached")).toList();
    assertEquals(1, told.size(), run.err());
    assertTrue(told.getFirst().startsWith("plumbline bar: broker tcp://127.0.0.1:" + port
        + " not reached: Connection refused; is it running? (next attempt in "), told.getFirst());
  }

  @Test
  void shouldRefuseOptionsWhenTheyContradict() {
    for (String[] arguments : new String[][]{{"--replay", "x.csv", "--virtual"}, {"--record", "a", "--no-record"},
        {"--speed", "2"}, {"--fault", "left-imu: reset"}, {"--seed", "2"}}) {
      CommandRun run = CommandRun.bar(arguments);
      assertEquals(2, run.status(), String.join(" ", arguments));
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void shouldSayThatThereAreNoVirtualChipsWhenThisBuildHasNone() {
    CommandRun run = CommandRun.bar("--virtual");
    assertEquals(2, run.status());
    assertEquals("plumbline bar: --virtual: this build has no virtual chips; the one with ./plumbline has",
        run.err().strip());
  }

  @Test
  void shouldNamePlaceAndMendWhenTheConfigurationIsWrong() throws Exception {
    Path config = Files.writeString(folder.resolve("bar.toml"), "[loop]\nrate = 1000\n");
    CommandRun run = CommandRun.bar("--config", config.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("plumbline bar: " + config + ":2: there is no setting loop.rate"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void shouldNameTheFileWhenItCannotBePlayed() {
    CommandRun run = CommandRun.bar("--replay", folder.resolve("nowhere.csv").toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("no such file"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void shouldRefuseABrokerThatIsNoUri() throws Exception {
    CommandRun run = CommandRun.bar("--replay", lifts(), "--broker", "localhost");
    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("--broker: link.broker must be tcp://host:port"), run.err());
  }

  @Test
  void shouldNameOtherWaysWhenARecordingIsToBePublishedToNoBroker() throws Exception {
    CommandRun run = CommandRun.bar("--replay", lifts(), "--broker", "");
    assertEquals(2, run.status());
    assertEquals("plumbline bar: --replay publishes, and link.broker is empty: name one with --broker, or use"
        + " 'plumbline replay'", run.err().strip());
  }

  @Test
  void shouldRefuseASpeedThatIsNone() throws Exception {
    CommandRun run = CommandRun.bar("--replay", lifts(), "--speed", "fast");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("must be 'max' or a factor"), run.err());
  }
}

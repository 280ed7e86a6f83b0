package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.serial.SyncReport;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Ack;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DaemonCommandTest {
  @TempDir
  Path folder = Path.of("set by JUnit");

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = DaemonCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  private static void refused(String says, String... arguments) {
    Ended ended = run(arguments);
    assertEquals(2, ended.status, ended.err);
    assertTrue(ended.err.startsWith("daemon: ") && ended.err.contains(says), ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertEquals("", ended.out);
  }

  @Test
  void shouldEndWithOneLineAndStatusTwoWhenAnOptionIsWrong() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    refused("broker URL", "--data", folder.toString(), "--broker", "gym");
    refused("database URL", "--data", folder.toString(), "--db", "mysql://h/d");
    refused("--http-port must be 0 to 65535", "--http-port", "70000");
    refused("'x'", "--mqtt-port", "x");
    refused("--client-id must be", "--client-id", "a b");
    refused("--no-accounts goes with neither", "--data", folder.toString(), "--http-host", "0.0.0.0", "--no-accounts");
    refused("--https-port must be 0 to 65535", "--data", folder.toString(), "--https-port", "70000");
    refused("--log must be text or json, but is xml", "--data", folder.toString(), "--log", "xml");
    refused("--share takes a name", shared(folder, "gym/1", "--broker", "tcp://h", "--db", "postgresql://h/d"));
    refused("--share takes a name", shared(folder, "+", "--broker", "tcp://h", "--db", "postgresql://h/d"));
    refused("--share needs --broker", shared(folder, "gym", "--db", "postgresql://h/d"));
    refused("--share needs --db postgresql", shared(folder, "gym", "--broker", "tcp://h"));
    refused("--share needs --client-id", "--share", "gym", "--broker", "tcp://h", "--db", "postgresql://h/d");
    refused("--broker-ca goes with --broker", "--broker-ca", file.toString());
    refused("--broker-ca goes with a broker that speaks TLS", "--broker", "tcp://h", "--broker-ca", file.toString());
    refused(file + " holds no certificate", "--broker", "ssl://h", "--broker-ca", file.toString());
    refused("no.pem does not exist", "--broker", "ssl://h", "--broker-ca", folder.resolve("no.pem").toString());
    refused("--data", "--data", file.toString());
    refused("--wrong", "--wrong");
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is made for a wrong URL");
    }
  }

  private static String[] shared(Path folder, String name, String... more) {
    List<String> all = new ArrayList<>(List.of("--data", folder.toString(), "--client-id", "a", "--share", name));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  @Test
  void shouldShowExamplesWhenAskedForHelp() {
    Ended ended = run("--help");
    assertEquals(0, ended.status);
    assertTrue(ended.out.contains("Examples:") && ended.out.contains("--db postgresql://"), ended.out);
    assertTrue(ended.out.contains("--share gym --client-id daemon-b"), ended.out);
  }

  private static void refusedInOneLine(String says, String... arguments) {
    Ended ended = run(arguments);
    assertEquals(2, ended.status, ended.err);
    assertTrue(ended.err.contains(says), ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertEquals("", ended.out);
  }

  @Test
  void shouldSayOneLineAndMakeNothingWhenThereIsNoBarToSynchroniseWith() throws Exception {
    Path data = folder.resolve("data");
    Path file = Files.createFile(folder.resolve("no-port"));
    String port = folder.resolve("ttyACM0").toString();
    refusedInOneLine("daemon sync: there is no " + port, "sync", port, "--data", data.toString());
    refusedInOneLine("daemon sync: there is no " + port, "--data", data.toString(), "sync", port);
    refusedInOneLine("daemon sync: " + file + " cannot be opened", "sync", file.toString(), "--data", data.toString());
    refusedInOneLine("database URL", "sync", port, "--data", data.toString(), "--db", "mysql://h/d");
    refusedInOneLine("more", "sync", port, "more");
    assertTrue(Files.notExists(data));
  }

  @Test
  void shouldShowExamplesWhenAskedHowToSynchronise() {
    Ended ended = run("sync", "--help");
    assertEquals(0, ended.status);
    assertTrue(
        ended.out.contains("Examples:") && ended.out.contains("--data=DIR") && ended.out.contains("/dev/ttyACM0"),
        ended.out);
  }

  @Test
  void shouldTellTheNewestJournalsWhenThereAreMany() {
    Map<String, Long> upTo = new LinkedHashMap<>();
    SyncReport none = new SyncReport(0, 0, 0, 0, 0, upTo, 0);
    assertEquals("0 stored, 0 already there, 0 kept aside", SyncCommand.summary(none, 0));
    for (long i = 1; i <= 5; i++) {
      upTo.put("j" + i, i);
    }
    assertEquals("9 stored, 2 already there, 1 kept aside, 3 refused; up to sequence 5 of journal j5,"
        + " sequence 4 of journal j4, sequence 3 of journal j3 and 2 older ones",
        SyncCommand.summary(new SyncReport(9, 2, 1, 12, 30_000, upTo, 0), 3));
    assertEquals("12 entries, 30.0 kB, 15.0 kB/s; 4 wait",
        SyncProgress.text(new SyncReport(9, 2, 1, 12, 30_000, upTo, 4), 2_000_000_000L));
  }

  @Test
  void shouldBackUpARunningDaemonAndRestoreWhatItHeldWhenAsked() throws Exception {
    String data = folder.resolve("data").toString();
    Path backup = folder.resolve("b.db");
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(Path.of(data)));
        TestBar bar = TestBar.connect(daemon.brokerUri(), Summaries.BAR)) {
      bar.publish(Channel.REP, Summaries.rep(1));
      bar.awaitStoredUpTo(1);
      Ended ended = run("backup", backup.toString(), "--data", data);
      assertEquals(0, ended.status, ended.err);
      assertTrue(ended.out.contains("1 rep in 1 set of 1 athlete, schema 4, "), ended.out);
      bar.publish(Channel.REP, Summaries.rep(2));
      bar.awaitStoredUpTo(2);
      refusedInOneLine("daemon restore: a daemon runs on ", "restore", backup.toString(), "--data", data, "--replace");
    }
    refusedInOneLine("--overwrite", "backup", backup.toString(), "--data", data);
    refusedInOneLine("--replace", "restore", backup.toString(), "--data", data);
    Ended restored = run("restore", backup.toString(), "--data", data, "--replace");
    assertEquals(0, restored.status, restored.err);
    assertTrue(restored.out.contains("1 rep in 1 set") && restored.out.contains("Before: "), restored.out);
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(Path.of(data)));
        TestBar bar = TestBar.connect(daemon.brokerUri(), Summaries.BAR)) {
      bar.publish(Channel.REP, Summaries.rep(3));
      assertEquals(List.of(new Ack.Hole(2, 2)), bar.awaitAck(ack -> !ack.holes().isEmpty()).holes());
      bar.publish(Channel.REP, Summaries.rep(2));
      bar.awaitStoredUpTo(3);
    }
  }

  @Test
  void shouldDeleteAnAthleteBesideARunningDaemonAndKeepTheProofWhenAsked() throws Exception {
    String data = folder.resolve("data").toString();
    Path proof = folder.resolve("proof.json");
    refusedInOneLine("there is no database", "forget", "Ada", "--yes", "--data", data);
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(Path.of(data)));
        TestBar bar = TestBar.connect(daemon.brokerUri(), Summaries.BAR)) {
      bar.publish(Channel.REP, Summaries.rep(1));
      bar.awaitStoredUpTo(1);
      refusedInOneLine("there is no athlete 'Eve'", "forget", "Eve", "--yes", "--data", data);
      Files.createFile(proof);
      refusedInOneLine("name another file", "forget", "Ada", "--yes", "--proof", proof.toString(), "--data", data);
      Files.delete(proof);
      Ended ended = run("forget", "Ada", "--yes", "--proof", proof.toString(), "--data", data);
      assertEquals(0, ended.status, ended.err);
      assertTrue(ended.out.matches("(?s)Deleted: athlete a-.*\\n  rep +1\\n.*"), ended.out);
      String certificate = Files.readString(proof);
      assertTrue(certificate.startsWith("{\"athlete_id\":\"a-") && certificate.contains("\"left\":{\"account\":0,"),
          certificate);
      bar.publish(Channel.REP, Summaries.rep(1));
      bar.publish(Channel.REP, Summaries.rep(2));
      bar.awaitStoredUpTo(2);
      assertEquals(2, daemon.counters().stored());
      assertEquals(1, daemon.counters().duplicates());
    }
    assertTrue(run("forget", "--help").out.contains("Examples:"));
  }

  @Test
  void shouldSayOneLineAndMakeNothingWhenABackupMakesNoSense() throws Exception {
    Path data = folder.resolve("data");
    String letter = Files.writeString(folder.resolve("letter"), "no database").toString();
    refusedInOneLine("nothing to back up", "backup", folder.resolve("b").toString(), "--data", data.toString());
    refusedInOneLine("daemon restore: " + letter, "restore", letter, "--data", data.toString());
    refusedInOneLine("is not there", "restore", folder.resolve("b").toString(), "--data", data.toString());
    refusedInOneLine("pg_dump", "backup", folder.resolve("b").toString(), "--db", "postgresql://ada:secret@db/gym");
    refusedInOneLine("FILE", "backup");
    refusedInOneLine("--trace-days must be 0 to 36500", "--trace-days", "-1");
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
    assertTrue(run("backup", "--help").out.contains("Examples:"));
    assertTrue(run("restore", "--help").out.contains("--replace"));
  }

  @Test
  void shouldFollowTheXdgRuleWhenNoFolderIsGiven() {
    assertEquals(Path.of("/x/plumbline"), DaemonCommand.defaultFolder(Map.of("XDG_DATA_HOME", "/x")));
    Path home = Path.of(System.getProperty("user.home"), ".local", "share", "plumbline");
    assertEquals(home, DaemonCommand.defaultFolder(Map.of()));
    assertEquals(home, DaemonCommand.defaultFolder(Map.of("XDG_DATA_HOME", "relative")));
  }
}

package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.pairing.Verifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands beside a daemon that give and take access, here without one.
class AccessCommandTest {
  @TempDir
  private Path folder = Path.of("set by JUnit");

  private record Ended(int status, List<String> out, String err) {}

  private Ended run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = DaemonCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(Stream.concat(Stream.of(words), Stream.of("--data", folder.toString())).toArray(String[]::new));
    return new Ended(status, out.toString().lines().toList(), err.toString());
  }

  private void refused(String says, String... words) {
    Ended ended = run(words);
    assertEquals(2, ended.status, ended.err);
    assertTrue(ended.err.contains(says), ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertEquals(List.of(), ended.out);
  }

  @Test
  void shouldShowAPasswordOnceWhenSomebodyIsAdded() throws Exception {
    List<String> added = run("broker-user", "hass", "--as", "home").out;
    assertEquals("user = hass", added.getFirst());
    String secret = added.getLast().substring("password = ".length());
    assertEquals(43, secret.length());
    String kept = Files.readString(folder.resolve("broker-access").resolve("access.json"));
    assertFalse(kept.contains(secret), kept);
    refused("already", "broker-user", "hass", "--as", "reader");
    assertEquals(1, run("bars").out.stream().filter(line -> line.startsWith("home ") && line.contains("hass")).count());
    assertEquals(0, run("bars", "--revoke", "hass").status);
    assertEquals(List.of(), run("bars").out);
    refused("nobody is called 'hass'", "bars", "--revoke", "hass");
  }

  @Test
  void shouldWriteTheSameVerifierForMosquittoWhenAUserWasAdded() throws Exception {
    refused("there is nobody to write", "mosquitto", folder.resolve("m").toString());
    String secret = run("broker-user", "garage", "--as", "bar").out.getLast().substring("password = ".length());
    Ended written = run("mosquitto", folder.resolve("m").toString());
    assertEquals(0, written.status, written.err);
    String line = Files.readString(folder.resolve("m").resolve("plumbline.passwd")).strip();
    assertTrue(line.startsWith("bar-garage:"), line);
    assertTrue(new Verifier(line.substring("bar-garage:".length())).accepts(secret));
    assertTrue(written.out.contains("allow_anonymous false"), written.out.toString());
  }

  @Test
  void shouldRefuseInOneLineWhenANameIsNone() {
    refused("BAR must be", "pair", "a b");
    refused("no daemon runs on", "pair", "garage");
    refused("is no name", "broker-user", "a/b", "--as", "home");
    refused("begins like a name that others have", "broker-user", "bar-garage", "--as", "reader");
    refused("begins like a name that others have", "broker-user", "plumbline-daemon", "--as", "daemon");
  }

  @Test
  void shouldRefuseInOneLineWhenTheFileIsDamaged() throws Exception {
    run("broker-user", "hass", "--as", "home");
    Path file = folder.resolve("broker-access").resolve("access.json");
    for (String damage : List.of("", "[]", "{\"users\":[{}],\"offers\":[]}", "{\"users\":null,\"offers\":[]}",
        "{\"users\":[{\"kind\":\"king\"")) {
      Files.writeString(file, damage);
      refused("is damaged", "bars");
    }
    refused("is damaged", "broker-user", "wall", "--as", "reader");
    assertTrue(Files.readString(file).contains("king"), "and it is not overwritten");
  }
}

package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.state.PairedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pairing in the state folder does to the settings.
class PairedConfigTest {
  private static final String BROKER = "broker = \"ssl://gym.local:8883\"";

  @TempDir
  private Path folder = Path.of("set by JUnit");

  @BeforeEach
  void pair() throws IOException {
    pair("pair-1a", "garage");
  }

  private Path state() {
    return folder.resolve("a \"state\"");
  }

  private void pair(String name, String barId) throws IOException {
    PairedFiles files = new PairedFiles(state(), name);
    files.prepare("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "s3cret");
    files.commit(barId, "ssl://gym.local:8883", "bar-" + barId);
  }

  private CommandRun config(String... more) {
    return CommandRun.bar(Stream.concat(Stream.of("--print-config", "--state", state().toString()), Stream.of(more))
        .toArray(String[]::new));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("bar.toml"), text).toString();
  }

  @Test
  void shouldGoBeforeTheIdOfTheConfigurationWhenABarIsPaired() throws Exception {
    CommandRun run = config("--config", file("[bar]\nid = \"bar-1\"\n"));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(BROKER) && run.out().contains("id = \"garage\""), run.out());
    assertTrue(run.out().contains("user = \"bar-garage\""), run.out());
    assertFalse(run.out().contains("s3cret"), run.out());
  }

  @Test
  void shouldHaveNothingOfThePairingWhenABrokerIsNamed() throws Exception {
    for (CommandRun run : new CommandRun[]{config("--broker", "tcp://127.0.0.1:1"),
        config("--config", file("[link]\nbroker = \"tcp://127.0.0.1:1\"\n"))}) {
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains("tcp://127.0.0.1:1") && run.out().contains("id = \"bar-1\""), run.out());
      assertFalse(run.out().contains("bar-garage"), run.out());
    }
  }

  @Test
  void shouldRefuseInOneLineWhenTheCommandLineHasAnotherId() {
    CommandRun run = config("--bar-id", "attic");
    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("'attic', but this bar is paired as 'garage'"), run.err());
  }

  @Test
  void shouldLeaveOnlyTheNewFilesWhenABarIsPairedAgain() throws Exception {
    pair("pair-2b", "attic");
    assertTrue(config().out().contains("user = \"bar-attic\""));
    PairedFiles failed = new PairedFiles(state(), "pair-3c");
    failed.prepare("pem", "other");
    failed.abandon();
    try (Stream<Path> files = Files.list(state())) {
      assertEquals(new TreeSet<>(Set.of("paired.toml", "pair-2b-ca.pem", "pair-2b-secrets.toml")),
          files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}

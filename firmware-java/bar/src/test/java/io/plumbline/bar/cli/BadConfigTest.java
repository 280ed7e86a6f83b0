package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.testing.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person can get wrong in a configuration, and the one line that each of it gives; the table is `bad-configs.txt` beside this class.
class BadConfigTest {
  @TempDir
  private static Path folder = Path.of("set by JUnit");

  /// @param text     of the configuration
  /// @param expected what is printed, with `FILE` and `FOLDER` for where the configuration is
  record Case(String text, String expected) {
    @Override
    public String toString() {
      return expected;
    }
  }

  @BeforeAll
  static void makeFiles() throws Exception {
    TestCertificates certificates = new TestCertificates(Files.createDirectory(folder.resolve("made")))
        .with("bar", "dns:bar-1").with("other", "dns:bar-2");
    Files.copy(certificates.certificate("ca"), folder.resolve("ca.pem"));
    Files.copy(certificates.certificate("bar"), folder.resolve("bar.pem"));
    secret("bar-key.pem", Files.readString(certificates.key("bar")));
    secret("other-key.pem", Files.readString(certificates.key("other")));
    Files.writeString(folder.resolve("open-key.pem"), Files.readString(certificates.key("bar")));
    Files.setPosixFilePermissions(folder.resolve("open-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    secret("locked-key.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    secret("old-key.pem", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
    secret("bad-key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    Files.writeString(folder.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Files.writeString(folder.resolve("half.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    Files.write(folder.resolve("ca.der"), new byte[]{0x30, 0x03, 0x02, 0x01, 0x01});
    Files.createFile(folder.resolve("plain-file"));
    Path open = Files.writeString(folder.resolve("open.toml"), "[link]\npassword = \"hunter2\"\n");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
    secret("unquoted.toml", "[link]\npassword = hunter2\n");
    secret("number.toml", "[link]\npassword = 12345\n");
    secret("misspelt.toml", "[link]\npasword = \"hunter2\"\n");
    secret("flat.toml", "password = \"hunter2\"\n");
  }

  private static void secret(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  static List<Case> table() throws Exception {
    List<Case> cases = new ArrayList<>();
    try (var in = Objects.requireNonNull(BadConfigTest.class.getResourceAsStream("bad-configs.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^----\n", -1)) {
        List<String> lines = part.lines().filter(line -> !line.startsWith("## ")).toList();
        String expected = lines.getLast().substring("=> ".length());
        cases.add(new Case(String.join("\n", lines.subList(0, lines.size() - 1)) + "\n", expected));
      }
    }
    return cases;
  }

  /// A configuration that is taken would run for ever.
  @ParameterizedTest
  @MethodSource("table")
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
  void shouldGiveItsOneLineWhenAConfigurationIsBad(Case bad) throws Exception {
    Path own = Files.createTempFile(folder, "bar", ".toml");
    Files.writeString(own, bad.text.replace("FOLDER", folder.toString()));
    CommandRun run = CommandRun.bar("--config", own.toString(), "--state", folder.resolve("state").toString());
    String told = run.err().replace(own.toString(), "FILE").replace(folder.toString(), "FOLDER");
    assertEquals("plumbline bar: " + bad.expected + "\n", told);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertFalse(Files.exists(folder.resolve("state")), "nothing is written");
  }

  @Test
  void shouldHoldThirtyLinesOfAllSectionsWithoutASecretWhenTheTableIsRead() throws Exception {
    List<Case> table = table();
    assertTrue(table.size() >= 30, table.size() + " cases");
    for (Case bad : table) {
      assertTrue(bad.expected.startsWith("FILE"), bad.expected);
      assertFalse(bad.expected.contains("hunter2") || bad.expected.contains("12345"), bad.expected);
    }
    for (String section : List.of("bar", "board", "loop", "recording", "link", "force", "chip")) {
      assertTrue(table.stream().anyMatch(bad -> bad.text.contains("[" + section + "]")), section);
    }
  }
}

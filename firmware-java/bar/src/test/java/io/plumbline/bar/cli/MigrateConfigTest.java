package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateConfigTest {
  private static final String OLD = "# Kim's bar\n[bar]\nid = \"kim\"\n\n[recording]\nfile_mb = 32 # half of it\ntotal_mb = 512\n";
  private final Path folder;
  private final Path file;

  MigrateConfigTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("bar.toml");
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void shouldReadAnOldFileAndSaySoInOneLineWhenItIsUsed() throws Exception {
    Files.writeString(file, OLD);
    CommandRun run = CommandRun.bar("--config", file.toString(), "--print-config");
    assertEquals(0, run.status(), run.err());
    assertEquals("plumbline bar: " + file + ": recording.file_mb (line 6) is now file_mib, recording.total_mb (line 7)"
        + " is now total_mib; it is read as such, and --migrate-config writes it down\n", run.err());
    assertTrue(run.out().lines().anyMatch(line -> line.matches("file_mib = 32 +# .*bar.toml:6")), run.out());
    assertEquals(OLD, Files.readString(file));
  }

  @Test
  void shouldWriteTheFileAnewAndKeepTheOldOneWhenAsked() throws Exception {
    Files.writeString(file, OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    CommandRun run = CommandRun.bar("--config", file.toString(), "--migrate-config");
    assertEquals(0, run.status(), run.err());
    assertEquals(file + " is of version 1 now: recording.file_mb (line 6) is now file_mib, recording.total_mb (line 7)"
        + " is now total_mib; the old file is " + file + ".version-0\n", run.out());
    assertEquals("version = 1\n" + OLD.replace("file_mb", "file_mib").replace("total_mb", "total_mib"),
        Files.readString(file));
    assertEquals(OLD, Files.readString(folder.resolve("bar.toml.version-0")));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("bar.toml", "bar.toml.version-0"), names());

    CommandRun again = CommandRun.bar("--config", file.toString(), "--migrate-config");
    assertEquals(file + " is of version 1 already; nothing was written\n", again.out());
    assertEquals("", CommandRun.bar("--config", file.toString(), "--print-config").err());
  }

  @Test
  void shouldReplaceTheVersionWhereItStandsWhenItIsSaid() throws Exception {
    Files.writeString(file, "# mine\r\nversion = 0\r\nrecording = { \"file_mb\" = 32 }\r\n");
    assertEquals(0, CommandRun.bar("--config", file.toString(), "--migrate-config").status());
    assertEquals("# mine\r\nversion = 1\r\nrecording = { \"file_mib\" = 32 }\r\n", Files.readString(file));
  }

  @Test
  void shouldTouchNothingWhenTheFileIsBadOrAnOldOneIsThere() throws Exception {
    Files.writeString(file, OLD.replace("32", "0"));
    CommandRun bad = CommandRun.bar("--config", file.toString(), "--migrate-config");
    assertEquals(2, bad.status());
    assertTrue(bad.err().contains("recording.file_mib must be a whole number from 1 to 4096, but is 0"), bad.err());
    assertEquals(List.of("bar.toml"), names());

    Files.writeString(file, OLD);
    Files.writeString(folder.resolve("bar.toml.version-0"), "older");
    CommandRun run = CommandRun.bar("--config", file.toString(), "--migrate-config");
    assertEquals(2, run.status());
    assertEquals("plumbline bar: " + file + ".version-0: is there already: move it away, then migrate again\n",
        run.err());
    assertEquals(OLD, Files.readString(file));
    assertEquals("older", Files.readString(folder.resolve("bar.toml.version-0")));
  }

  @Test
  void shouldAskForTheFileWhenNoneIsNamed() {
    CommandRun run = CommandRun.bar("--migrate-config");
    assertEquals(2, run.status());
    assertEquals("plumbline bar: --migrate-config writes a file anew: name it with --config\n", run.err());
  }
}

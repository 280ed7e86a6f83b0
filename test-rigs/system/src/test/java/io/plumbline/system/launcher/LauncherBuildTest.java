package io.plumbline.system.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds. The real launcher in a small tree of its own, with a script in Maven's place that says that it was called.
class LauncherBuildTest {
  private static final String APP = "test-rigs/demo/target/app";

  @TempDir
  private Path temp = Path.of("");

  private Path root = Path.of("");
  private Path source = Path.of("");
  private Path calls = Path.of("");

  @BeforeEach
  void layTree() throws IOException {
    root = Files.createDirectory(temp.resolve("a tree"));
    calls = root.resolve("calls");
    Files.createDirectory(root.resolve(".mvn"));
    for (String file : List.of("plumbline", ".mvn/find-tools.sh")) {
      Files.copy(Repository.ROOT.resolve(file), root.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    Path code = Files.createDirectories(root.resolve("firmware-java/core/src/main/java"));
    for (String folder : List.of("daemon", "test-rigs/simulator", "test-rigs/virtual-chips", "test-rigs/benchmarks",
        "test-rigs/faults",
        "test-rigs/demo")) {
      Files.createDirectories(root.resolve(folder));
    }
    source = Files.writeString(code.resolve("A.java"), "class A {}");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    maven("ln -s '" + Repository.ROOT.resolve(APP) + "'/*.jar " + APP + "/");
  }

  /// A Maven home whose mvn counts its calls and does what `work` says.
  private void maven(String work) throws IOException {
    Path bin = Files.createDirectories(temp.resolve("maven/bin"));
    Files.createDirectories(temp.resolve("maven/lib"));
    Path core = temp.resolve("maven/lib/maven-core-3.9.0.jar");
    Files.deleteIfExists(core);
    Files.createFile(core);
    Path script = Files.writeString(bin.resolve("mvn"), """
      #!/bin/sh
      echo begin >>calls
      echo '[INFO] Building Plumbline core 0.1.0-SNAPSHOT   [3/13]'
      rm -rf %1$s
      mkdir -p %1$s
      %2$s
      status=$?
      echo end >>calls
      exit $status
      """.formatted(APP, work));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Program launch(String... arguments) throws IOException {
    return Program.start(temp, Map.of("MAVEN_HOME", temp.resolve("maven").toString(), "PLUMBLINE_NO_BUILD", "0"),
        Stream.concat(Stream.of(root.resolve("plumbline").toString()), Stream.of(arguments)).toList());
  }

  private String run() throws IOException {
    try (Program program = launch("simulate", "--help")) {
      assertEquals(0, program.awaitEnd(), program::errors);
      return program.errors();
    }
  }

  private long builds() throws IOException {
    return Files.readAllLines(calls).stream().filter("begin"::equals).count();
  }

  @Test
  void shouldBuildOnceWhenNothingChanges() throws IOException {
    String first = run();
    String second = run();
    assertAll(() -> assertTrue(first.contains("Building 3/13 Plumbline core …"), first), () -> assertEquals("", second),
        () -> assertEquals(1, builds()));
  }

  @Test
  void shouldBuildAgainWhenASourceIsNewer() throws IOException {
    run();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run();
    assertEquals(2, builds());
  }

  @Test
  void shouldNotBuildWhenOnlyATestIsNewer() throws IOException {
    Path test = Files.createDirectories(root.resolve("firmware-java/core/src/test/java")).resolve("ATest.java");
    run();
    Files.writeString(test, "class ATest {}");
    Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(60)));
    run();
    assertEquals(1, builds());
  }

  @Test
  void shouldShowReasonAndLogWhenTheBuildFails() throws IOException {
    maven("echo '[ERROR] A.java:[1,1] class, interface or enum expected'; false");
    try (Program program = launch("version")) {
      assertEquals(1, program.awaitEnd());
      assertAll(
          () -> assertTrue(program.errors().contains("A.java:[1,1] class, interface or enum expected"),
              program::errors),
          () -> assertTrue(program.errors().contains(root.resolve("target/plumbline/build.log").toString()),
              program::errors));
    }
    maven("ln -s '" + Repository.ROOT.resolve(APP) + "'/*.jar " + APP + "/");
    run();
    assertEquals(2, builds());
  }

  @Test
  void shouldBuildOneAfterTheOtherWhenStartedTogether() throws IOException {
    try (Program one = launch("simulate", "--help"); Program other = launch("simulate", "--help")) {
      assertEquals(0, one.awaitEnd(), one::errors);
      assertEquals(0, other.awaitEnd(), other::errors);
    }
    assertEquals(List.of("begin", "end"), Files.readAllLines(calls));
  }

  @Test
  void shouldAddUpTheTestsWhenAllAreRun() throws IOException {
    maven("""
      echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 0.1 s -- in A'
      echo '[WARNING] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1'
      echo '[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0'
      """);
    try (Program test = launch("test")) {
      assertEquals(0, test.awaitEnd(), test::errors);
      assertTrue(test.lines().contains("Tests: 6 passed, 0 failed, 1 skipped"), () -> test.lines().toString());
    }
  }

  @Test
  void shouldEndAsMavenEndsWhenATestFails() throws IOException {
    maven("echo '[ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0'; exit 1");
    try (Program test = launch("test", "-pl", "daemon")) {
      assertEquals(1, test.awaitEnd());
      assertTrue(test.lines().contains("Tests: 1 passed, 2 failed, 0 skipped"), () -> test.lines().toString());
    }
  }
}

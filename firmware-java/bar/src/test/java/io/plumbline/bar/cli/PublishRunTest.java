package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishRunTest {
  /// In a process of its own, for a JVM ends once.
  @Test
  void shouldEndInGoodOrderWhenAskedBeforeItRuns() throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), AskedTooEarly.class.getName()).redirectErrorStream(true).start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("measured 0 reps, 0 sets; nothing is kept, without a broker and a journal (--state FOLDER keeps one)",
        said.strip());
    assertEquals(0, process.waitFor());
  }
}

package io.plumbline.virtualchips.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a sample from Pi4J's API through real system calls to virtual chips and back, in a process of its own.
class KernelPathTest {
  @Test
  void shouldCarryEveryByteEdgeAndErrorWhenThePluginMakesRealSystemCalls(@TempDir Path folder) throws Exception {
    Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        KernelPathProbe.class.getName(), folder.toString()).redirectErrorStream(true)
        .redirectInput(new File("/dev/null")).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    List<String> lines = output.lines().toList();
    if (status == KernelPathProbe.REFUSED) {
      System.out.println("kernel path: left out: " + output.strip());
      assertTrue(System.getenv("CI") == null, "CI must not leave this out: " + output);
      abort(output.strip());
    }
    String result = lines.stream().filter(line -> line.startsWith(Verdicts.RESULT)).findFirst().orElse("");
    System.out.println("kernel path: " + result);
    assertEquals(List.of(), lines.stream().filter(line -> line.startsWith("FAIL")).toList());
    assertEquals(0, status, output);
    assertTrue(result.matches("RESULT [1-9]\\d+ claims held, 0 failed"), output);
  }
}

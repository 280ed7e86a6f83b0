package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.linux.RealTimeReport.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealTimeSetupTest {
  @Test
  void shouldTieTheThreadToACpuWhenItExists() throws Exception {
    onNewThread(() -> {
      Step step = RealTimeSetup.apply(new RealTimeConfig(0, 0, false, false)).steps().getFirst();
      String allowed = status("Cpus_allowed_list");
      // CPU 0 may be taken from this process, then the line has to say so.
      assertEquals(step.isGranted()
          ? "CPU 0: the thread is tied to it"
          : "CPU 0: this process may not use it, or there is none; runs on any CPU: `nproc` and `taskset -p $$` show what there is",
          step.line());
      assertEquals(step.isGranted(), allowed.equals("0"), allowed);
      return null;
    });
  }

  @Test
  void shouldRunOnAnyCpuWhenTheOneAskedForIsMissing() throws Exception {
    onNewThread(() -> {
      String before = status("Cpus_allowed_list");
      Step step = RealTimeSetup.apply(new RealTimeConfig(1023, 0, false, false)).steps().getFirst();
      assertEquals(-22, step.status());
      assertTrue(step.line().startsWith("CPU 1023: this process may not use it, or there is none"), step.line());
      assertEquals(before, status("Cpus_allowed_list"));
      return null;
    });
  }

  @Test
  void shouldScheduleFirstInFirstOutWhenPermitted() throws Exception {
    onNewThread(() -> {
      RealTimeReport report = RealTimeSetup.apply(new RealTimeConfig(RealTimeConfig.ANY_CPU, 5, false, false));
      Step step = report.steps().getFirst();
      // Fields 40 and 41 of stat are priority and policy; the name before them may hold blanks.
      String stat = Files.readString(Path.of("/proc/self/task/" + report.threadId() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      assertEquals(step.isGranted() ? "5 1" : "0 0", fields[37] + " " + fields[38]);
      assertTrue(step.line().startsWith("SCHED_FIFO 5: "), step.line());
      return null;
    });
  }

  @Test
  void shouldStartNormalThreadsWhenItIsARealTimeOne() throws Exception {
    onNewThread(() -> {
      RealTimeSetup.apply(new RealTimeConfig(RealTimeConfig.ANY_CPU, 5, false, false));
      onNewThread(() -> {
        String stat = Files.readString(Path.of("/proc/self/task/" + LinuxIo.threadId() + "/stat"));
        assertEquals("0", stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[38]);
        return null;
      });
      return null;
    });
  }

  @Test
  void shouldLetTimersFireWithoutSlackWhenAsked() throws Exception {
    onNewThread(() -> {
      RealTimeReport report = RealTimeSetup.apply(RealTimeConfig.unprivileged());
      assertEquals(List.of("Timer slack: 1 ns"), report.steps().stream().map(Step::line).toList());
      assertTrue(report.isComplete());
      int prGetTimerslack = 30;
      assertEquals(1, LinuxIo.prctl(prGetTimerslack, 0));
      return null;
    });
  }

  @Test
  void shouldKeepMemoryWhenPermitted() throws Exception {
    Step step = RealTimeSetup.apply(new RealTimeConfig(RealTimeConfig.ANY_CPU, 0, true, false)).steps().getFirst();
    assertEquals(step.isGranted(), !status("VmLck").equals("0 kB"), step.line());
  }

  @Test
  void shouldAskForNothingWhenNothingIsWanted() {
    RealTimeReport report = RealTimeSetup.apply(new RealTimeConfig(RealTimeConfig.ANY_CPU, 0, false, false));
    assertEquals(List.of(), report.steps());
    assertTrue(report.threadId() > 0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    -1   | SCHED_FIFO 70: not permitted; runs as a normal thread: add LimitRTPRIO=90 to the service, or `@realtime - rtprio 90` to
    -22  | SCHED_FIFO 70: EINVAL (not possible on this device); runs as a normal thread
    """)
  void shouldSayWhatToDoWhenFifoIsRefused(int status, String start) {
    assertTrue(RealTimeLines.fifo(70, status).line().startsWith(start), RealTimeLines.fifo(70, status).line());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -11, -12})
  void shouldNameTheLimitWhenMemoryCannotBeLocked(int status) {
    String line = RealTimeLines.memory(status).line();
    assertTrue(line.contains("add LimitMEMLOCK=infinity to the service"), line);
  }

  @Test
  void shouldSayWhatItMeansWhenTimersStayCoarse() {
    assertEquals("Timer slack: EPERM (not permitted); timers of a normal thread may fire up to 50 µs late",
        RealTimeLines.timers(-1).line());
  }

  @ParameterizedTest
  @CsvSource({"-2, 0", "1024, 0", "0, 100", "0, -1"})
  void shouldRefuseAConfigurationWhenANumberIsOutOfRange(int cpu, int priority) {
    assertThrows(IllegalArgumentException.class, () -> new RealTimeConfig(cpu, priority, false, false));
  }

  private static String status(String key) throws Exception {
    return Files.readAllLines(Path.of("/proc/thread-self/status")).stream().filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip()).findFirst().orElseThrow();
  }

  private static void onNewThread(Callable<Void> work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work);
    Thread.ofPlatform().start(task);
    task.get();
  }
}

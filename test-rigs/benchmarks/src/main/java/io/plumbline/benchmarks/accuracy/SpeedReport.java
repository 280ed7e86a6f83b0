package io.plumbline.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// What the pipeline alone took, in processor time, so that neither the simulator nor others on the machine count.
final class SpeedReport {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private SpeedReport() {}

  static Section section(Campaign campaign) {
    Table table = new Table("pipeline alone", "frames", "recording, s", "ns a frame", "times real time");
    for (SensorSet sensors : campaign.plan().sensors()) {
      List<SetResult> results = campaign.of(Variant.of(sensors), result -> true);
      long frames = sum(results, SetResult::frames);
      long cpuNs = Math.max(1, sum(results, SetResult::cpuNs));
      double seconds = results.stream().mapToDouble(SetResult::seconds).sum();
      table.add(sensors.label(), String.valueOf(frames), String.format(Locale.ROOT, "%.0f", seconds),
          String.format(Locale.ROOT, "%.0f", (double) cpuNs / Math.max(1, frames)),
          String.format(Locale.ROOT, "%.0f", seconds * 1e9 / cpuNs));
    }
    return new Section("speed",
        List.of(new Section.Part("Speed of the pipeline alone, one thread, processor time", table,
            "A frame holds all samples of one instant, about 1000 a second (goal: 2000 ns, 500 times real time). "
                + "Measured on " + machine() + ".")));
  }

  private static long sum(List<SetResult> results, ToLongFunction<SetResult> of) {
    return results.stream().mapToLong(of).sum();
  }

  private static String machine() {
    String java = "Java " + Runtime.version().feature();
    String processors = Runtime.getRuntime().availableProcessors() + " processors";
    try {
      return Files.readAllLines(PROCESSORS).stream().filter(line -> line.startsWith(MODEL)).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", " + processors + ", " + java)
          .orElse(processors + ", " + java);
    } catch (IOException e) {
      // No Linux: what the Java machine knows is enough.
      return System.getProperty("os.arch") + ", " + processors + ", " + java;
    }
  }
}

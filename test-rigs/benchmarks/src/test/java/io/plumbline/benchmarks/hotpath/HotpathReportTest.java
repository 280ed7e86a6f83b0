package io.plumbline.benchmarks.hotpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.benchmarks.hotpath.HotpathFigure.Subject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class HotpathReportTest {
  private static List<HotpathFigure> figures(double bytes) {
    return List.of(new HotpathFigure(Subject.COPY, 8, Double.NaN, 0.00001),
        new HotpathFigure(Subject.SAMPLING, 1000, 12.34, bytes));
  }

  private static List<String> printed(List<HotpathFigure> figures) {
    StringWriter text = new StringWriter();
    HotpathReport.print(figures, new PrintWriter(text));
    return text.toString().lines().toList();
  }

  @Test
  void shouldCompareWithTheBaselineWhenNothingAllocates() {
    List<HotpathFigure> figures = figures(0.002);
    assertTrue(HotpathReport.isClean(figures));
    assertEquals(List.of("a sample                          ns   +/- ns   of baseline        bytes",
        "copy of a row (baseline)         8.0        ?          1.0x      0.00001",
        "sampling agent                1000.0     12.3        125.0x      0.00200",
        "Nothing allocates for samples."), printed(figures));
  }

  @Test
  void shouldNameWhatAllocatesWhenBytesAreAboveTheLimit() {
    List<HotpathFigure> figures = figures(0.02);
    assertFalse(HotpathReport.isClean(figures));
    List<String> lines = printed(figures);
    assertTrue(lines.get(2).endsWith("0.02000  allocates"), lines.get(2));
    assertEquals("Something allocates for samples: more than 0.01 bytes.", lines.getLast());
  }

  @Test
  void shouldMeasureEachBenchmarkThatThereIs() {
    Set<String> benchmarks = Arrays.stream(HotpathBenchmark.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class)).map(method -> method.getName())
        .collect(Collectors.toSet());
    assertEquals(benchmarks, Arrays.stream(Subject.values()).map(Subject::method).collect(Collectors.toSet()));
  }
}

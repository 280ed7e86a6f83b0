package io.plumbline.benchmarks.accuracy.measures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeasureAccuracyTest {
  private static final long FIRST_SEED = 1001;
  private static final long LAST_SEED = 1040;

  @Test
  void shouldStayWithinTheGoalsWhenRandomLiftsAreMeasured() {
    MeasureScores scores = MeasureAccuracy.scores(FIRST_SEED, LAST_SEED);
    scores.rows().forEach(row -> System.out.println("figure " + row));

    assertTrue(scores.of("lift-off, ms").count() >= 10, "too few reps to judge by");
    assertBelow(scores, "lift-off, ms", 12);
    assertBelow(scores, "top, ms", 10);
    assertBelow(scores, "touch-down, ms", 5);
    assertBelow(scores, "mean velocity", 15);
    assertBelow(scores, "peak velocity", 5);
    assertBelow(scores, "load, %", 1);
    assertBelow(scores, "tension time", 40);
    assertBelow(scores, "peak loading", 30);
    assertBelow(scores, "touch-down speed", 15);
  }

  private static void assertBelow(MeasureScores scores, String name, double median) {
    double found = scores.of(name).quantile(0.5);
    assertTrue(found < median, name + ": the median error is " + found + ", not below " + median);
  }
}

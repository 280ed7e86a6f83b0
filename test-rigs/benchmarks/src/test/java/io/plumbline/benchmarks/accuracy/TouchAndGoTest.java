package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sets whose reps follow one another without a rest, from seeds that nothing was tuned on. Limits are about twice what was measured.
class TouchAndGoTest {
  private static final long FIRST_SEED = 882_001;
  private static final int SETS = 4;
  private static final int LEAST_REPS = 15;
  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void measure() throws InterruptedException {
    PAIRS.addAll(UnseenSets.pairs(FIRST_SEED, SETS, TouchAndGoTest::isTouchAndGo, SensorSet.ALL));
    assertTrue(PAIRS.size() >= LEAST_REPS, PAIRS.size() + " reps");
  }

  private static boolean isTouchAndGo(DrawnSet drawn) {
    return drawn.text().contains("exercise = \"deadlift") && drawn.text().contains("pause_s = 0\n")
        && !drawn.text().contains("descent.kind");
  }

  @Test
  void shouldKnowTheDriftWhenTheFloorIsOnlyTouched() {
    ErrorStatistics drift = Figure.DRIFT_AT_2S.statistics(PAIRS);
    assertTrue(drift.rmse() < 0.005, "after two seconds, RMSE " + drift.rmse());
    assertTrue(drift.coverage() > 0.85, "after two seconds, coverage " + drift.coverage());
    assertTrue(Figure.DRIFT_AT_TOP.statistics(PAIRS).rmse() < 0.004, "at the top");
  }
}

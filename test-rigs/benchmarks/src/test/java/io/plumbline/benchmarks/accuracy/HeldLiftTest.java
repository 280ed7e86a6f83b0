package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import io.plumbline.simulator.scenario.Exercise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lifts that do not begin on the floor, from seeds that nothing was tuned on: the bar is in the air for a minute or more. Limits are about
/// twice what was measured over some hundred sets.
class HeldLiftTest {
  private static final long FIRST_SEED = 881_001;
  private static final int SETS = 12;
  private static final int LEAST_REPS = 30;
  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void measure() throws InterruptedException {
    PAIRS.addAll(UnseenSets.pairs(FIRST_SEED, SETS, set -> set.fullyFitted().exercise().start() != Exercise.Start.FLOOR,
        SensorSet.NO_FORCE));
    assertTrue(PAIRS.size() >= LEAST_REPS, PAIRS.size() + " reps");
  }

  @Test
  void shouldKnowTheVelocityWhenTheBarIsHeldBetweenReps() {
    ErrorStatistics mean = Figure.MEAN_VELOCITY.statistics(PAIRS);
    assertTrue(Math.abs(mean.bias()) < 0.006, "mean velocity, bias " + mean.bias());
    assertTrue(mean.sd() < 0.014, "mean velocity, SD " + mean.sd());
    assertTrue(mean.coverage() > 0.85, "mean velocity, coverage " + mean.coverage());
    assertTrue(Figure.PEAK_VELOCITY.statistics(PAIRS).rmse() < 0.006, "peak velocity");
    assertTrue(Figure.HEIGHT.statistics(PAIRS).rmse() < 0.004, "range of motion");
  }

  @Test
  void shouldKnowStartAndTopWhenTheyAreInTheAir() {
    assertTrue(Figure.LIFT_OFF.statistics(PAIRS).medianAbs() < 0.007, "start");
    assertTrue(Figure.TOP.statistics(PAIRS).medianAbs() < 0.003, "top");
  }

  @Test
  void shouldKnowTheDriftWhenNoRestCorrectsIt() {
    ErrorStatistics drift = Figure.DRIFT_AT_TOP.statistics(PAIRS);
    assertTrue(drift.rmse() < 0.012, "drift, RMSE " + drift.rmse());
    assertTrue(drift.coverage() > 0.8, "drift, coverage " + drift.coverage());
  }
}

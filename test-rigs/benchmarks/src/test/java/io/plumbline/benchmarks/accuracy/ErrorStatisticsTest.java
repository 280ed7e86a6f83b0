package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorStatisticsTest {
  private static final double EXACT = 1e-12;

  private static double[] same(double value, int n) {
    return IntStream.range(0, n).mapToDouble(i -> value).toArray();
  }

  @Test
  void shouldTellBiasAndSpreadApartWhenErrorsAreKnown() {
    ErrorStatistics errors = ErrorStatistics.of(new double[]{1, 3, 5, 7}, same(Double.NaN, 4));
    assertEquals(4, errors.n());
    assertEquals(4, errors.bias(), EXACT);
    // Sum of squares about 4 is 20, over 3.
    assertEquals(Math.sqrt(20.0 / 3), errors.sd(), EXACT);
    assertEquals(Math.sqrt(84.0 / 4), errors.rmse(), EXACT);
    assertEquals(4, errors.medianAbs(), EXACT);
    assertEquals(7, errors.p95Abs(), EXACT);
    assertTrue(Double.isNaN(errors.coverage()));
  }

  @Test
  void shouldTakeTheMiddleOfTheSizesWhenErrorsHaveBothSigns() {
    ErrorStatistics errors = ErrorStatistics.of(new double[]{-9, 1, 2}, same(Double.NaN, 3));
    assertEquals(-2, errors.bias(), EXACT);
    assertEquals(2, errors.medianAbs(), EXACT);
    assertEquals(9, errors.p95Abs(), EXACT);
  }

  @Test
  void shouldCountOnlyWhatIsKnownWhenSomeIsNot() {
    ErrorStatistics errors = ErrorStatistics.of(new double[]{1, Double.NaN, 3}, new double[]{1, 1, Double.NaN});
    assertEquals(2, errors.n());
    assertEquals(2, errors.bias(), EXACT);
    assertEquals(1, errors.coverage(), EXACT);
  }

  @Test
  void shouldHoldTheShareWhenSomeErrorsLeaveTheirInterval() {
    double edge = ErrorStatistics.INTERVAL_SDS;
    ErrorStatistics errors = ErrorStatistics.of(new double[]{0, -edge, edge * 1.001, 2 * edge},
        new double[]{1, 1, 1, 1.999});
    assertEquals(0.5, errors.coverage(), EXACT);
  }

  @Test
  void shouldHoldNinetyFiveInAHundredWhenErrorsAreNormalAndTheirDeviationIsHonest() {
    int n = 20_000;
    SplittableRandom random = new SplittableRandom(5);
    double[] sds = IntStream.range(0, n).mapToDouble(i -> 0.001 + 0.01 * random.nextDouble()).toArray();
    double[] errors = IntStream.range(0, n).mapToDouble(i -> sds[i] * random.nextGaussian()).toArray();
    // Five standard deviations of a share of 0.95 among 20 000.
    assertEquals(0.95, ErrorStatistics.of(errors, sds).coverage(), 5 * Math.sqrt(0.95 * 0.05 / n));
    double[] boasted = IntStream.range(0, n).mapToDouble(i -> sds[i] / 2).toArray();
    assertEquals(0.673, ErrorStatistics.of(errors, boasted).coverage(), 0.02);
  }

  @Test
  void shouldKnowNothingWhenThereIsNothing() {
    ErrorStatistics errors = ErrorStatistics.of(new double[]{Double.NaN}, new double[]{1});
    assertEquals(0, errors.n());
    assertTrue(Double.isNaN(errors.rmse()));
  }

  @Test
  void shouldRefuseWhenDeviationsAreOfOtherErrors() {
    assertThrows(IllegalArgumentException.class, () -> ErrorStatistics.of(new double[2], new double[3]));
  }

  @Test
  void shouldMeetAGoalUpToItsLimitWhenErrorsAreJudged() {
    ErrorStatistics errors = ErrorStatistics.of(new double[]{-1, 1, 3}, same(Double.NaN, 3));
    assertTrue(Goal.biasAndSd("", 1, 2).test().isMet(errors, Double.NaN));
    assertTrue(!Goal.biasAndSd("", 0.99, 2).test().isMet(errors, Double.NaN));
    assertTrue(!Goal.sd("", 1.99).test().isMet(errors, Double.NaN));
    assertTrue(Goal.median("", 1).test().isMet(errors, Double.NaN));
    assertTrue(!Goal.rmse("", 1.9).test().isMet(errors, Double.NaN));
    assertTrue(Goal.within("").test().isMet(errors, 0.95));
    assertTrue(!Goal.within("").test().isMet(errors, 0.94));
  }

  @Test
  void shouldTellHowErrorsGoTogetherWhenSomeAreNotKnown() {
    double no = Double.NaN;
    assertEquals(1, ErrorStatistics.correlation(new double[]{1, 2, 3, no}, new double[]{2, 4, 6, 1}), 1e-12);
    assertEquals(-1, ErrorStatistics.correlation(new double[]{1, 2, 3}, new double[]{3, 2, 1}), 1e-12);
    assertEquals(0, ErrorStatistics.correlation(new double[]{1, 2, 3}, new double[]{1, 0, 1}), 1e-12);
    assertTrue(Double.isNaN(ErrorStatistics.correlation(new double[]{1, no}, new double[]{1, 2})));
  }
}

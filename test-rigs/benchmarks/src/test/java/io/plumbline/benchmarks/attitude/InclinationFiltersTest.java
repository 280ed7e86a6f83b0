package io.plumbline.benchmarks.attitude;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InclinationFiltersTest {
  private static final double[] NO_BIAS = new double[3];
  /// Short, as Madgwick's filter compares specific force with the orientation of one sample before, and the pipeline takes a mean of two samples.
  private static final double PERIOD_S = 0.0005;

  static Stream<InclinationFilter> filters() {
    return List.of(new GyroIntegration(), new MadgwickFilter(MadgwickFilter.PUBLISHED_BETA_RADPS),
        new VqfFilter(VqfParams.PUBLISHED, PERIOD_S), new PlumblinePipeline()).stream();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void shouldFollowRodriguesFormulaWhenTurnedAboutASkewAxis(InclinationFilter filter) {
    Turning turning = new Turning(new double[]{0.7, -1.1, 0.4}, PERIOD_S);
    turning.play(filter, 8, NO_BIAS);
    assertEquals(0, turning.errorDeg(filter, 8), 0.05, filter.name());
  }

  @ParameterizedTest
  @MethodSource("filters")
  void shouldBeginAnewWhenBegunAgain(InclinationFilter filter) {
    Turning turning = new Turning(new double[]{-0.3, 0.5, 1.3}, PERIOD_S);
    turning.play(filter, 3, new double[]{0.05, 0.05, -0.05});
    turning.play(filter, 2, NO_BIAS);
    assertEquals(0, turning.errorDeg(filter, 2), 0.05, filter.name());
  }
}

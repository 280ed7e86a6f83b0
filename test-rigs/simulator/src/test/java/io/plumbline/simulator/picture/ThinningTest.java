package io.plumbline.simulator.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void shouldKeepAnImpactOfOneSampleWhenAMillionAreThinned() {
    double[] timeS = times(1_000_000);
    double[] values = new double[timeS.length];
    Arrays.setAll(values, i -> i % 2);
    values[654_321] = 600;
    values[654_322] = -70;

    double[][] points = Thinning.thin(timeS, values, 0, 1000, 500);

    assertTrue(points[0].length <= 2000, () -> points[0].length + " points");
    int at = Arrays.binarySearch(points[0], timeS[654_321]);
    assertEquals(600, points[1][at]);
    assertEquals(-70, points[1][at + 1]);
    assertEquals(0, points[0][0]);
    assertEquals(timeS[999_999], points[0][points[0].length - 1]);
  }

  @Test
  void shouldKeepAllButLevelPointsWhenThereAreFew() {
    double[] values = {1, 2, 2, 2, 2, 3, Double.NaN, Double.NaN, 4, 4};

    double[][] points = Thinning.thin(times(10), values, 0, 1, 100);

    assertArrayEquals(new double[]{1, 2, 2, 3, Double.NaN, Double.NaN, 4, 4}, points[1]);
    assertArrayEquals(new double[]{0, 0.001, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009}, points[0]);
  }

  @Test
  void shouldReachBothEdgesWhenOnlyAPartIsWanted() {
    double[] timeS = times(1000);
    double[][] points = Thinning.thin(timeS, timeS, 0.3005, 0.4005, 2000);

    assertEquals(0.3, points[0][0]);
    assertEquals(timeS[402], points[0][points[0].length - 1]);
  }

  @Test
  void shouldShowTheNumbersWhenAColumnAlsoHasGaps() {
    double[] values = new double[1000];
    Arrays.fill(values, Double.NaN);
    values[500] = 8;
    values[501] = -9;

    double[][] points = Thinning.thin(times(1000), values, 0, 1, 10);

    assertTrue(Arrays.stream(points[1]).anyMatch(value -> value == 8), () -> Arrays.toString(points[1]));
    assertTrue(Arrays.stream(points[1]).anyMatch(value -> value == -9), () -> Arrays.toString(points[1]));
  }

  private static double[] times(int count) {
    double[] timeS = new double[count];
    Arrays.setAll(timeS, i -> i / 1000.0);
    return timeS;
  }
}

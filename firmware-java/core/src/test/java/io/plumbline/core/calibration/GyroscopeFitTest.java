package io.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GyroscopeFitTest {
  private static final double WANDER = Math.toRadians(0.0017);
  private static final double SLOPE = Math.toRadians(0.005);
  private final GyroscopeFit fit = new GyroscopeFit(GyroscopeFit.Params.DEFAULT);

  @Test
  void shouldStateHonestDeviationsWhenItGrowsWarmOrNot() throws CalibrationRefusedException {
    double square = 0;
    int count = 0;
    for (int seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      double spanC = 20 * random.nextDouble();
      List<BiasPoint> points = new ArrayList<>();
      double[] bias = {0.003 * random.nextGaussian(), 0.003 * random.nextGaussian(), 0.003 * random.nextGaussian()};
      double[] slope = {SLOPE * random.nextGaussian(), SLOPE * random.nextGaussian(), SLOPE * random.nextGaussian()};
      for (int i = 0; i < 6; i++) {
        double warmC = spanC * i / 5;
        double[] mean = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          mean[axis] = bias[axis] + slope[axis] * warmC + Math.hypot(WANDER, 1e-5) * random.nextGaussian();
        }
        points.add(new BiasPoint(20 + warmC, Vectors.list(mean), 1e-5));
      }
      GyroscopeCalibration found = fit.fit(points);
      for (int axis = 0; axis < 3; axis++) {
        double truth = bias[axis] + slope[axis] * (found.referenceC() - 20);
        square += Math.pow((found.biasRadps().get(axis) - truth) / found.biasSdRadps().get(axis), 2);
        square += Math.pow((found.slopeRadpsPerC().get(axis) - slope[axis]) / found.slopeSdRadpsPerC().get(axis), 2);
        count += 2;
      }
    }
    assertEquals(1, Specimen.sd(square, count), 0.07);
  }

  @Test
  void shouldClaimNoSlopeWhenAllStretchesAreEquallyWarm() throws CalibrationRefusedException {
    BiasPoint point = new BiasPoint(22, List.of(0.01, 0.02, -0.01), 1e-5);
    GyroscopeCalibration found = fit.fit(List.of(point, point, point));
    assertEquals(0, found.slopeRadpsPerC().getFirst(), 1e-12);
    assertEquals(SLOPE, found.slopeSdRadpsPerC().getFirst(), 1e-6);
    assertEquals(0.01, found.biasAt(30)[0], 1e-9);
  }

  @Test
  void shouldRefuseWhenTheBarTurnedOrNeverLay() {
    assertThrows(CalibrationRefusedException.class, () -> fit.fit(List.of()));
    CalibrationRefusedException refusal = assertThrows(CalibrationRefusedException.class,
        () -> fit.fit(List.of(new BiasPoint(20, List.of(0.1, 0.0, 0.0), 1e-5))));
    assertTrue(String.valueOf(refusal.getMessage()).contains("was the bar still"), refusal::getMessage);
  }
}

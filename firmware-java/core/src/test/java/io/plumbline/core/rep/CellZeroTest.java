package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CellZeroTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  private final CellZero zero = new CellZero(CellZero.Params.DEFAULT);
  private final double[] information = new double[9];

  private double zeroSdN(int axis) {
    zero.information(information);
    double determinant = information[0] * information[4] - information[1] * information[3];
    return Math.sqrt(information[axis == 0 ? 4 : 0] / determinant);
  }

  @Test
  void shouldBelieveABarThatLiesWhenNothingWasKnown() {
    zero.lies(3, -4);

    assertEquals(3, zero.zeroN(0), 0.05);
    assertEquals(-4, zero.zeroN(1), 0.05);
    assertEquals(CellZero.Params.DEFAULT.lyingSdN(), zeroSdN(1), 0.01);
  }

  @Test
  void shouldMeetBetweenTwoRestsWhenTheyDiffer() {
    zero.lies(0, 1);
    zero.lies(0, 2);

    assertEquals(1.5, zero.zeroN(1), 0.05);
  }

  @Test
  void shouldDoubtAZeroMoreWhenTimeGoesOnButNeverMoreThanAtFirst() {
    zero.wander(0);
    zero.lies(0, 0);
    zero.wander(MINUTE_NS);
    double afterAMinute = zeroSdN(1);
    zero.wander(10_000 * MINUTE_NS);

    assertTrue(afterAMinute > 0.6 && afterAMinute < 1, "SD after a minute is " + afterAMinute);
    assertEquals(CellZero.Params.DEFAULT.unknownSdN(), zeroSdN(1), 1e-6);
  }

  @Test
  void shouldTakeGravityFromAnAccelerometerOnlyWhenItIsNearTheStandard() {
    zero.feels(0.05, 0.002);
    assertEquals(CellZero.Params.DEFAULT.share(), zero.share(), 0);

    zero.feels(-0.004, 0.0017);
    assertEquals(0.5 * (CellZero.Params.DEFAULT.share() - 0.004), zero.share(), 1e-9);
  }

  @Test
  void shouldGiveTheInverseOfItsCovarianceWhenStatesAreCorrelated() {
    zero.know(1, 2, 0.001, new double[]{4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2});
    zero.information(information);
    double[] product = new double[9];
    double[] covariance = {4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[3 * i + j] += covariance[3 * i + k] * information[3 * k + j];
        }
      }
    }

    assertArrayEquals(new double[]{1, 0, 0, 0, 1, 0, 0, 0, 1}, product, 1e-12);
    assertEquals(1, zero.zeroN(0), 0);
    assertEquals(0.001, zero.share(), 0);
  }
}

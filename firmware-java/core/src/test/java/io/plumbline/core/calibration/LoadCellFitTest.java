package io.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadCellFitTest {
  private static final double K = LoadCellFit.Params.DEFAULT.nominalNPerRatio();
  private static final double NOISE_N = 0.2;
  private static final double[] PLATES = {0, 20, 60, 100, 60, 20, 0};
  private final LoadCellFit fit = new LoadCellFit(LoadCellFit.Params.DEFAULT);

  /// A side whose bridges are turned, unequal and off their zero.
  private static final class Side {
    private final Random random;
    private final double[] response;
    private final double[] zero;
    private final double outboardKg;

    Side(long seed) {
      random = new Random(seed * 0x9E3779B97F4A7C15L);
      double turn = random.nextDouble() * 2 * Math.PI;
      double first = 1 + 0.1 * random.nextGaussian();
      double second = 1 + 0.1 * random.nextGaussian();
      response = new double[]{first * Math.cos(turn), -first * Math.sin(turn), second * Math.sin(turn),
          second * Math.cos(turn) + 0.02 * random.nextGaussian()};
      zero = new double[]{50 * random.nextGaussian(), 50 * random.nextGaussian()};
      outboardKg = 6.7 + 0.3 * random.nextGaussian();
    }

    LoadPoint hang(double kg, double rollRad, String name, double saidKg) {
      double weight = -(outboardKg + kg) * Specimen.G;
      double y = Math.sin(rollRad);
      double z = Math.cos(rollRad);
      return new LoadPoint(
          List.of((response[0] * weight * y + response[1] * weight * z + zero[0] + noise()) / K,
              (response[2] * weight * y + response[3] * weight * z + zero[1] + noise()) / K),
          y, z, saidKg, name);
    }

    private double noise() {
      return NOISE_N * random.nextGaussian();
    }

    List<LoadPoint> procedure() {
      List<LoadPoint> points = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        points.add(hang(0, i * Math.PI / 2 + 0.1 * random.nextGaussian(), "empty, angle " + i, 0));
      }
      for (double kg : PLATES) {
        points.add(hang(kg, 0.05 * random.nextGaussian(), kg + " kg", kg));
      }
      return points;
    }

    double[] gain() {
      double determinant = response[0] * response[3] - response[1] * response[2];
      return new double[]{response[3] / determinant, -response[1] / determinant, -response[2] / determinant,
          response[0] / determinant};
    }
  }

  @Test
  void shouldStateHonestDeviationsWhenBridgesAreTurnedAndUnequal() throws CalibrationRefusedException {
    double square = 0;
    int count = 0;
    for (int seed = 1; seed <= 800; seed++) {
      Side side = new Side(seed);
      LoadCellCalibration found = fit.fit(side.procedure());
      double[] gain = side.gain();
      for (int i = 0; i < 4; i++) {
        square += Math.pow((found.nPerRatio().get(i) - gain[i] * K) / found.nPerRatioSd().get(i), 2);
        count++;
      }
      for (int i = 0; i < 2; i++) {
        square += Math.pow((found.zeroRatio().get(i) - side.zero[i] / K) / found.zeroRatioSd().get(i), 2);
        count++;
      }
      square += Math.pow((found.outboardKg() - side.outboardKg) / found.outboardSdKg(), 2);
      count++;
    }
    assertEquals(1, Specimen.sd(square, count), 0.08);
  }

  @Test
  void shouldWeighWithinHalfAPercentWhenRolledAnyhow() throws CalibrationRefusedException {
    for (int seed = 1; seed <= 100; seed++) {
      Side side = new Side(seed);
      LoadCellCalibration found = fit.fit(side.procedure());
      for (int i = 0; i < 20; i++) {
        double roll = side.random.nextDouble() * 0.6 - 0.3;
        double[] force = found.apply(side.hang(75, roll, "", 75).ratio());
        double truth = (75 + side.outboardKg) * Specimen.G;
        assertEquals(truth, Math.hypot(force[0], force[1]), 0.005 * truth, "seed " + seed);
      }
      assertTrue(found.rSquared() > 0.9999, found::toString);
      assertTrue(found.hysteresisN() < 2, () -> "hysteresis " + found.hysteresisN());
      assertTrue(found.residualN() < 1, () -> "residual " + found.residualN());
    }
  }

  @Test
  void shouldNameTheLoadWhenAPlateIsNotWhatWasSaid() {
    Side side = new Side(8);
    List<LoadPoint> points = new ArrayList<>(side.procedure());
    points.set(6, side.hang(56, 0, "60 kg, going up", 60));
    points.set(8, side.hang(56, 0, "60 kg, coming down", 60));
    CalibrationRefusedException refusal = assertThrows(CalibrationRefusedException.class, () -> fit.fit(points));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("60 kg, "), refusal::getMessage);
    assertTrue(String.valueOf(refusal.getMessage()).contains("1 % is allowed"), refusal::getMessage);
  }

  @Test
  void shouldShowHysteresisWhenTheCellsLag() throws CalibrationRefusedException {
    Side side = new Side(9);
    List<LoadPoint> points = new ArrayList<>(side.procedure());
    points.set(9, side.hang(20.3, 0, "20 kg, coming down", 20));
    LoadCellCalibration found = fit.fit(points);
    assertEquals(0.3 * Specimen.G, found.hysteresisN(), 1.5);
  }

  @Test
  void shouldRefuseWhenLoadsAreTooFewTooLightOrNeverRolled() {
    Side side = new Side(10);
    List<LoadPoint> all = side.procedure();
    assertTrue(message(all.subList(0, 5)).contains("different loads"));
    List<LoadPoint> straight = new ArrayList<>();
    for (double kg : PLATES) {
      straight.add(side.hang(kg, 0, kg + " kg", kg));
    }
    assertTrue(message(straight).contains("four quarters"));
    List<LoadPoint> light = new ArrayList<>(all.subList(0, 4));
    light.add(side.hang(5, 0, "5 kg", 5));
    light.add(side.hang(10, 0, "10 kg", 10));
    assertTrue(message(light).contains("heaviest"));
    assertTrue(message(List.of()).contains("no plates"));
  }

  private String message(List<LoadPoint> points) {
    return String.valueOf(assertThrows(CalibrationRefusedException.class, () -> fit.fit(points)).getMessage());
  }

  @Test
  void shouldCalibrateOneBridgeWhenThereIsNoSecond() throws CalibrationRefusedException {
    Random random = new Random(4);
    List<LoadPoint> points = new ArrayList<>();
    for (double kg : PLATES) {
      double force = -(6.7 + kg) * Specimen.G;
      points
          .add(new LoadPoint(List.of((0.93 * force + 30 + NOISE_N * random.nextGaussian()) / K), 0, 1, kg, kg + " kg"));
    }
    LoadCellCalibration found = fit.fit(points);
    assertEquals(-80 * Specimen.G, found.apply(List.of((0.93 * -80 * Specimen.G + 30) / K))[0], 7);
    assertEquals(K / 0.93, found.nPerRatio().getFirst(), 0.001 * K);
  }
}

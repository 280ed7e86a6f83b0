package io.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccelerometerFitTest {
  private static final double NOISE = 3e-4;
  private static final double MG = Specimen.G / 1000;
  private static final int SEEDS = 200;
  private final AccelerometerFit fit = new AccelerometerFit(AccelerometerFit.Params.DEFAULT);

  /// Level at eight roll angles, each end up at four.
  static List<Pose> onTheBar(Specimen specimen) {
    List<Pose> poses = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      double tilt = i < 8 ? 0 : i < 12 ? 20 : -20;
      double[] reading = specimen.read(Vectors.scaled(specimen.upward(tilt, i < 8 ? 45 * i : 90 * i), Specimen.G),
          NOISE);
      poses.add(Pose.free("pose " + i, reading[0], reading[1], reading[2]));
    }
    return poses;
  }

  private static List<Pose> sixFaces(Specimen specimen, double faceSd) {
    List<Pose> poses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double[] face = new double[3];
      face[i / 2] = i % 2 == 0 ? 1 : -1;
      double[] askew = face.clone();
      for (int j = 0; j < 3; j++) {
        askew[j] += j == i / 2 ? 0 : faceSd * specimen.random.nextGaussian();
      }
      double[] reading = specimen.read(Vectors.scaled(Vectors.unit(askew), Specimen.G), NOISE);
      poses.add(new Pose(Vectors.list(reading), Vectors.list(face), "face " + i));
    }
    return poses;
  }

  private static double normalised(AccelerometerCalibration found, Specimen specimen) {
    double[] truth = specimen.correction();
    double square = 0;
    for (int i = 0; i < 9; i++) {
      square += Math.pow((found.matrix().get(i) - truth[i]) / found.matrixSd().get(i), 2);
    }
    for (int i = 0; i < 3; i++) {
      square += Math.pow((found.biasMps2().get(i) - specimen.bias[i]) / found.biasSdMps2().get(i), 2);
    }
    return square / 12;
  }

  @Test
  void shouldStateHonestDeviationsWhenPosesAreFree() throws CalibrationRefusedException {
    double square = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Specimen specimen = new Specimen(seed);
      square += normalised(fit.fit(onTheBar(specimen)), specimen);
    }
    assertEquals(1, Specimen.sd(square, SEEDS), 0.1);
  }

  @Test
  void shouldStateHonestDeviationsWhenFacesAreAskew() throws CalibrationRefusedException {
    double square = 0;
    AccelerometerFit.Params usual = AccelerometerFit.Params.DEFAULT;
    // Cross-axis terms are known as well as the faces are placed; the biases and scales much better.
    AccelerometerFit lenient = new AccelerometerFit(new AccelerometerFit.Params(usual.gravityMps2(),
        usual.meanSdMps2(), usual.confidence(), usual.faceSdRad(), 0.02, usual.mostResidualMps2(), 1));
    for (int seed = 1; seed <= SEEDS; seed++) {
      Specimen specimen = new Specimen(seed);
      square += normalised(lenient.fit(sixFaces(specimen, usual.faceSdRad())), specimen);
    }
    assertEquals(1, Specimen.sd(square, SEEDS), 0.12);
  }

  @Test
  void shouldMeasureGravityWithinTwoMilligWhenCalibratedInAnyDirection() throws CalibrationRefusedException {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Specimen specimen = new Specimen(seed);
      AccelerometerCalibration found = fit.fit(onTheBar(specimen));
      for (int i = 0; i < 50; i++) {
        double[] reading = specimen.read(Vectors.scaled(specimen.direction(), Specimen.G), 0);
        double error = Vectors.length(found.apply(reading)) - Specimen.G;
        assertTrue(Math.abs(error) < 2 * MG, "seed " + seed + ": " + error / MG + " mg");
      }
    }
  }

  @Test
  void shouldNameThePoseWhenTheBarMovedInIt() {
    Specimen specimen = new Specimen(5);
    List<Pose> poses = new ArrayList<>(onTheBar(specimen));
    Pose moved = poses.get(3);
    poses.set(3, Pose.free(moved.name(), moved.meanMps2().get(0), moved.meanMps2().get(1) + 0.4,
        moved.meanMps2().get(2) - 0.4));
    CalibrationRefusedException refusal = assertThrows(CalibrationRefusedException.class, () -> fit.fit(poses));
    assertTrue(String.valueOf(refusal.getMessage()).contains("mg, 5 are allowed"), refusal::getMessage);
  }

  @Test
  void shouldRefuseWhenOneFaceWasDoneAgainAndAgain() {
    Specimen specimen = new Specimen(6);
    List<Pose> poses = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      poses.add(onTheBar(specimen).getFirst());
    }
    CalibrationRefusedException refusal = assertThrows(CalibrationRefusedException.class, () -> fit.fit(poses));
    assertTrue(String.valueOf(refusal.getMessage()).contains("raise each end"), refusal::getMessage);
  }

  @Test
  void shouldRefuseWhenTheBarWasNeverTilted() {
    List<Pose> level = onTheBar(new Specimen(7)).subList(0, 8);
    assertThrows(CalibrationRefusedException.class, () -> fit.fit(level));
  }
}

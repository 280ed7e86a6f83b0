package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamTest {
  private static final double GRIP_M = 0.28;

  @ParameterizedTest
  @CsvSource({"0.025, 40, 40", "0.028, 100, 100", "0.029, 150, 150", "0.029, 60, 0", "0.029, 0, 100", "0.025, 80, 55"})
  void shouldBendAsTheBendingMomentIntegratesWhenForcesHangOnTheSleeves(double diameterM, double leftKg,
      double rightKg) {
    Beam beam = new Beam(Rig.olympicBar(diameterM, 0.015), leftKg, rightKg);
    double[] n = {-9.81 * (6.7 + leftKg), -9.81 * (6.7 + rightKg)};
    BeamIntegral integral = new BeamIntegral(diameterM, GRIP_M, beam.loadXM(0), beam.loadXM(1), n[0], n[1]);
    double[] bend = {integral.deflection(-beam.loadXM(0)), integral.deflection(beam.loadXM(1))};
    for (int side = 0; side < 2; side++) {
      double force = beam.stiffnessNpm(side, 0) * bend[0] + beam.stiffnessNpm(side, 1) * bend[1];
      assertEquals(n[side], force, 1e-5 * Math.max(Math.abs(n[0]), Math.abs(n[1])));
    }
    for (double x : new double[]{-0.655, -0.65, -0.62, -0.4, -GRIP_M, -0.1, 0, 0.13, GRIP_M, 0.5, 0.62, 0.65}) {
      assertEquals(integral.deflection(x), beam.shape(x, 0) * bend[0] + beam.shape(x, 1) * bend[1], 2e-8, "at " + x);
      assertEquals(integral.slope(x), beam.slope(x, 0) * bend[0] + beam.slope(x, 1) * bend[1], 2e-7, "at " + x);
    }
  }

  /// Published for the plates: what the bar's own sleeves bend it is there before.
  @ParameterizedTest
  @CsvSource({"40, 4", "100, 11", "150, 17.5"})
  void shouldHangDownAtTheCollarAsMuchAsPublishedWhenThe29MmBarIsHeld(double sideKg, double publishedMm) {
    double collarMm = collarMm(sideKg) * sideKg / (sideKg + 6.7);
    Figures.tell("bend of the plates, hand to collar, 29 mm, " + sideKg + " kg a side", publishedMm + " mm ± 3 %",
        collarMm, 2, "mm");
    assertEquals(publishedMm, collarMm, 0.03 * publishedMm);
  }

  private static double collarMm(double sideKg) {
    Beam beam = new Beam(Rig.olympicBar(), sideKg, sideKg);
    double symmetric = beam.stiffnessNpm(0, 0) + beam.stiffnessNpm(0, 1);
    double bend = 9.81 * (6.7 + sideKg) / symmetric;
    return 1e3 * bend * (beam.shape(Beam.COLLAR_M, 0) + beam.shape(Beam.COLLAR_M, 1));
  }

  @ParameterizedTest
  @CsvSource({"40", "100", "150"})
  void shouldBeAsStiffAsPublishedWhenThe29MmBarIsLoaded(double sideKg) {
    Beam beam = new Beam(Rig.olympicBar(), sideKg, sideKg);
    double atLoad = (beam.stiffnessNpm(0, 0) + beam.stiffnessNpm(0, 1)) / 1e3;
    double atCollar = 9.81 * (6.7 + sideKg) / collarMm(sideKg);
    Figures.tell("stiffness a side at the load, 29 mm, " + sideKg + " kg a side", "50–130 kN/m", atLoad, 1, "kN/m");
    Figures.tell("stiffness a side at the collar, 29 mm, " + sideKg + " kg a side", "50–130 kN/m", atCollar, 1, "kN/m");
    assertTrue(atLoad > 50 && atLoad < 130, "at the load: " + atLoad);
    assertTrue(atCollar > 50 && atCollar < 130, "at the collar: " + atCollar);
  }
}

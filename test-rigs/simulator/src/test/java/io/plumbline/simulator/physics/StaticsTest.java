package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Bar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bar at rest, and what load cells and inertial units read of it.
class StaticsTest {
  private static final double G = Gravity.at(47, 300);

  private static Rig held(double leftKg, double rightKg) {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, leftKg, rightKg);
    rig.raise(0.6);
    rig.hold();
    double share = rig.bar.massKg() / 2;
    double out = (rightKg - leftKg) * 0.7 / 0.28 / 2;
    rig.hands.feedN[0] = (share - out) * G;
    rig.hands.feedN[1] = (share + out) * G;
    rig.run(8);
    return rig;
  }

  private static double[] cell(Rig rig, int side) {
    Pod plane = new Pod(side == 0 ? -0.62 : 0.62, 0, 0);
    plane.follow(rig.bar.beam());
    double[] force = new double[2];
    plane.force(rig.bar, side, force);
    return force;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "60, 60", "60, 55", "125, 125"})
  void shouldReadTheOutboardWeightWhenTheBarHangs(double leftKg, double rightKg) {
    Rig rig = held(leftKg, rightKg);
    double left = cell(rig, 0)[1];
    double right = cell(rig, 1)[1];
    Figures.tell("load cell, held still, " + leftKg + " kg of plates", String.format("%.1f N", -(6.7 + leftKg) * G),
        left,
        2, "N");
    // The shaft slopes there: the vertical force is not quite across it.
    Beam beam = rig.bar.beam();
    BeamIntegral shaft = new BeamIntegral(0.029, 0.28, beam.loadXM(0), beam.loadXM(1), -(6.7 + leftKg) * G,
        -(6.7 + rightKg) * G);
    assertEquals(-(6.7 + leftKg) * G * Math.cos(shaft.slope(-0.62)), left, 0.05 + 1e-4 * leftKg);
    assertEquals(-(6.7 + rightKg) * G * Math.cos(shaft.slope(0.62)), right, 0.05 + 1e-4 * leftKg);
    assertEquals(rig.bar.massKg() * G, rig.hands.upwardN(), 0.2);
  }

  @Test
  void shouldBendAsTheBendingMomentIntegratesWhenHeldStill() {
    Rig rig = held(80, 60);
    Beam beam = rig.bar.beam();
    BeamIntegral integral = new BeamIntegral(0.029, 0.28, beam.loadXM(0), beam.loadXM(1), -86.7 * G, -66.7 * G);
    double left = integral.deflection(-beam.loadXM(0));
    double right = integral.deflection(beam.loadXM(1));
    Figures.tell("bend of the left load, 80 and 60 kg, held still", String.format("%.3f mm", 1e3 * left),
        1e3 * rig.bar.bendM(0), 3, "mm");
    assertEquals(left, rig.bar.bendM(0), 5e-3 * Math.abs(left));
    assertEquals(right, rig.bar.bendM(1), 5e-3 * Math.abs(right));
  }

  @Test
  void shouldCarryTheShaftWhenThePlatesLieOnTheFloor() {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, 60, 60);
    rig.run(3);
    Figures.tell("load cell, lying on its plates", "+32 N", cell(rig, 0)[1], 2, "N");
    assertEquals(6.6 * G / 2, cell(rig, 0)[1], 0.05);
    assertEquals(6.6 * G / 2, cell(rig, 1)[1], 0.05);
    assertEquals(rig.bar.massKg() * G, rig.floorN(), 0.05);
    assertEquals(0.225 - 0.0005, rig.bar.positionM(2), 0.003);
  }

  @ParameterizedTest
  @CsvSource({"0", "30", "-75", "180"})
  void shouldTurnTheForceInTheCellWhenTheShaftIsRolled(double rollDeg) {
    Rig rig = held(60, 60);
    rig.hands.rollRad = Math.toRadians(rollDeg);
    rig.run(3);
    double[] force = cell(rig, 1);
    double weight = -66.7 * G;
    // The shaft's axes turned by the roll about +x: what points down has a part along −y of it.
    assertEquals(weight * Math.sin(Math.toRadians(rollDeg)), force[0], 1.5);
    assertEquals(weight * Math.cos(Math.toRadians(rollDeg)), force[1], 1.5);
    double[] specific = new double[3];
    Pod pod = new Pod(0.65, 0.01, 0.02);
    pod.follow(rig.bar.beam());
    pod.feel(rig.bar, specific, new double[3]);
    assertEquals(G, Math.sqrt(specific[0] * specific[0] + specific[1] * specific[1] + specific[2] * specific[2]), 1e-3);
  }

  @Test
  void shouldAccelerateTheShaftByTheSumOfForcesWhenItMoves() {
    Rig rig = held(60, 70);
    double largest = 0;
    for (int i = 0; i < 8_000; i++) {
      rig.hands.feedN[0] += 0.1;
      rig.step();
      double sum = rig.hands.upwardN() + rig.bar.sideForceN[0][1] + rig.bar.sideForceN[1][1];
      double expected = sum / 6.6 - G;
      largest = Math.max(largest, Math.abs(rig.bar.accelerationMps2(2)));
      assertEquals(expected, rig.bar.accelerationMps2(2), 1e-4);
    }
    assertTrue(largest > 0.1);
  }

  /// Nothing may be asked of a bar by the knobs that makes the sum explode: the stiffest and lightest of everything at once.
  @ParameterizedTest
  @CsvSource({"5, 0.3, 0.04, 10, 0.1, 0, 1e6, 5e6", "5, 0.3, 0.04, 10, 0.1, 1, 1e6, 5e6",
      "40, 15, 0.04, 10, 0.003, 300, 1e6, 5e6", "20, 6.7, 0.029, 1, 0.015, 290, 1e6, 5e6",
      "20, 6.7, 0.029, 1, 0.003, 0, 2e4, 5e4", "15, 4.6, 0.02, 0.3, 0.003, 150, 2e4, 5e4",
      "20, 9.5, 0.04, 10, 0.1, 0.5, 1e6, 5e6"})
  void shouldStayStillWhenHeldHoweverStiffEverythingIs(double massKg, double outboardKg, double diameterM,
      double factor,
      double damping, double sideKg, double handNpm, double floorNpm) {
    Bar bar = new Bar(massKg, outboardKg, diameterM, factor, damping, 0.001, 0.225, 0.28);
    Rig rig = new Rig(bar, Rig.place(floorNpm, 0.05, 1.5), sideKg, sideKg, handNpm);
    rig.run(3);
    double lying = rig.bar.positionM(2);
    assertEquals(0, rig.bar.velocityMps(2), 0.1, "on the floor");
    rig.hold();
    rig.hands.feedN[0] *= 0.5;
    rig.hands.feedN[1] *= 0.5;
    rig.run(1.5);
    rig.hands.zM[0] += 0.2;
    rig.hands.zM[1] += 0.2;
    rig.hands.feedN[0] *= 2;
    rig.hands.feedN[1] *= 2;
    rig.run(6);
    assertEquals(0, rig.bar.velocityMps(2), 0.05, "held");
    assertEquals(0, rig.bar.accelerationMps2(2), 0.5, "held");
    assertTrue(rig.bar.positionM(2) > lying + 0.1 && rig.bar.positionM(2) < lying + 0.35, "" + rig.bar.positionM(2));
  }
}

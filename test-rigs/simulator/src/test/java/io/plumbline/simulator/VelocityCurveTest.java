package io.plumbline.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VelocityCurveTest {
  private final VelocityCurve curve = new VelocityCurve.Builder(2, 1).hold(0.5).glideTo(0.8, 0.4).glideTo(0.3, 0.3)
      .glideTo(0, 0.2)
      .move(-0.2, 0.7).build();

  @Test
  void shouldHavePositionAsIntegralOfVelocityWhenIntegratedFinely() {
    Jet jet = new Jet();
    double stepS = 1e-4;
    double position = 1;
    double velocity = 0;
    for (double timeS = 2; timeS < curve.endS(); timeS += stepS) {
      // Midpoint rule: its error is of the order of the step squared.
      curve.at(timeS + stepS / 2, jet);
      position += jet.rate * stepS;
      velocity += jet.acceleration * stepS;
      curve.at(timeS + stepS, jet);
      assertEquals(jet.value, position, 1e-7);
      assertEquals(jet.rate, velocity, 1e-6);
    }
  }

  @Test
  void shouldEndWhereTheMovesLeadWhenTheyAreAddedUp() {
    Jet jet = new Jet();
    curve.at(curve.endS() + 5, jet);
    assertEquals(1 + 0.4 * 0.4 + 0.3 * 0.55 + 0.2 * 0.15 - 0.2, jet.value, 1e-12);
    assertEquals(0, jet.rate, 1e-12);
    assertEquals(0, jet.acceleration, 1e-12);
  }

  @Test
  void shouldStandStillWhenAskedBeforeTheStart() {
    Jet jet = new Jet();
    curve.at(-3, jet);
    assertEquals(1, jet.value);
    assertEquals(0, jet.rate);
  }
}

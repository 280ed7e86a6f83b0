package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TurnMeterTest {
  private static final double STEP_S = 0.003;

  /// How far the meter says that a bar turned, which rolls like this for a time.
  private static double turnedRad(DoubleUnaryOperator rollRad, double forS) {
    TurnMeter meter = new TurnMeter();
    double[] up = {0, 0, 1};
    meter.begin(up);
    double sum = 0;
    for (int i = 1; i * STEP_S < forS; i++) {
      double roll = rollRad.applyAsDouble(i * STEP_S);
      up[1] = Math.sin(roll);
      up[2] = Math.cos(roll);
      sum += meter.turnedRad(up, STEP_S);
    }
    return sum;
  }

  @Test
  void shouldTellTheWholeTurnWhenABarIsTurnedSlowlyAndWhenFast() {
    assertEquals(0.5, turnedRad(t -> Math.min(0.5, 0.05 * t), 15), 0.01);
    assertEquals(0.5, turnedRad(t -> Math.min(0.5, 5 * t), 15), 0.02);
  }

  @Test
  void shouldHardlyAddUpWhenAShaftWhips() {
    double path = 2 * 0.03 * 2 * 5 * 10;
    double whipped = turnedRad(t -> 0.03 * Math.sin(2 * Math.PI * 5 * t), 10);
    assertTrue(whipped < 0.1 * path, whipped + " of " + path + " rad to and fro");
  }
}

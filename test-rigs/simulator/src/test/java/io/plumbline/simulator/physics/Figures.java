package io.plumbline.simulator.physics;

import java.util.Locale;

/// Tells measured figures, a line each, so that the tables of the documentation can be checked against a run of the tests.
public final class Figures {
  private Figures() {}

  /// One line.
  ///
  /// @param digits after the point
  public static void tell(String what, String expected, double simulated, int digits, String unit) {
    String value = String.format(Locale.ROOT, "%." + digits + "f", simulated);
    System.out.println("figure | " + what + " | " + expected + " | " + value + " " + unit);
  }
}

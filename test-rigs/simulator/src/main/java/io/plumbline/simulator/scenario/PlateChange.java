package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.List;

/// Turns another weight into the plates that go on and off, one after another, side by side.
final class PlateChange {
  private static final double[] PLATES_KG = {25, 20, 15, 10, 5, 2.5, 1.25};
  private static final double LEAST_KG = 0.1;
  private static final double PAUSE_S = 2.5;

  private PlateChange() {}

  /// @param leftKg  more on the left, − for less
  /// @param rightKg more on the right
  static List<Action> of(double leftKg, double rightKg) {
    List<Double> left = plates(leftKg);
    List<Double> right = plates(rightKg);
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      if (i < left.size()) {
        actions.add(plate(left.get(i), -1));
      }
      if (i < right.size()) {
        actions.add(plate(right.get(i), 1));
      }
    }
    return actions;
  }

  private static Incident plate(double kg, int side) {
    return new Incident(Incident.Kind.PLATE, kg, 0, side, PAUSE_S);
  }

  private static List<Double> plates(double changeKg) {
    List<Double> plates = new ArrayList<>();
    double rest = Math.abs(changeKg);
    for (double plate : PLATES_KG) {
      while (rest >= plate - 1e-9) {
        plates.add(Math.copySign(plate, changeKg));
        rest -= plate;
      }
    }
    if (rest >= LEAST_KG) {
      plates.add(Math.copySign(rest, changeKg));
    }
    return plates;
  }
}

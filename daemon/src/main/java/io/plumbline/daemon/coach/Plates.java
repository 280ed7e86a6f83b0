package io.plumbline.daemon.coach;

import java.util.ArrayList;
import java.util.List;

/// What can be put on a bar: whole pairs of plates. Sums of decimal masses are kept free of binary rounding.
final class Plates {
  private static final double[] USUAL_KG = {25, 20, 15, 10, 5, 2.5, 1.25};
  private static final double ROUNDING_KG = 1e-6;

  private Plates() {}

  /// The heaviest load that can be put on and is not above a wish, never below the bar itself.
  static double atMostKg(double wishKg, Settings settings) {
    double barKg = settings.get(RuleNumber.BAR_KG);
    double stepKg = 2 * settings.get(RuleNumber.SMALLEST_PLATE_KG);
    long steps = (long) Math.floor((wishKg - barKg) / stepKg + ROUNDING_KG);
    return tidy(barKg + Math.max(0, steps) * stepKg);
  }

  /// Plates for one side, largest first, where the load can be put on; what is not a whole number of the smallest pair is left out.
  static List<Double> oneSideKg(double loadKg, Settings settings) {
    double smallestKg = settings.get(RuleNumber.SMALLEST_PLATE_KG);
    double leftKg = (loadKg - settings.get(RuleNumber.BAR_KG)) / 2;
    List<Double> plates = new ArrayList<>();
    for (double plateKg : USUAL_KG) {
      boolean whole = isWhole(plateKg / smallestKg);
      while (plateKg > smallestKg && whole && leftKg >= plateKg - ROUNDING_KG) {
        plates.add(plateKg);
        leftKg -= plateKg;
      }
    }
    while (leftKg >= smallestKg - ROUNDING_KG) {
      plates.add(smallestKg);
      leftKg -= smallestKg;
    }
    return List.copyOf(plates);
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < ROUNDING_KG;
  }

  private static double tidy(double kg) {
    return Math.rint(kg * 1000) / 1000;
  }
}

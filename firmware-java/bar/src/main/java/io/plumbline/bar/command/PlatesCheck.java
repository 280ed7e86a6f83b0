package io.plumbline.bar.command;

import io.plumbline.bar.calibration.Part;
import io.plumbline.core.calibration.LoadCellFit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whether plates make sense before somebody carries them.
final class PlatesCheck {
  private PlatesCheck() {}

  /// Why not; empty where they do.
  static String refusal(Part part, @Nullable List<Double> platesKg) {
    if (part != Part.LOAD) {
      return platesKg == null ? "" : "plates_kg goes with the step load only";
    }
    if (platesKg == null || platesKg.isEmpty()) {
      return "load needs plates_kg: the plates on each side, in the order in which you hang them on, as"
          + " [20, 60, 100, 60, 20, 0]; weigh them";
    }
    TreeSet<Double> different = new TreeSet<>(platesKg);
    different.add(0.0);
    LoadCellFit.Params usual = LoadCellFit.Params.DEFAULT;
    if (different.size() < usual.leastLoads() || different.last() < usual.leastScaleKg()) {
      return String.format(Locale.ROOT,
          "plates_kg must hold at least %d different loads above 0, the heaviest of %.0f kg or more a side, but is %s",
          usual.leastLoads() - 1, usual.leastScaleKg(), platesKg);
    }
    return "";
  }
}

package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;
import java.util.OptionalLong;

/// The random scenario of a seed: as it was drawn, and with every sensor of the bar fitted, alive and calibrated.
///
/// @param text of the scenario file
record DrawnSet(long seed, String text) {
  /// What takes a sensor away or its calibration; the strap says nothing of the bar and takes time.
  private static final List<String> LESS = List.of("imus =", "force.fitted", "high_g.fitted", "strap.fitted",
      "force.single_axis", "calibrated =");
  private static final String SENSORS = "[sensors]";
  private static final String FAULT = "[[sensors.fault]]";

  static DrawnSet of(long seed) {
    return new DrawnSet(seed, Scenarios.text("random-" + seed));
  }

  boolean hasFault() {
    return text.contains(FAULT);
  }

  boolean isUncalibrated() {
    return text.lines().anyMatch(line -> line.startsWith("calibrated = false"));
  }

  Scenario asDrawn() {
    return Scenarios.of("random-" + seed, text, OptionalLong.empty());
  }

  Scenario fullyFitted() {
    StringBuilder fitted = new StringBuilder(text.length());
    boolean fault = false;
    for (String line : text.lines().toList()) {
      fault = line.startsWith("[") ? line.startsWith(FAULT) : fault;
      if (fault || LESS.stream().anyMatch(line::startsWith)) {
        continue;
      }
      fitted.append(line).append('\n');
      if (line.equals(SENSORS)) {
        fitted.append("strap.fitted = false\n");
      }
    }
    return Scenarios.of("random-" + seed, fitted.toString(), OptionalLong.empty());
  }
}

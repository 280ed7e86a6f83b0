package io.plumbline.simulator.scenario;

import java.util.SplittableRandom;

/// The sensors of a random scenario.
final class RandomSensors {
  private final RandomScenario scenario;
  private final SplittableRandom random;
  private final StringBuilder text;

  RandomSensors(RandomScenario scenario, SplittableRandom random, StringBuilder text) {
    this.scenario = scenario;
    this.random = random;
    this.text = text;
  }

  /// @param strap whether one can be worn in this exercise
  void write(boolean strap) {
    text.append("\n[sensors]\n");
    scenario.line("noise = %.2f%nrate_error = %.4f%njitter_s = %.6f", scenario.between(0.7, 1.5),
        scenario.between(0.001, 0.03) * scenario.sign(0.5), scenario.between(1e-5, 1e-4));
    flag(Chance.UNCALIBRATED, "calibrated = false");
    flag(Chance.SEPARATE_CLOCKS, "shared_clock = false");
    if (scenario.has(Chance.LOST_SAMPLES)) {
      scenario.line("lost_share = %.4f", scenario.between(0.0005, 0.02));
    }
    if (scenario.has(Chance.LATE_SAMPLES)) {
      scenario.line("late_share = %.4f%nlate_s = %.4f", scenario.between(0.001, 0.05), scenario.between(0.001, 0.01));
    }
    if (scenario.has(Chance.ONE_IMU)) {
      scenario.line("imus = [\"%s\"]%nforce.fitted = false%nhigh_g.fitted = false%nstrap.fitted = false",
          random.nextBoolean() ? "centre" : "left");
      return;
    }
    boolean force = !scenario.has(Chance.NO_FORCE);
    if (!force) {
      scenario.line("force.fitted = false");
    } else {
      flag(Chance.SINGLE_AXIS, "force.single_axis = true");
    }
    flag(Chance.NO_HIGH_G, "high_g.fitted = false");
    if (strap) {
      flag(Chance.NO_STRAP, "strap.fitted = false");
    }
    if (scenario.has(Chance.SENSOR_FAULT)) {
      String unit = random.nextBoolean() ? "left" : "right";
      double from = scenario.between(4, 20);
      scenario.line("%n[[sensors.fault]]%nkind = \"%s\"%nsensor = \"%s\"%nfrom_s = %.2f",
          random.nextBoolean() ? "dead" : "stuck", force && random.nextBoolean() ? "force-" + unit : unit, from);
      if (random.nextBoolean()) {
        scenario.line("until_s = %.2f", from + scenario.between(0.2, 8));
      }
    }
  }

  private void flag(Chance chance, String line) {
    if (scenario.has(chance)) {
      text.append(line).append('\n');
    }
  }
}

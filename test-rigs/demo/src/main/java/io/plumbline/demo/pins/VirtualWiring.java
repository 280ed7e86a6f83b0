package io.plumbline.demo.pins;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.sensor.Rotation;
import io.plumbline.virtualchips.feed.SimulatedBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.feed.Wiring;

/// A virtual bar's configuration in the words of the bar program: its chips where they hang, mounts and levers as the scenario has them, load
/// cells as they are calibrated.
final class VirtualWiring {
  private VirtualWiring() {}

  static String configuration(VirtualBar bar, Scenario scenario, VirtualBar.Fitting fitting) {
    double nPerRatio = 1 / SimulatedBar.BRIDGE_RATIO_PER_N;
    boolean budget = fitting == VirtualBar.Fitting.BUDGET;
    StringBuilder toml = new StringBuilder("""
      [bar]
      id = "virtual"
      mass_kg = %s
      outboard_kg = %s
      facing = "+y"
      calibration = ""
      [loop]
      cpu = -1
      [health]
      self_test_on_start = false
      [force]
      calibration_id = "virtual"
      excitation_v = %s
      """.formatted(scenario.bar().massKg(), scenario.bar().outboardKg(),
        SimulatedBar.EXCITATION_V));
    toml.append(budget
        ? "layout = \"single-plane\"\nleft_n_per_ratio = [%s]\nright_n_per_ratio = [%s]\n".formatted(nPerRatio,
            nPerRatio)
        : "left_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\nright_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\n"
            .formatted(nPerRatio));
    if (budget) {
      chip(toml, bar, "left-force", "nau7802", i2c(Wiring.I2C_BUS, Wiring.SCALE_ADDRESS));
      chip(toml, bar, "right-force", "nau7802", i2c(Wiring.RIGHT_SCALE_BUS, Wiring.SCALE_ADDRESS));
    } else {
      chip(toml, bar, "force", "ads131m04", spi(Wiring.ADC_BUS, Wiring.ADC_SELECT, Wiring.ADC_READY_LINE));
    }
    String left = budget
        ? i2c(Wiring.I2C_BUS, Wiring.LEFT_QWIIC_ADDRESS) + ready(Wiring.LEFT_IMU_LINE)
        : spi(Wiring.LEFT_IMU_BUS, Wiring.LEFT_IMU_SELECT, Wiring.LEFT_IMU_LINE);
    String right = budget
        ? i2c(Wiring.I2C_BUS, Wiring.RIGHT_QWIIC_ADDRESS) + ready(Wiring.RIGHT_IMU_LINE)
        : spi(Wiring.RIGHT_IMU_BUS, Wiring.RIGHT_IMU_SELECT, Wiring.RIGHT_IMU_LINE);
    String part = budget ? "ism330dhcx" : "icm-42688-p";
    chip(toml, bar, "left-imu", part, left + place(scenario, SensorPlan.Site.LEFT));
    chip(toml, bar, "right-imu", part, right + place(scenario, SensorPlan.Site.RIGHT));
    chip(toml, bar, "left-high-g", "adxl375", i2c(Wiring.I2C_BUS, Wiring.LEFT_HIGH_G_ADDRESS));
    chip(toml, bar, "right-high-g", "adxl375", i2c(Wiring.I2C_BUS, Wiring.RIGHT_HIGH_G_ADDRESS));
    return toml.toString();
  }

  private static void chip(StringBuilder toml, VirtualBar bar, String name, String part, String wires) {
    if (bar.part(name) != null) {
      toml.append("[[chip]]\nname = \"%s\"\npart = \"%s\"\n%s".formatted(name, part, wires));
    }
  }

  private static String spi(int bus, int select, int line) {
    return "bus = \"spi\"\nbus_number = %s\naddress = %s\n".formatted(bus, select) + ready(line);
  }

  private static String i2c(int bus, int address) {
    return "bus = \"i2c\"\nbus_number = %s\naddress = %s\n".formatted(bus, address);
  }

  private static String ready(int line) {
    return "data_ready_line = %s\n".formatted(line);
  }

  /// Empty where the scenario has no such unit.
  private static String place(Scenario scenario, SensorPlan.Site site) {
    return scenario.sensors().imus().stream().filter(imu -> imu.site() == site).findFirst().map(imu -> {
      double[] mount = Rotation.ofMount(imu);
      return "mount = [%s, %s, %s, %s]\nlever_m = [%s, %s, %s]\n".formatted(mount[0], mount[1], mount[2], mount[3],
          imu.xM(), imu.yM(), imu.zM());
    }).orElse("");
  }
}

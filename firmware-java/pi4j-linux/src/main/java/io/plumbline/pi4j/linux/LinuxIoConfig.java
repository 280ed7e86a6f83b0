package io.plumbline.pi4j.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Where the devices are.
///
/// @param deviceFolder   holds spidev, i2c and gpiochip nodes
/// @param gpioChipLabels the header's GPIO chip is found by one of these; the first that is there is taken
/// @param fallingLines   BCM numbers of inputs whose falling edge is wanted; all others take the rising one
public record LinuxIoConfig(Path deviceFolder, List<String> gpioChipLabels, Set<Integer> fallingLines) {
  /// Labels of the header's GPIO chip: Zero to 3, 4, 5 (raspberry-pi-io.md, section 1). Its number moves between kernels.
  private static final List<String> PI_LABELS = List.of("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1");
  /// The kernel's limit for a label, with the zero that ends it.
  private static final int LABEL_BYTES = 32;

  /// Takes copies.
  ///
  /// @throws IllegalArgumentException where a label or a line is impossible
  public LinuxIoConfig {
    gpioChipLabels = List.copyOf(gpioChipLabels);
    fallingLines = Set.copyOf(fallingLines);
    if (gpioChipLabels.isEmpty()) {
      throw new IllegalArgumentException("no label of a GPIO chip: name one, as `gpiodetect` shows in brackets");
    }
    for (String label : gpioChipLabels) {
      if (label.isBlank() || label.length() >= LABEL_BYTES) {
        throw new IllegalArgumentException("'" + label + "' is no label of a GPIO chip: 1 to " + (LABEL_BYTES - 1)
            + " characters, as `gpiodetect` shows in brackets");
      }
    }
    for (int line : fallingLines) {
      if (line < 0) {
        throw new IllegalArgumentException("GPIO " + line + ": BCM numbers start at 0");
      }
    }
  }

  /// What a Raspberry Pi has.
  public static LinuxIoConfig raspberryPi() {
    return new LinuxIoConfig(Path.of("/dev"), PI_LABELS, Set.of());
  }

  /// The same with another folder.
  public LinuxIoConfig withDeviceFolder(Path folder) {
    return new LinuxIoConfig(folder, gpioChipLabels, fallingLines);
  }

  /// The same with one label of a GPIO chip, for boards that are no Raspberry Pi.
  public LinuxIoConfig withGpioChipLabel(String label) {
    return new LinuxIoConfig(deviceFolder, List.of(label), fallingLines);
  }

  /// The same with other lines whose falling edge is wanted.
  public LinuxIoConfig withFallingLines(Set<Integer> lines) {
    return new LinuxIoConfig(deviceFolder, gpioChipLabels, lines);
  }
}

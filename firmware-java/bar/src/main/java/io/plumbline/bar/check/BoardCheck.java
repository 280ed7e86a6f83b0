package io.plumbline.bar.check;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfig.BusKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the start-up files of a Raspberry Pi have to say for the buses that a configuration uses, and whether they say it.
public final class BoardCheck {
  /// Where Raspberry Pi OS has them.
  public static final Path FOLDER = Path.of("/boot/firmware");

  /// Below it two chips at 800 samples a second fill the bus.
  private static final int LEAST_I2C_HZ = 400_000;
  private static final String I2C_LINE = "dtparam=i2c_arm=on,i2c_arm_baudrate=" + LEAST_I2C_HZ;
  private static final int MOST_SELECTS = 3;

  private BoardCheck() {}

  /// What to change, a line each, and nothing where all is well or this is no Pi.
  ///
  /// @param config the chips and the loop
  /// @param folder with `config.txt` and `cmdline.txt`
  public static List<String> advice(BarConfig config, Path folder) {
    Path file = folder.resolve("config.txt");
    List<String> lines = new ArrayList<>();
    try {
      Optional<BootConfig> boot = BootConfig.read(file);
      boot.ifPresent(found -> buses(config, found, file, lines));
      Path command = folder.resolve("cmdline.txt");
      int cpu = config.loop().cpu();
      if (boot.isPresent() && cpu >= 0 && Files.exists(command) && !isolated(Files.readString(command), cpu)) {
        lines.add("the loop shares processor " + cpu + " with everything else: add isolcpus=" + cpu
            + " to the one line of " + command + " and restart");
      }
    } catch (IOException e) {
      lines.add(file + " cannot be read (" + e.getMessage() + "): is it yours to read?");
    }
    return lines;
  }

  private static void buses(BarConfig config, BootConfig boot, Path file, List<String> lines) {
    for (int bus : numbers(config, BusKind.SPI)) {
      int selects = 1 + config.chips().stream().filter(chip -> chip.bus() == BusKind.SPI && chip.busNumber() == bus)
          .mapToInt(BarConfig.Chip::address).max().orElse(0);
      String line = bus == 0 ? "dtparam=spi=on" : "dtoverlay=spi" + bus + "-" + selects + "cs";
      boolean there = bus == 0 ? boot.isOn(Set.of("spi")) : boot.hasOverlay(overlays(bus, selects));
      lacks(there, "SPI" + bus, line, boot, config.board().devices().resolve("spidev" + bus + ".0"), file, lines);
    }
    if (numbers(config, BusKind.I2C).contains(1)) {
      lacks(boot.isOn(Set.of("i2c_arm", "i2c", "i2c1")), "I2C1", I2C_LINE, boot,
          config.board().devices().resolve("i2c-1"), file, lines);
      boot.last(Set.of("i2c_arm_baudrate", "i2c_baudrate", "i2c1_baudrate")).or(() -> Optional.of("100000"))
          .filter(given -> boot.isOn(Set.of("i2c_arm", "i2c", "i2c1")) && !isFast(given))
          .ifPresent(
              given -> lines.add("I2C1 runs at " + given + " Hz, too slow for its chips: put " + I2C_LINE + " into "
                  + file + " and restart"));
    }
  }

  private static void lacks(boolean there, String bus, String line, BootConfig boot, Path device, Path file,
      List<String> lines) {
    if (!there) {
      lines.add(file + " does not switch " + bus + " on: add " + line + " and restart");
    } else if (!Files.exists(device)) {
      lines.add(file + " switches " + bus + " on, but " + device + " is not there: restart"
          + (boot.hasFilters()
              ? "; or the line stands under a filter like [pi4] for another board: put it under [all]"
              : "; if you did, look for the reason with dmesg"));
    }
  }

  /// With more chip selects than are used is right too.
  private static Set<String> overlays(int bus, int selects) {
    return IntStream.rangeClosed(selects, MOST_SELECTS).mapToObj(count -> "spi" + bus + "-" + count + "cs")
        .collect(Collectors.toSet());
  }

  private static boolean isFast(String hertz) {
    return hertz.matches("\\d{1,9}") && Integer.parseInt(hertz) >= LEAST_I2C_HZ;
  }

  private static Set<Integer> numbers(BarConfig config, BusKind kind) {
    return config.chips().stream().filter(chip -> chip.bus() == kind).map(BarConfig.Chip::busNumber)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whether `isolcpus=` of the kernel's command line names the processor, alone or in a range.
  private static boolean isolated(String commandLine, int cpu) {
    return Arrays.stream(commandLine.strip().split("\\s+", -1)).filter(word -> word.startsWith("isolcpus="))
        .flatMap(word -> Arrays.stream(word.substring("isolcpus=".length()).split(",", -1)))
        .anyMatch(part -> part.matches("\\d{1,4}")
            ? Integer.parseInt(part) == cpu
            : part.matches("\\d{1,4}-\\d{1,4}") && Integer.parseInt(part.substring(0, part.indexOf('-'))) <= cpu
                && cpu <= Integer.parseInt(part.substring(part.indexOf('-') + 1)));
  }
}

package io.plumbline.bar.cli;

import io.plumbline.bar.app.LinuxPins;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.app.PinsProvider;
import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.CalibrationReader;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of every command that touches chips: which configuration, and whether the chips are real.
final class HardwareOptions {
  /// Which chips a virtual bar has; in the words of the command line.
  enum Kit {
    standard,
    budget
  }

  @Option(names = "--config", paramLabel = "FILE", defaultValue = "${env:PLUMBLINE_BAR_CONFIG:-" + Option.NULL_VALUE
      + "}", description = "Settings of this bar, TOML (default: $PLUMBLINE_BAR_CONFIG, else those that --print-config shows).")
  private @Nullable Path file;

  @Option(names = "--virtual", arity = "0..1", fallbackValue = "", paramLabel = "SCENARIO", description = "Virtual chips instead of real ones, moved by a scenario of 'plumbline simulate --list' or of a file (default: a working set; for the check, a bar at rest).")
  private @Nullable String scenario;

  @Option(names = "--fault", paramLabel = "TEXT", description = "With --virtual: what goes wrong, as 'left-imu: reset at 12 s'; as often as wanted (a word that is none lists them).")
  private List<String> faults = List.of();

  @Option(names = "--kit", paramLabel = "KIT", description = "With --virtual: ${COMPLETION-CANDIDATES}; budget has Qwiic boards, ISM330DHCX and NAU7802 (default: standard).")
  private @Nullable Kit kit;

  @Option(names = "--seed", paramLabel = "N", description = "With --virtual: another specimen of lifter and sensors.")
  private @Nullable Long seed;

  @Option(names = "--calibration", paramLabel = "FILE", description = "What 'bar calibrate' has found (default: calibration.toml beside the configuration; virtual chips have none).")
  private @Nullable Path calibration;

  boolean isVirtual() {
    return scenario != null;
  }

  /// Why these options do not go together; empty where they do.
  Optional<String> contradiction() {
    if (scenario != null || (faults.isEmpty() && seed == null && kit == null)) {
      return Optional.empty();
    }
    String option = faults.isEmpty() ? seed == null ? "--kit" : "--seed" : "--fault";
    return Optional.of(option + " goes with --virtual only");
  }

  /// Opens the pins.
  ///
  /// @param usual   the scenario where none is named
  /// @param stepped whether virtual time is moved on by whoever reads
  Pins open(String usual, boolean stepped) throws ConfigException {
    if (scenario == null) {
      return new LinuxPins();
    }
    PinsProvider provider = ServiceLoader.load(PinsProvider.class).findFirst()
        .orElseThrow(
            () -> new ConfigException("--virtual: this build has no virtual chips; the one with ./plumbline has"));
    OptionalLong wished = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    return provider
        .open(new PinsProvider.Wish(scenario.isEmpty() ? usual : scenario, (kit == null ? Kit.standard : kit).name(),
            faults, wished, stepped));
  }

  /// Where the calibration is, or is to be.
  ///
  /// @param virtual the file for virtual chips where none is named; empty for none
  Optional<Path> calibrationFile(BarConfig config, String virtual) {
    if (calibration != null) {
      return Optional.of(calibration);
    }
    String name = isVirtual() ? virtual : config.bar().calibration();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(file == null ? Path.of(name) : file.resolveSibling(name));
  }

  /// The configuration with what calibration knows better.
  BarConfig calibrated(BarConfig config, int facing) throws ConfigException {
    Optional<Path> found = calibrationFile(config, "");
    if (found.isEmpty() || (calibration == null && !Files.exists(found.get()))) {
      return config;
    }
    return CalibratedConfig.apply(config, CalibrationReader.read(found.get()), found.get().toString(), facing != 0);
  }

  /// The person's file over what the pins say over the defaults.
  ///
  /// @param barId  what the command line says, empty to leave it
  /// @param facing +1 or −1, 0 to leave it
  BarConfig config(Pins pins, Optional<String> barId, int facing) throws ConfigException {
    BarConfigReader reader = new BarConfigReader();
    if (barId.isPresent()) {
      reader.with("--bar-id", "[bar]\nid = \"" + barId.get() + "\"\n");
    }
    if (facing != 0) {
      reader.with("--facing", "[bar]\nfacing = \"" + (facing > 0 ? "+y" : "-y") + "\"\n");
    }
    if (file != null) {
      reader.with(file);
    }
    if (!pins.configuration().isEmpty()) {
      reader.with("virtual bar", pins.configuration());
    }
    return reader.read();
  }
}

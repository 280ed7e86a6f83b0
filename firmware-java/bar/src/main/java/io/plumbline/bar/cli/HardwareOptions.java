package io.plumbline.bar.cli;

import io.plumbline.bar.app.LinuxPins;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.app.PinsProvider;
import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.CalibrationReader;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.state.PairedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
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

  @Option(names = "--calibration", paramLabel = "FILE", description = "What 'bar calibrate' has found (default: calibration.toml in the state folder, else beside the configuration; virtual chips have none).")
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

  /// Folder of the configuration, where what it names is looked for.
  Path folder() {
    Path folder = file == null ? null : file.toAbsolutePath().getParent();
    return folder == null ? Path.of("") : folder;
  }

  /// The configuration's file, empty where there are only defaults.
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /// Where the calibration is, or is to be.
  ///
  /// @param state   the state folder, null for none
  /// @param virtual the file for virtual chips where none is named; empty for none
  Optional<Path> calibrationFile(BarConfig config, String virtual, @Nullable Path state) {
    if (calibration != null) {
      return Optional.of(calibration);
    }
    String name = isVirtual() ? virtual : config.bar().calibration();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path beside = file == null ? Path.of(name) : file.resolveSibling(name);
    if (isVirtual() || state == null) {
      return Optional.of(beside);
    }
    Path kept = state.resolve(name);
    return Optional.of(!Files.exists(kept) && Files.exists(beside) ? beside : kept);
  }

  /// The configuration with what calibration knows better.
  ///
  /// @param state the state folder, null for none
  BarConfig calibrated(BarConfig config, int facing, @Nullable Path state) throws ConfigException {
    Optional<Path> found = calibrationFile(config, "", state);
    if (found.isEmpty() || (calibration == null && !Files.exists(found.get()))) {
      return config;
    }
    return CalibratedConfig.apply(config, CalibrationReader.read(found.get()), found.get().toString(), facing != 0);
  }

  /// The person's file over what the pins say over the defaults.
  ///
  /// @param pins   what they say of themselves
  /// @param barId  what the command line says, empty to leave it
  /// @param facing +1 or −1, 0 to leave it
  /// @param broker what the command line says, empty to leave it
  /// @param state  folder in which a pairing goes before the person's file, null for none
  /// @param tell   told what a person should know of the file
  BarConfig config(String pins, Optional<String> barId, int facing, Optional<String> broker, @Nullable Path state,
      Consumer<String> tell) throws ConfigException {
    BarConfigReader reader = new BarConfigReader();
    if (barId.isPresent()) {
      reader.with("--bar-id", "[bar]\nid = \"" + barId.get() + "\"\n");
    }
    if (facing != 0) {
      reader.with("--facing", "[bar]\nfacing = \"" + (facing > 0 ? "+y" : "-y") + "\"\n");
    }
    if (broker.isPresent()) {
      String quoted = broker.get().replace("\\", "\\\\").replace("\"", "\\\"");
      reader.with("--broker", "[link]\nbroker = \"" + quoted + "\"\n");
    }
    Path paired = state == null ? null : PairedFiles.settings(state);
    // Whoever names a broker has nothing of the pairing, which is for its own only.
    boolean isPaired = paired != null && Files.exists(paired) && broker.isEmpty()
        && (file == null || !Own.read(file).namesBroker());
    if (isPaired && paired != null) {
      reader.with(paired);
    }
    if (file != null) {
      reader.with(file);
    }
    if (!pins.isEmpty()) {
      reader.with("virtual bar", pins);
    }
    reader.notices().forEach(tell);
    BarConfig config = reader.read();
    if (isPaired && !config.link().user().equals("bar-" + config.bar().id())) {
      throw new ConfigException(config.place("bar.id") + " is '" + config.bar().id() + "', but this bar is paired as '"
          + config.link().user().replaceFirst("^bar-", "") + "' (" + paired + "): leave it out, or pair it again");
    }
    return config;
  }

  /// What a person's file says of its own that a pairing says too.
  ///
  /// @param namesBroker whether it has `link.broker`
  /// @param barId       `bar.id`, empty where it has none
  record Own(boolean namesBroker, Optional<String> barId) {
    static Own read(Path file) throws ConfigException {
      TomlParseResult table = Layer.read(file).table();
      return new Own(table.contains(List.of("link", "broker")),
          table.get(List.of("bar", "id")) instanceof String id ? Optional.of(id) : Optional.empty());
    }
  }
}

package io.plumbline.bar.config;

import io.plumbline.contract.Ids;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.drivers.loadcell.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Reads a configuration: a person's file over what the hardware says of itself over the defaults. The first that has a value decides.
public final class BarConfigReader {
  /// Parts that there are drivers for.
  public static final List<String> PARTS = List.of("icm-42688-p", "ism330dhcx", "ads131m04", "nau7802", "adxl375");
  private static final List<String> NAMES = List.of("left-imu", "right-imu", "centre-imu", "left-high-g",
      "right-high-g", "force",
      "left-force", "right-force");
  static final int MOST_LINE = 53;
  /// 0.222 mV/V for 100 kg (facts/bar-mechanics.md, section 2).
  private static final double UNCALIBRATED_N_PER_RATIO = 980.665 / 0.222e-3;
  /// Of its results a second (facts/ads131m04.md, section 6).
  private static final int ADS_RATE_HZ = 1000;
  /// From this gain on the common mode is limited to the supply less 1.8 V (facts/ads131m04.md, section 1).
  private static final int PRECHARGED_GAIN = 8;
  private static final double MOST_EXCITATION_V = 3.0;
  private static final double UNIT_TOLERANCE = 1e-3;

  private final List<Layer> layers = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /// Everything from the defaults.
  public static BarConfig defaults() {
    try {
      return new BarConfigReader().read();
    } catch (ConfigException e) {
      throw new IllegalStateException("the built-in configuration", e);
    }
  }

  /// The text of the defaults, which explains each setting.
  public static String defaultText() {
    try (InputStream in = Objects.requireNonNull(BarConfigReader.class.getResourceAsStream("default.toml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a file below what was added before.
  public BarConfigReader with(Path file) throws ConfigException {
    ConfigMigration migration = ConfigMigration.of(file.toString(), Layer.text(file));
    layers.add(migration.layer());
    if (!migration.changes().isEmpty()) {
      notices.add(file + ": " + String.join(", ", migration.changes())
          + "; it is read as such, and --migrate-config writes it down");
    }
    return this;
  }

  /// Adds a text below what was added before.
  ///
  /// @param origin of its values, for people
  public BarConfigReader with(String origin, String text) throws ConfigException {
    layers.add(ConfigMigration.of(origin, text).layer());
    return this;
  }

  /// What a person should know of the files that were added, one line each.
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /// Reads what was added, and the defaults below it. To be called once.
  public BarConfig read() throws ConfigException {
    layers.add(Layer.parse("default", defaultText()));
    Section root = new Section("",
        layers.stream().map(layer -> new Section.Part(layer.origin(), layer.table(), layer.origin())).toList(),
        settings);
    root.whole("version", ConfigMigration.VERSION, ConfigMigration.VERSION);
    BarConfig.Bar bar = bar(root.section("bar"));
    BarConfig.Board board = board(root.section("board"));
    BarConfig.Loop loop = loop(root.section("loop"));
    BarConfig.Health health = health(root.section("health"));
    BarConfig.Recording recording = recording(root.section("recording"));
    BarConfig.Force force = force(root.section("force"));
    BarConfig.Cues cues = CueReader.read(root.section("cues"));
    BarConfig.Link link = LinkSection.read(root.section("link"));
    List<BarConfig.Chip> chips = chips(root.sections("chip"));
    root.refuseUnknown();
    check(root, loop, force, chips);
    CueReader.check(root.section("cues"), cues, chips);
    return new BarConfig(bar, board, loop, health, chips, force, recording, cues, link, settings);
  }

  /// What only several sections together can say.
  private static void check(Section root, BarConfig.Loop loop, BarConfig.Force force, List<BarConfig.Chip> chips)
      throws ConfigException {
    boolean ads = chips.stream().anyMatch(chip -> chip.part().equals("ads131m04"));
    if (ads && loop.rateHz() < ADS_RATE_HZ) {
      throw root.section("loop").refuse("rate_hz",
          "must be at least " + ADS_RATE_HZ + " with an ADS131M04, which keeps two results, but is " + loop.rateHz());
    }
    if (ads && force.gain() >= PRECHARGED_GAIN && force.excitationV() > MOST_EXCITATION_V) {
      throw root.section("force").refuse("excitation_v",
          "must be at most " + MOST_EXCITATION_V + " with an ADS131M04 at gain " + force.gain()
              + ": a bridge sits at half of it; or take a gain of 4 or less");
    }
  }

  private static BarConfig.Bar bar(Section section) throws ConfigException {
    String id = section.text("id", Ids.PATTERN, "1 to 64 letters, digits, '.', '_' or '-'");
    double massKg = section.number("mass_kg", 1, 100);
    double outboardKg = section.number("outboard_kg", 0, 50);
    String facing = section.word("facing", List.of("+y", "-y", "unknown"));
    String calibration = section.text("calibration", "[^\\p{Cntrl}]*", "a file, or \"\" for none");
    section.refuseUnknown();
    return new BarConfig.Bar(id, massKg, outboardKg, facing.equals("+y") ? 1 : facing.equals("-y") ? -1 : 0,
        calibration);
  }

  private static BarConfig.Board board(Section section) throws ConfigException {
    Path devices = Path.of(section.text("devices", "/[^\\p{Cntrl}]*", "a folder from the root on, like /dev"));
    String label = section.text("gpio_label", "[ -~]{0,31}", "at most 31 plain characters");
    section.refuseUnknown();
    return new BarConfig.Board(devices, label);
  }

  private static BarConfig.Loop loop(Section section) throws ConfigException {
    int rate = section.whole("rate_hz", 100, 4000);
    String wake = section.word("wake", List.of("timer", "data-ready"));
    int cpu = section.whole("cpu", -1, 1023);
    int priority = section.whole("priority", 0, 99);
    boolean lock = section.flag("lock_memory");
    section.refuseUnknown();
    return new BarConfig.Loop(rate, constant(BarConfig.Wake.class, wake), cpu, priority, lock);
  }

  private static BarConfig.Health health(Section section) throws ConfigException {
    boolean selfTest = section.flag("self_test_on_start");
    section.refuseUnknown();
    return new BarConfig.Health(selfTest);
  }

  private static BarConfig.Recording recording(Section section) throws ConfigException {
    boolean on = section.flag("on");
    Path folder = Path.of(section.text("folder", "[^\\p{Cntrl}]+", "a folder"));
    int file = section.whole("file_mib", 1, 4096);
    int total = section.whole("total_mib", 1, 1_000_000);
    if (total < 2 * file) {
      throw section.refuse("total_mib", "must be at least twice file_mib (" + file + "), but is " + total);
    }
    section.refuseUnknown();
    return new BarConfig.Recording(on, folder, file, total);
  }

  private static BarConfig.Force force(Section section) throws ConfigException {
    Layout layout = constant(Layout.class,
        section.word("layout", List.of("two-plane", "single-plane", "platform")));
    String id = section.text("calibration_id", Ids.PATTERN, "1 to 64 letters, digits, '.', '_' or '-'");
    double excitation = section.number("excitation_v", 0.5, 5.5);
    int gain = section.whole("gain", 1, 128);
    if (Integer.bitCount(gain) != 1) {
      throw section.refuse("gain", "must be 1, 2, 4, 8, 16, 32, 64 or 128, but is " + gain);
    }
    boolean twoPlanes = layout == Layout.TWO_PLANE;
    List<Double> uncalibrated = twoPlanes
        ? List.of(UNCALIBRATED_N_PER_RATIO, 0.0, 0.0, UNCALIBRATED_N_PER_RATIO)
        : List.of(UNCALIBRATED_N_PER_RATIO);
    List<Double> left = section.numbers("left_n_per_ratio", uncalibrated);
    List<Double> right = section.numbers("right_n_per_ratio", uncalibrated);
    List<Double> zero = section.numbers("zero_ratio", Collections.nCopies(layout.bridges(), 0.0));
    section.refuseUnknown();
    return new BarConfig.Force(layout, id, excitation, gain, left, right, zero);
  }

  private static List<BarConfig.Chip> chips(List<Section> sections) throws ConfigException {
    List<BarConfig.Chip> chips = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> places = new HashSet<>();
    Set<Integer> lines = new HashSet<>();
    for (Section section : sections) {
      BarConfig.Chip chip = chip(section);
      if (!names.add(chip.name())) {
        throw section.refuse("name", "is '" + chip.name() + "' twice");
      }
      if (!places.add(chip.bus() + " " + chip.busNumber() + " " + chip.address())) {
        throw section.refuse("address", "is taken by another chip on the same bus");
      }
      if (chip.dataReadyLine() >= 0 && !lines.add(chip.dataReadyLine())) {
        throw section.refuse("data_ready_line",
            "is " + chip.dataReadyLine() + ", which another chip has already: give each its own, or -1 for none");
      }
      chips.add(chip);
    }
    return chips;
  }

  private static BarConfig.Chip chip(Section section) throws ConfigException {
    String name = section.word("name", NAMES);
    String part = section.word("part", PARTS);
    BarConfig.BusKind bus = constant(BarConfig.BusKind.class, section.word("bus", List.of("spi", "i2c")));
    int number = section.whole("bus_number", 0, 31);
    int address = section.whole("address", 0, bus == BarConfig.BusKind.SPI ? 3 : 0x77);
    int clock = section.whole("clock_hz", 10_000, mostHz(part), Math.min(8_000_000, mostHz(part) / 16 * 10));
    int ready = section.whole("data_ready_line", -1, MOST_LINE, -1);
    List<Double> lever = section.numbers("lever_m", List.of(0.0, 0.0, 0.0));
    List<Double> mount = section.numbers("mount", List.of(1.0, 0.0, 0.0, 0.0));
    Correction correction = name.endsWith("-imu") ? correction(section) : Correction.NONE;
    section.refuseUnknown();
    checkKind(section, name, part, bus, ready);
    return new BarConfig.Chip(name, part, bus, number, address, clock, ready, mount(section, mount),
        new Lever(lever.get(0), lever.get(1), lever.get(2)), correction);
  }

  /// For what is recorded with each session: a person has no need of these, they come from the calibration file.
  private static Correction correction(Section section) throws ConfigException {
    Correction usual = Correction.NONE;
    if (!section.has("calibration_id")) {
      return usual;
    }
    return new Correction(section.text("calibration_id", Ids.PATTERN, "1 to 64 letters, digits, '.', '_' or '-'"),
        section.numbers("accel_matrix", usual.accelMatrix()), section.numbers("accel_bias_mps2", usual.accelBiasMps2()),
        section.numbers("gyro_bias_radps", usual.gyroBiasRadps()),
        section.numbers("gyro_radps_per_c", usual.gyroRadpsPerC()), section.number("reference_c", -40, 125));
  }

  private static Mount mount(Section section, List<Double> wxyz) throws ConfigException {
    double length = Math.sqrt(wxyz.stream().mapToDouble(value -> value * value).sum());
    if (!(Math.abs(length - 1) < UNIT_TOLERANCE)) {
      throw section.refuse("mount", "must be a unit quaternion [w, x, y, z], but its length is " + length);
    }
    return new Mount(wxyz.get(0) / length, wxyz.get(1) / length, wxyz.get(2) / length, wxyz.get(3) / length);
  }

  /// Fastest SPI clock of a part. The default stays below it by the factor of 1.6 by which a Pi's clock can drift (facts/raspberry-pi-io.md,
  /// section 2).
  private static int mostHz(String part) {
    return switch (part) {
      // facts/high-g.md, section 2, and ism330dhcx.md, section 1: both unverified there
      case "adxl375" -> 5_000_000;
      case "ism330dhcx" -> 10_000_000;
      default -> 24_000_000;
    };
  }

  private static void checkKind(Section section, String name, String part, BarConfig.BusKind bus, int ready)
      throws ConfigException {
    String measures = switch (part) {
      case "icm-42688-p", "ism330dhcx" -> "imu";
      case "adxl375" -> "high-g";
      default -> "force";
    };
    if (!name.endsWith(measures)) {
      throw section.refuse("part", "'" + part + "' is no chip for " + name + ": its name must end with " + measures);
    }
    if (ready >= 0 && (part.equals("nau7802") || part.equals("adxl375"))) {
      throw section.refuse("data_ready_line", "is of no use: the " + part + " gives no edge for each sample");
    }
    if (part.equals("nau7802") && bus != BarConfig.BusKind.I2C) {
      throw section.refuse("bus", "must be i2c: the NAU7802 has no SPI");
    }
    if (part.equals("ads131m04") && bus != BarConfig.BusKind.SPI) {
      throw section.refuse("bus", "must be spi: the ADS131M04 has no I2C");
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

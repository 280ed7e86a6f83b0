package io.plumbline.bar.config;

import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.drivers.loadcell.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All settings of a bar.
///
/// @param settings each value in force with its origin
public record BarConfig(Bar bar, Board board, Loop loop, Health health, List<Chip> chips, Force force, Recording recording,
    Cues cues, Link link, List<Setting> settings) {
  public BarConfig {
    chips = List.copyOf(chips);
    settings = List.copyOf(settings);
  }

  /// All values in force as a configuration file, each with its origin as a comment: the same configuration again when it is read.
  public String toToml() {
    return toToml(setting -> true);
  }

  /// The same for a recording: without what is of no use there and of nobody's interest, the link.
  public String toRecordedToml() {
    return toToml(setting -> !setting.key().startsWith("link."));
  }

  private String toToml(Predicate<Setting> wanted) {
    StringBuilder text = new StringBuilder();
    String table = "";
    for (Setting setting : settings.stream().filter(wanted).toList()) {
      int dot = setting.key().lastIndexOf('.');
      String own = setting.key().substring(0, Math.max(0, dot));
      if (!own.equals(table)) {
        table = own;
        int bracket = own.indexOf('[');
        String head = bracket < 0 ? "[" + own + "]" : "[[" + own.substring(0, bracket) + "]]";
        text.append(text.isEmpty() ? "" : "\n").append(head).append('\n');
      }
      String line = setting.key().substring(dot + 1) + " = " + setting.value();
      text.append(String.format(Locale.ROOT, "%-60s # %s%n", line, setting.origin()));
    }
    return text.toString();
  }

  /// Where a value comes from and what it is called, for a message about it: `bar.toml:5: link.tls_ca`.
  public String place(String key) {
    String origin = settings.stream().filter(setting -> setting.key().equals(key)).map(Setting::origin).findFirst()
        .orElse("configuration");
    return origin + ": " + key;
  }

  /// The same with other texts of its settings.
  public BarConfig with(List<Setting> others) {
    return new BarConfig(bar, board, loop, health, chips, force, recording, cues, link, others);
  }

  /// Ids of the calibrations that are in force.
  public List<String> calibrationIds() {
    Stream<String> all = Stream.concat(chips.stream().map(chip -> chip.correction().calibrationId()),
        Stream.of(force.calibrationId()));
    return all.filter(id -> !id.equals(Correction.NO_ID)).distinct().sorted().toList();
  }

  /// The barbell.
  ///
  /// @param id         which bar
  /// @param massKg     of the empty bar
  /// @param outboardKg part of the empty bar outside each load-cell plane, one side
  /// @param facing     +1, −1 or 0 for not known, as in [io.plumbline.core.sample.BarSetup]
  /// @param calibration file with what calibration has found; empty for none
  public record Bar(String id, double massKg, double outboardKg, int facing, String calibration) {}

  /// The computer's pins.
  ///
  /// @param devices    folder of the device files
  /// @param gpioLabel  label of the GPIO chip that has the header's pins; empty: any of the known ones
  public record Board(Path devices, String gpioLabel) {}

  /// The sampling loop.
  ///
  /// @param rateHz     how often the chips are read
  /// @param wake       what starts a pass
  /// @param cpu        the processor that it is bound to, −1 for any
  /// @param priority   of SCHED_FIFO, 0 for a normal thread
  /// @param lockMemory whether all memory is kept from being swapped out
  public record Loop(int rateHz, Wake wake, int cpu, int priority, boolean lockMemory) {
    /// Time between two passes, ns.
    public long periodNs() {
      return 1_000_000_000L / rateHz;
    }
  }

  /// What is done for the bar's health.
  ///
  /// @param selfTestOnStart whether the chips test themselves at the start, while the bar lies still
  public record Health(boolean selfTestOnStart) {}

  /// What starts a pass of the loop.
  public enum Wake {
    /// Its time.
    TIMER,
    /// The data-ready edge of the first chip that has such a line; the timer where edges stop.
    DATA_READY
  }

  /// One chip and its wires.
  ///
  /// @param name      place and purpose: `left-imu`, `right-high-g`, `force`
  /// @param part      as on the data sheet, small letters: `icm-42688-p`
  /// @param bus       `spi` or `i2c`
  /// @param busNumber of spidev or i2c-dev
  /// @param address   chip select or I2C address
  /// @param clockHz   of SPI; without meaning for I2C, whose clock is set in config.txt
  /// @param dataReadyLine BCM number, −1 without
  /// @param mount     rotation sensor to bar frame
  /// @param lever     position in the bar frame
  /// @param correction of an inertial unit's readings
  public record Chip(String name, String part, BusKind bus, int busNumber, int address, int clockHz, int dataReadyLine,
      Mount mount, Lever lever, Correction correction) {}

  /// Kinds of bus.
  public enum BusKind {
    /// Serial peripheral interface: address is the chip select.
    SPI,
    /// Two-wire bus.
    I2C
  }

  /// The load cells: force of a plane = matrix · (bridge ratio − zero).
  ///
  /// @param layout        how the gauges are arranged
  /// @param calibrationId of these numbers, for what is recorded
  /// @param excitationV   supply of the bridges
  /// @param gain          of the converter
  /// @param leftNPerRatio left plane, row by row: y, z from the first and second bridge; one number for a single bridge
  /// @param rightNPerRatio right plane
  /// @param zeroRatio     of each bridge, V/V
  public record Force(Layout layout, String calibrationId, double excitationV, int gain, List<Double> leftNPerRatio,
      List<Double> rightNPerRatio, List<Double> zeroRatio) {
    public Force {
      leftNPerRatio = List.copyOf(leftNPerRatio);
      rightNPerRatio = List.copyOf(rightNPerRatio);
      zeroRatio = List.copyOf(zeroRatio);
    }
  }

  /// The black box.
  ///
  /// @param folder   where its files go, in the state folder where it does not begin at the root
  /// @param fileMib  a new file is begun at this size
  /// @param totalMib the oldest files go beyond this size
  public record Recording(boolean on, Path folder, int fileMib, int totalMib) {}

  /// The way to the broker. Files are looked for beside the configuration.
  ///
  /// @param broker         see [BrokerText]
  /// @param tlsCa          certificates of who may vouch for the broker, PEM; empty for those that Java trusts
  /// @param tlsCertificate the bar's own certificate, PEM; empty for none
  /// @param tlsKey         its private key, PEM
  /// @param user           name at the broker; empty for none
  /// @param secrets        file that holds the password
  /// @param serialPort     device on which a daemon may ask for the journal; empty for none
  public record Link(String broker, String tlsCa, String tlsCertificate, String tlsKey, String user, String secrets,
      String serialPort) {}

  /// What is told at the bar itself.
  ///
  /// @param buzzerLine BCM number, −1 without; active high
  /// @param ledLine    BCM number, −1 without; active high
  /// @param cues       how each cue is told
  public record Cues(int buzzerLine, int ledLine, Map<LocalCue, Cue> cues) {
    public Cues {
      cues = Map.copyOf(cues);
    }
  }

  /// How a cue is told.
  ///
  /// @param buzzer    whether it is heard
  /// @param led       whether it is seen
  /// @param patternMs on, off, on and so on, ms
  public record Cue(boolean buzzer, boolean led, List<Integer> patternMs) {
    public Cue {
      patternMs = List.copyOf(patternMs);
    }
  }
}

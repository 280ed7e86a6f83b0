package io.plumbline.bar.calibration;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.config.Section;
import io.plumbline.contract.Ids;
import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import io.plumbline.core.sample.BarSetup.Mount;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a calibration file and checks it: every key known, every number of a size that a sensor can have.
public final class CalibrationReader {
  private static final String ID_RULE = "1 to 64 letters, digits, '.', '_' or '-'";
  private static final List<String> UNITS = List.of("left-imu", "right-imu", "centre-imu");
  private static final double LARGE = 1e12;
  private static final double MOST_SCALE_ERROR = 0.2;
  private static final double MOST_BIAS_MPS2 = 5;
  private static final double MOST_RATE_RADPS = 0.2;
  private static final double UNIT_TOLERANCE = 1e-3;
  private static final double MOST_LEVER_M = 3;

  private CalibrationReader() {}

  /// Reads a file.
  ///
  /// @throws ConfigException with one line: file, place, reason
  public static Calibration read(Path file) throws ConfigException {
    return read(Layer.read(file));
  }

  /// Reads a text.
  ///
  /// @param origin for messages
  public static Calibration parse(String origin, String text) throws ConfigException {
    return read(Layer.parse(origin, text));
  }

  private static Calibration read(Layer layer) throws ConfigException {
    Section root = Section.of(layer);
    int version = root.whole("version", 1, Integer.MAX_VALUE);
    if (version != CalibrationWriter.VERSION) {
      throw root.refuse("version", "is " + version + ", this build reads " + CalibrationWriter.VERSION
          + ": use a newer Plumbline, or calibrate again");
    }
    String id = root.text("id", Ids.PATTERN, ID_RULE);
    String barId = root.text("bar_id", Ids.PATTERN, ID_RULE);
    Instant date = date(root);
    String software = root.text("software", "[^\\p{Cntrl}]{1,100}", "a version");
    double gravity = root.number("gravity_mps2", 9.7, 9.9);
    Calibration.Facing facing = facing(root);
    List<Calibration.Unit> units = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : root.sections("unit")) {
      units.add(unit(section));
      once(names, section, units.getLast().name());
    }
    List<Calibration.Side> sides = new ArrayList<>();
    for (Section section : root.sections("side")) {
      sides.add(side(section));
      once(names, section, sides.getLast().name());
    }
    root.refuseUnknown();
    return new Calibration(id, barId, date, software, gravity, facing, units, sides);
  }

  private static void once(Set<String> names, Section section, String name) throws ConfigException {
    if (!names.add(name)) {
      throw section.refuse("name", "is '" + name + "' twice");
    }
  }

  private static Instant date(Section section) throws ConfigException {
    String text = section.text("date", "[-0-9T:.Z]{10,40}", "a time like 2026-11-21T17:00:00Z");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw section.refuse("date", "must be a time like 2026-11-21T17:00:00Z, but is '" + text + "'");
    }
  }

  private static Calibration.@Nullable Facing facing(Section root) throws ConfigException {
    if (!root.has("facing")) {
      return null;
    }
    Section section = root.section("facing");
    Instant date = date(section);
    int direction = section.word("direction", List.of("+y", "-y")).equals("+y") ? 1 : -1;
    String source = section.word("source", List.of("rolled", "said"));
    section.refuseUnknown();
    return new Calibration.Facing(date, direction, source);
  }

  private static Calibration.Unit unit(Section section) throws ConfigException {
    String name = section.word("name", UNITS);
    Calibration.Unit unit = new Calibration.Unit(name,
        section.has("accelerometer") ? accelerometer(section.section("accelerometer")) : null,
        section.has("gyroscope") ? gyroscope(section.section("gyroscope")) : null,
        section.has("mount") ? mount(section.section("mount")) : null,
        section.has("lever") ? lever(section.section("lever")) : null);
    section.refuseUnknown();
    return unit;
  }

  private static Calibration.Dated<AccelerometerCalibration> accelerometer(Section section) throws ConfigException {
    Instant date = date(section);
    List<Double> matrix = section.numbers("matrix", 9);
    for (int i = 0; i < 9; i++) {
      if (Math.abs(matrix.get(i) - (i % 4 == 0 ? 1 : 0)) > MOST_SCALE_ERROR) {
        throw section.refuse("matrix", "is further from that of a sensor without errors than any sensor is");
      }
    }
    List<Double> bias = within(section, "bias_mps2", 3, MOST_BIAS_MPS2);
    AccelerometerCalibration fit = new AccelerometerCalibration(matrix, bias, section.numbers("matrix_sd", 9),
        section.numbers("bias_sd_mps2", 3), section.number("residual_mps2", 0, LARGE),
        section.number("worst_sd_mps2", 0, LARGE), section.whole("poses", 1, 10_000));
    section.refuseUnknown();
    return new Calibration.Dated<>(date, fit);
  }

  private static List<Double> within(Section section, String key, int count, double most) throws ConfigException {
    List<Double> values = section.numbers(key, count);
    for (double value : values) {
      if (!(Math.abs(value) <= most)) {
        throw section.refuse(key, "must hold numbers from " + -most + " to " + most + ", but holds " + value);
      }
    }
    return values;
  }

  private static Calibration.Dated<Calibration.Gyroscope> gyroscope(Section section) throws ConfigException {
    Instant date = date(section);
    List<Double> warmth = section.numbers("still_c");
    List<Double> means = section.numbers("still_radps", 3 * warmth.size());
    List<Double> sds = section.numbers("still_sd_radps", warmth.size());
    List<BiasPoint> still = new ArrayList<>();
    for (int i = 0; i < warmth.size(); i++) {
      if (!(sds.get(i) > 0)) {
        throw section.refuse("still_sd_radps", "must hold numbers above 0, but holds " + sds.get(i));
      }
      still.add(new BiasPoint(warmth.get(i), means.subList(3 * i, 3 * i + 3), sds.get(i)));
    }
    GyroscopeCalibration fit = new GyroscopeCalibration(within(section, "bias_radps", 3, MOST_RATE_RADPS),
        within(section, "slope_radps_per_c", 3, MOST_RATE_RADPS), section.number("reference_c", -40, 125),
        section.numbers("bias_sd_radps", 3), section.numbers("slope_sd_radps_per_c", 3),
        section.number("residual_radps", 0, LARGE), section.number("span_c", 0, 200), warmth.size());
    section.refuseUnknown();
    return new Calibration.Dated<>(date, new Calibration.Gyroscope(fit, still));
  }

  private static Calibration.Dated<MountCalibration> mount(Section section) throws ConfigException {
    Instant date = date(section);
    List<Double> q = section.numbers("quaternion", 4);
    double length = Math.sqrt(q.stream().mapToDouble(value -> value * value).sum());
    if (!(Math.abs(length - 1) < UNIT_TOLERANCE)) {
      throw section.refuse("quaternion", "must be a unit quaternion [w, x, y, z], but its length is " + length);
    }
    MountCalibration fit = new MountCalibration(new Mount(q.get(0), q.get(1), q.get(2), q.get(3)),
        section.numbers("sd_rad", 3), optional(section, "residual_rad"));
    section.refuseUnknown();
    return new Calibration.Dated<>(date, fit);
  }

  private static double optional(Section section, String key) throws ConfigException {
    return section.has(key) ? section.number(key, -LARGE, LARGE) : Double.NaN;
  }

  private static Calibration.Dated<Calibration.Lever> lever(Section section) throws ConfigException {
    Instant date = date(section);
    Calibration.Lever lever = new Calibration.Lever(within(section, "position_m", 3, MOST_LEVER_M),
        section.numbers("sd_m", 3), optional(section, "residual_mps2"));
    section.refuseUnknown();
    return new Calibration.Dated<>(date, lever);
  }

  private static Calibration.Side side(Section section) throws ConfigException {
    String name = section.word("name", List.of("left", "right"));
    Instant date = date(section);
    List<Double> zero = section.numbers("zero_ratio");
    if (zero.isEmpty() || zero.size() > 2) {
      throw section.refuse("zero_ratio", "must be a list of one or two numbers");
    }
    int gains = zero.size() * zero.size();
    LoadCellCalibration fit = new LoadCellCalibration(section.numbers("n_per_ratio", gains),
        section.numbers("n_per_ratio_sd", gains), zero, section.numbers("zero_ratio_sd", zero.size()),
        section.number("outboard_kg", 0, 50), section.number("outboard_sd_kg", 0, 50),
        section.number("residual_n", 0, LARGE), section.number("worst_n", 0, LARGE),
        section.number("full_scale_n", 0, LARGE), optional(section, "hysteresis_n"), section.number("r_squared", -1, 1),
        section.whole("points", 1, 10_000));
    section.refuseUnknown();
    return new Calibration.Side(name, new Calibration.Dated<>(date, fit));
  }
}

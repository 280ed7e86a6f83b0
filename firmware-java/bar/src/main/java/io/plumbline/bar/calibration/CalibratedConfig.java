package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Correction;
import io.plumbline.bar.config.Setting;
import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a calibration over a configuration. The result is written down and recorded as any other, value by value with its origin, so that a
/// black box holds all that is needed to play it.
public final class CalibratedConfig {
  private static final String ID_KEY = "calibration_id";

  private final BarConfig config;
  private final Map<String, String> values = new LinkedHashMap<>();

  private CalibratedConfig(BarConfig config) {
    this.config = config;
  }

  /// The configuration with what calibration knows better. Facing stays as it is where a person has said it on the command line.
  ///
  /// @param origin        of the values, for people: the file
  /// @param keepFacing    whether somebody has said it
  /// @throws ConfigException where the calibration is of another bar, or of other load cells
  public static BarConfig apply(BarConfig config, Calibration calibration, String origin, boolean keepFacing)
      throws ConfigException {
    if (!calibration.barId().equals(config.bar().id())) {
      throw new ConfigException(origin + ": is the calibration of the bar '" + calibration.barId() + "', but this is '"
          + config.bar().id() + "': name another file, or calibrate");
    }
    CalibratedConfig result = new CalibratedConfig(config);
    result.collect(calibration, origin, keepFacing);
    return result.read(origin);
  }

  /// The configuration with other zeros of the load cells, of the same calibration.
  ///
  /// @param origin of the values, for people: the file
  public static BarConfig withZeros(BarConfig config, List<Double> zeroRatio, String origin) throws ConfigException {
    CalibratedConfig result = new CalibratedConfig(config);
    result.values.put("force.zero_ratio", String.valueOf(zeroRatio));
    return result.read(origin);
  }

  /// The configuration with another side that the lifter faces.
  ///
  /// @param facing +1 or −1
  /// @param origin of the value, for people: the file
  public static BarConfig withFacing(BarConfig config, int facing, String origin) throws ConfigException {
    CalibratedConfig result = new CalibratedConfig(config);
    result.values.put("bar.facing", facing > 0 ? "\"+y\"" : "\"-y\"");
    return result.read(origin);
  }

  private void collect(Calibration calibration, String origin, boolean keepFacing) throws ConfigException {
    Calibration.Facing facing = calibration.facing();
    if (facing != null && !keepFacing) {
      values.put("bar.facing", facing.direction() > 0 ? "\"+y\"" : "\"-y\"");
    }
    for (int i = 0; i < config.chips().size(); i++) {
      String table = "chip[" + (i + 1) + "].";
      calibration.unit(config.chips().get(i).name()).ifPresent(unit -> collect(table, unit, calibration.id()));
    }
    List<LoadCellCalibration> cells = new ArrayList<>();
    for (String name : List.of("left", "right")) {
      calibration.side(name).ifPresent(side -> cells.add(side.cells().value()));
    }
    if (cells.size() == 2) {
      collect(cells.get(0), cells.get(1), calibration.id(), origin);
    }
  }

  private void collect(String table, Calibration.Unit unit, String id) {
    Calibration.Dated<AccelerometerCalibration> accelerometer = unit.accelerometer();
    Calibration.Dated<Calibration.Gyroscope> gyroscope = unit.gyroscope();
    if (accelerometer != null || gyroscope != null) {
      Correction usual = Correction.NONE;
      values.put(table + ID_KEY, '"' + id + '"');
      values.put(table + "accel_matrix",
          String.valueOf(accelerometer == null ? usual.accelMatrix() : accelerometer.value().matrix()));
      values.put(table + "accel_bias_mps2",
          String.valueOf(accelerometer == null ? usual.accelBiasMps2() : accelerometer.value().biasMps2()));
      GyroscopeCalibration fit = gyroscope == null ? null : gyroscope.value().fit();
      values.put(table + "gyro_bias_radps", String.valueOf(fit == null ? usual.gyroBiasRadps() : fit.biasRadps()));
      values.put(table + "gyro_radps_per_c",
          String.valueOf(fit == null ? usual.gyroRadpsPerC() : fit.slopeRadpsPerC()));
      values.put(table + "reference_c", String.valueOf(fit == null ? usual.referenceC() : fit.referenceC()));
    }
    Calibration.Dated<MountCalibration> mount = unit.mount();
    if (mount != null) {
      values.put(table + "mount", String.valueOf(List.of(mount.value().mount().w(), mount.value().mount().x(),
          mount.value().mount().y(), mount.value().mount().z())));
    }
    Calibration.Dated<Calibration.Lever> lever = unit.lever();
    if (lever != null) {
      values.put(table + "lever_m", String.valueOf(lever.value().positionM()));
    }
  }

  private void collect(LoadCellCalibration left, LoadCellCalibration right, String id, String origin)
      throws ConfigException {
    List<Double> zero = new ArrayList<>(left.zeroRatio());
    zero.addAll(right.zeroRatio());
    if (zero.size() != config.force().layout().bridges()) {
      throw new ConfigException(origin + ": is for " + zero.size() + " bridges, but force.layout has "
          + config.force().layout().bridges() + ": calibrate the load cells again");
    }
    values.put("force." + ID_KEY, '"' + id + '"');
    values.put("force.left_n_per_ratio", String.valueOf(left.nPerRatio()));
    values.put("force.right_n_per_ratio", String.valueOf(right.nPerRatio()));
    values.put("force.zero_ratio", String.valueOf(zero));
  }

  /// Through text and back: one way of checking values, and the same as a black box goes.
  private BarConfig read(String origin) throws ConfigException {
    Map<String, String> origins = new HashMap<>();
    List<Setting> merged = new ArrayList<>();
    String table = "";
    for (Setting setting : config.settings()) {
      String own = setting.key().substring(0, setting.key().lastIndexOf('.') + 1);
      if (!own.equals(table)) {
        addNew(merged, table, origins, origin);
        table = own;
      }
      String better = values.remove(setting.key());
      merged.add(better == null ? setting : new Setting(setting.key(), better, origin));
      origins.put(setting.key(), better == null ? setting.origin() : origin);
    }
    addNew(merged, table, origins, origin);
    String text = config.with(merged).toToml();
    BarConfig read = new BarConfigReader().with(origin, text).read();
    List<Setting> settings = read.settings().stream()
        .map(setting -> new Setting(setting.key(), setting.value(),
            origins.getOrDefault(setting.key(), setting.origin())))
        .toList();
    return read.with(settings);
  }

  /// Keys of a table that the configuration has not had.
  private void addNew(List<Setting> merged, String table, Map<String, String> origins, String origin) {
    for (String key : List.copyOf(values.keySet())) {
      if (!table.isEmpty() && key.startsWith(table)) {
        merged.add(new Setting(key, String.valueOf(values.remove(key)), origin));
        origins.put(key, origin);
      }
    }
  }
}

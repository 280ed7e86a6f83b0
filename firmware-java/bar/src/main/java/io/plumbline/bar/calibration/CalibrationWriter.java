package io.plumbline.bar.calibration;

import io.plumbline.bar.file.DurableFile;
import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes a calibration file: complete and durable, or not at all. Numbers are as short as they can be to read back as the same.
public final class CalibrationWriter {
  /// Of the format.
  static final int VERSION = 1;

  private final StringBuilder text = new StringBuilder();

  private CalibrationWriter() {}

  /// The text of a file.
  public static String text(Calibration calibration) {
    CalibrationWriter writer = new CalibrationWriter();
    writer.all(calibration);
    return writer.text.toString();
  }

  /// Writes it: whatever happens, the old file or the new one is there.
  public static void write(Calibration calibration, Path target) throws IOException {
    DurableFile.write(target, text(calibration));
  }

  private void all(Calibration calibration) {
    text.append("# Written by 'plumbline bar calibrate'; delete a part to be without it.\n");
    text.append("version = ").append(VERSION).append('\n');
    word("id", calibration.id());
    word("bar_id", calibration.barId());
    date(calibration.date());
    word("software", calibration.software());
    number("gravity_mps2", calibration.gravityMps2());
    Calibration.Facing facing = calibration.facing();
    if (facing != null) {
      head("[facing]");
      date(facing.date());
      word("direction", facing.direction() > 0 ? "+y" : "-y");
      word("source", facing.source());
    }
    calibration.units().forEach(this::unit);
    calibration.sides().forEach(this::side);
  }

  private void unit(Calibration.Unit unit) {
    head("[[unit]]");
    word("name", unit.name());
    Calibration.Dated<AccelerometerCalibration> accelerometer = unit.accelerometer();
    if (accelerometer != null) {
      head("[unit.accelerometer]");
      date(accelerometer.date());
      AccelerometerCalibration fit = accelerometer.value();
      numbers("matrix", fit.matrix());
      numbers("matrix_sd", fit.matrixSd());
      numbers("bias_mps2", fit.biasMps2());
      numbers("bias_sd_mps2", fit.biasSdMps2());
      number("residual_mps2", fit.residualMps2());
      number("worst_sd_mps2", fit.worstSdMps2());
      text.append("poses = ").append(fit.poses()).append('\n');
    }
    Calibration.Dated<Calibration.Gyroscope> gyroscope = unit.gyroscope();
    if (gyroscope != null) {
      gyroscope(gyroscope.date(), gyroscope.value());
    }
    Calibration.Dated<MountCalibration> mount = unit.mount();
    if (mount != null) {
      head("[unit.mount]");
      date(mount.date());
      MountCalibration fit = mount.value();
      numbers("quaternion", List.of(fit.mount().w(), fit.mount().x(), fit.mount().y(), fit.mount().z()));
      numbers("sd_rad", fit.sdRad());
      number("residual_rad", fit.residualRad());
    }
    Calibration.Dated<Calibration.Lever> lever = unit.lever();
    if (lever != null) {
      head("[unit.lever]");
      date(lever.date());
      numbers("position_m", lever.value().positionM());
      numbers("sd_m", lever.value().sdM());
      number("residual_mps2", lever.value().residualMps2());
    }
  }

  private void gyroscope(Instant date, Calibration.Gyroscope gyroscope) {
    head("[unit.gyroscope]");
    date(date);
    GyroscopeCalibration fit = gyroscope.fit();
    numbers("bias_radps", fit.biasRadps());
    numbers("bias_sd_radps", fit.biasSdRadps());
    numbers("slope_radps_per_c", fit.slopeRadpsPerC());
    numbers("slope_sd_radps_per_c", fit.slopeSdRadpsPerC());
    number("reference_c", fit.referenceC());
    number("span_c", fit.spanC());
    number("residual_radps", fit.residualRadps());
    List<Double> means = new ArrayList<>();
    gyroscope.still().forEach(point -> means.addAll(point.meanRadps()));
    numbers("still_c", gyroscope.still().stream().map(BiasPoint::temperatureC).toList());
    numbers("still_radps", means);
    numbers("still_sd_radps", gyroscope.still().stream().map(BiasPoint::sdRadps).toList());
  }

  private void side(Calibration.Side side) {
    head("[[side]]");
    word("name", side.name());
    date(side.cells().date());
    LoadCellCalibration fit = side.cells().value();
    numbers("n_per_ratio", fit.nPerRatio());
    numbers("n_per_ratio_sd", fit.nPerRatioSd());
    numbers("zero_ratio", fit.zeroRatio());
    numbers("zero_ratio_sd", fit.zeroRatioSd());
    number("outboard_kg", fit.outboardKg());
    number("outboard_sd_kg", fit.outboardSdKg());
    number("residual_n", fit.residualN());
    number("worst_n", fit.worstN());
    number("full_scale_n", fit.fullScaleN());
    number("hysteresis_n", fit.hysteresisN());
    number("r_squared", fit.rSquared());
    text.append("points = ").append(fit.points()).append('\n');
  }

  private void head(String name) {
    text.append('\n').append(name).append('\n');
  }

  private void date(Instant date) {
    word("date", date.toString());
  }

  private void word(String key, String value) {
    text.append(key).append(" = \"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
  }

  /// What is not known is left out.
  private void number(String key, double value) {
    if (Double.isFinite(value)) {
      text.append(key).append(" = ").append(value).append('\n');
    }
  }

  private void numbers(String key, List<Double> values) {
    text.append(key).append(" = ").append(values).append('\n');
  }
}

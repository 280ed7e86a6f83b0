package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a calibration has changed, for a person.
public final class ChangeTable {
  private static final double MG_MPS2 = 9.80665e-3;
  private static final double RATIO = 1e-6;

  private final List<String> lines = new ArrayList<>();
  private final @Nullable Calibration before;

  private ChangeTable(@Nullable Calibration before) {
    this.before = before;
  }

  /// The table.
  ///
  /// @param before the calibration until now, null where there was none
  public static List<String> lines(@Nullable Calibration before, Calibration now) {
    ChangeTable table = new ChangeTable(before);
    table.row("part", "before", "now", "±", "residual");
    now.units().forEach(table::unit);
    now.sides().forEach(table::side);
    Calibration.Facing facing = now.facing();
    if (facing != null) {
      Calibration.Facing old = before == null ? null : before.facing();
      table.row("facing", old == null ? "-" : sign(old.direction()), sign(facing.direction()), "", facing.source());
    }
    return table.lines;
  }

  private static String sign(int direction) {
    return direction > 0 ? "+y" : "-y";
  }

  private void unit(Calibration.Unit unit) {
    Calibration.Unit old = before == null ? null : before.unit(unit.name()).orElse(null);
    Calibration.Dated<AccelerometerCalibration> accelerometer = unit.accelerometer();
    if (accelerometer != null) {
      AccelerometerCalibration now = accelerometer.value();
      Calibration.Dated<AccelerometerCalibration> was = old == null ? null : old.accelerometer();
      row(unit.name() + " bias mg", was == null ? "-" : list(was.value().biasMps2(), MG_MPS2, "%.1f"),
          list(now.biasMps2(), MG_MPS2, "%.1f"), list(now.biasSdMps2(), MG_MPS2, "%.2f"),
          number("%.2f mg", now.residualMps2() / MG_MPS2));
      row(unit.name() + " scale", was == null ? "-" : list(diagonal(was.value().matrix()), 1, "%.4f"),
          list(diagonal(now.matrix()), 1, "%.4f"), list(diagonal(now.matrixSd()), 1, "%.4f"), now.poses() + " poses");
    }
    Calibration.Dated<Calibration.Gyroscope> gyroscope = unit.gyroscope();
    if (gyroscope != null) {
      GyroscopeCalibration now = gyroscope.value().fit();
      Calibration.Dated<Calibration.Gyroscope> was = old == null ? null : old.gyroscope();
      double degree = Math.PI / 180;
      row(unit.name() + " gyro °/s", was == null ? "-" : list(was.value().fit().biasRadps(), degree, "%.3f"),
          list(now.biasRadps(), degree, "%.3f"), list(now.biasSdRadps(), degree, "%.4f"),
          number("%.4f °/s", now.residualRadps() / degree) + number(" over %.0f °C", now.spanC()));
    }
    Calibration.Dated<MountCalibration> mount = unit.mount();
    if (mount != null) {
      Calibration.Dated<MountCalibration> was = old == null ? null : old.mount();
      row(unit.name() + " mount", was == null ? "-" : mount(was.value()), mount(mount.value()),
          list(mount.value().sdRad(), Math.PI / 180, "%.2f") + "°",
          number("%.2f°", Math.toDegrees(mount.value().residualRad())));
    }
    Calibration.Dated<Calibration.Lever> lever = unit.lever();
    if (lever != null) {
      Calibration.Dated<Calibration.Lever> was = old == null ? null : old.lever();
      row(unit.name() + " lever mm", was == null ? "-" : list(was.value().positionM(), 1e-3, "%.1f"),
          list(lever.value().positionM(), 1e-3, "%.1f"), list(lever.value().sdM(), 1e-3, "%.1f"),
          number("%.3f m/s²", lever.value().residualMps2()));
    }
  }

  private static List<Double> diagonal(List<Double> matrix) {
    return List.of(matrix.get(0), matrix.get(4), matrix.get(8));
  }

  private static String mount(MountCalibration mount) {
    return list(List.of(mount.mount().w(), mount.mount().x(), mount.mount().y(), mount.mount().z()), 1, "%.3f");
  }

  private void side(Calibration.Side side) {
    LoadCellCalibration now = side.cells().value();
    LoadCellCalibration was = before == null
        ? null
        : before.side(side.name()).map(found -> found.cells().value()).orElse(null);
    row(side.name() + " N/(µV/V)", was == null ? "-" : list(was.nPerRatio(), 1 / RATIO, "%.4f"),
        list(now.nPerRatio(), 1 / RATIO, "%.4f"), list(now.nPerRatioSd(), 1 / RATIO, "%.4f"),
        number("%.2f N", now.residualN()) + number(" (%.2f %% of full scale at worst)",
            100 * now.worstN() / now.fullScaleN()));
    row(side.name() + " zero µV/V", was == null ? "-" : list(was.zeroRatio(), RATIO, "%.2f"),
        list(now.zeroRatio(), RATIO, "%.2f"), list(now.zeroRatioSd(), RATIO, "%.2f"),
        number("hysteresis %.1f N, ", now.hysteresisN()) + number("R² %.6f", now.rSquared()));
    row(side.name() + " outboard kg", was == null ? "-" : number("%.2f", was.outboardKg()),
        number("%.2f", now.outboardKg()), number("%.2f", now.outboardSdKg()), now.points() + " points");
  }

  private static String list(List<Double> values, double unit, String format) {
    return String.join(" ",
        values.stream().map(value -> String.format(Locale.ROOT, format, value / unit)).toList());
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private void row(String part, String was, String now, String sd, String residual) {
    lines.add(String.format(Locale.ROOT, "%-20s %-30s %-30s %-26s %s", part, was, now, sd, residual).stripTrailing());
  }
}

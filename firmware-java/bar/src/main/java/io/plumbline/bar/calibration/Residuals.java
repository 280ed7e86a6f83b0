package io.plumbline.bar.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How well what was found on a day fits, on one line for a person.
public final class Residuals {
  private static final double MG_MPS2 = 9.80665e-3;

  private Residuals() {}

  /// The line.
  ///
  /// @param date of the parts that are told
  public static String of(Calibration calibration, Instant date) {
    List<String> parts = new ArrayList<>();
    add(parts, "accelerometers", "%.2f mg", calibration.units(), unit -> {
      var fit = found(unit.accelerometer(), date);
      return fit == null ? null : fit.residualMps2() / MG_MPS2;
    });
    add(parts, "gyroscopes", "%.4f °/s", calibration.units(), unit -> {
      var gyroscope = found(unit.gyroscope(), date);
      return gyroscope == null ? null : Math.toDegrees(gyroscope.fit().residualRadps());
    });
    add(parts, "mounts", "%.2f°", calibration.units(), unit -> {
      var mount = found(unit.mount(), date);
      return mount == null ? null : Math.toDegrees(mount.residualRad());
    });
    add(parts, "levers", "%.3f m/s²", calibration.units(), unit -> {
      var lever = found(unit.lever(), date);
      return lever == null ? null : lever.residualMps2();
    });
    add(parts, "load cells", "%.2f N", calibration.sides(), side -> {
      var cells = found(side.cells(), date);
      return cells == null ? null : cells.residualN();
    });
    Calibration.Facing facing = calibration.facing();
    if (facing != null && facing.date().equals(date)) {
      parts.add("facing " + (facing.direction() > 0 ? "+y" : "-y"));
    }
    return "residuals of " + String.join(", ", parts);
  }

  private static <T> @Nullable T found(Calibration.@Nullable Dated<T> part, Instant date) {
    return part == null || !part.date().equals(date) ? null : part.value();
  }

  private static <P> void add(List<String> parts, String name, String format, List<P> of,
      Function<P, @Nullable Double> residual) {
    List<String> values = new ArrayList<>();
    for (P one : of) {
      Double value = residual.apply(one);
      if (value != null) {
        values.add(value.isNaN() ? "-" : String.format(Locale.ROOT, format, value));
      }
    }
    if (!values.isEmpty()) {
      parts.add(name + " " + String.join(" and ", values));
    }
  }
}

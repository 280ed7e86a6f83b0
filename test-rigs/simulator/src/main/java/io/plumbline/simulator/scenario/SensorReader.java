package io.plumbline.simulator.scenario;

import io.plumbline.simulator.scenario.SensorPlan.Fault;
import io.plumbline.simulator.scenario.SensorPlan.Imu;
import io.plumbline.simulator.scenario.SensorPlan.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads the sensors of a file that has been checked.
final class SensorReader {
  private final TomlSource source;
  private final @Nullable TomlTable table;
  private final Layer layer;
  private final double noise;
  private final boolean raw;

  SensorReader(TomlSource source, @Nullable TomlTable table) {
    this.source = source;
    this.table = table;
    layer = Layer.of(table);
    noise = layer.number(SensorKnobs.NOISE);
    raw = !layer.flag(SensorKnobs.CALIBRATED);
  }

  /// @param strap whether it is worn where the file does not say
  SensorPlan read(boolean strap) {
    List<Imu> imus = layer.list(SensorKnobs.IMUS, List.of("left", "right")).stream()
        .map(id -> imu(Site.valueOf(id.toUpperCase(Locale.ROOT)))).toList();
    SensorPlan.Force force = force(Layer.of(inner(table, "force")));
    SensorPlan.HighG highG = highG(Layer.of(inner(table, "high_g")));
    SensorPlan.Strap worn = strap(inner(table, "strap"), strap);
    if (imus.isEmpty() && !force.fitted()) {
      throw source.refuse(table == null ? null : table.inputPositionOf("imus"),
          "no inertial unit and no load cell: nothing would be recorded of the bar");
    }
    Set<String> fitted = new HashSet<>();
    imus.forEach(imu -> fitted.add(imu.site().id()));
    if (force.fitted()) {
      fitted.addAll(List.of("force-left", "force-right"));
    }
    if (highG.fitted()) {
      fitted.addAll(List.of("high-g-left", "high-g-right"));
    }
    if (worn.fitted()) {
      fitted.addAll(List.of("pelvis", "thorax"));
    }
    return new SensorPlan(layer.number(SensorKnobs.RATE), layer.number(SensorKnobs.RATE_ERROR),
        layer.flag(SensorKnobs.SHARED_CLOCK), noise * layer.number(SensorKnobs.JITTER), layer.number(SensorKnobs.LOST),
        layer.number(SensorKnobs.LATE), layer.number(SensorKnobs.LATE_TIME), imus, force, highG, worn,
        faults(table == null ? null : table.getArray("fault"), fitted));
  }

  private static @Nullable TomlTable inner(@Nullable TomlTable table, String name) {
    return table == null ? null : table.getTable(name);
  }

  private Imu imu(Site site) {
    TomlTable own = inner(table, site.id());
    Layer unit = Layer.of(own);
    double x = switch (site) {
      case LEFT -> -0.65;
      case RIGHT -> 0.65;
      case CENTRE -> 0;
    };
    Layer accelerometer = Layer.of(inner(table, "accelerometer")).covered(inner(own, "accelerometer"));
    Layer gyroscope = Layer.of(inner(table, "gyroscope")).covered(inner(own, "gyroscope"));
    return new Imu(site, unit.number(SensorKnobs.X, x), unit.number(SensorKnobs.Y), unit.number(SensorKnobs.Z),
        unit.number(SensorKnobs.YAW), unit.number(SensorKnobs.PITCH), unit.number(SensorKnobs.ROLL),
        SensorKnobs.ACCELEROMETER.read(accelerometer, noise, raw), SensorKnobs.GYROSCOPE.read(gyroscope, noise, raw));
  }

  private SensorPlan.Force force(Layer own) {
    return new SensorPlan.Force(own.flag(SensorKnobs.FORCE_FITTED), own.flag(SensorKnobs.SINGLE_AXIS),
        noise * own.number(SensorKnobs.FORCE_NOISE), noise * own.number(SensorKnobs.FORCE_ZERO),
        noise * own.number(SensorKnobs.FORCE_SCALE), noise * own.number(SensorKnobs.FORCE_CROSS),
        noise * own.number(SensorKnobs.FORCE_SLOPE), own.number(SensorKnobs.FORCE_RANGE),
        Math.min(noise, 1) * own.number(SensorKnobs.FORCE_STEP));
  }

  private SensorPlan.HighG highG(Layer own) {
    return new SensorPlan.HighG(own.flag(SensorKnobs.HIGH_G_FITTED), SensorKnobs.HIGH_G.read(own, noise, raw));
  }

  private SensorPlan.Strap strap(@Nullable TomlTable strap, boolean worn) {
    Layer own = Layer.of(strap);
    return new SensorPlan.Strap(own.flag(SensorKnobs.STRAP_FITTED, worn), own.number(SensorKnobs.STRAP_RATE),
        own.number(SensorKnobs.SLIP), own.number(SensorKnobs.SLIP_AT), noise * own.number(SensorKnobs.ORIENTATION),
        SensorKnobs.STRAP_ACCELEROMETER.read(Layer.of(inner(strap, "accelerometer")), noise, raw),
        SensorKnobs.STRAP_GYROSCOPE.read(Layer.of(inner(strap, "gyroscope")), noise, raw));
  }

  private List<Fault> faults(@Nullable TomlArray tables, Set<String> fitted) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; tables != null && i < tables.size(); i++) {
      TomlTable own = tables.getTable(i);
      Layer fault = Layer.of(own);
      String sensor = fault.text(SensorKnobs.FAULT_SENSOR);
      if (!fitted.contains(sensor)) {
        throw source.refuse(own.inputPositionOf("sensor"),
            "the sensor \"" + sensor + "\" is not fitted in this scenario");
      }
      double from = fault.number(SensorKnobs.FROM);
      double until = fault.number(SensorKnobs.UNTIL, Double.POSITIVE_INFINITY);
      if (until <= from) {
        throw source.refuse(own.inputPositionOf("until_s"), "'until_s' must be later than 'from_s'");
      }
      faults.add(
          new Fault(Fault.Kind.valueOf(RepReader.constant(fault.text(SensorKnobs.FAULT_KIND))), sensor, from, until));
    }
    return faults;
  }
}

package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inertial unit on the shaft, or the high-g accelerometer beside it with the same axes.
final class ShaftUnit implements Sensor {
  private final String name;
  private final List<String> columns;
  private final int index;
  private final double[] mount;
  private final Climate climate;
  private final TriadSensor accelerometer;
  private final @Nullable TriadSensor gyroscope;
  private final double[] vector = new double[3];

  private ShaftUnit(String name, List<String> columns, int index, double[] mount, Climate climate,
      TriadSensor accelerometer, @Nullable TriadSensor gyroscope) {
    this.name = name;
    this.columns = columns;
    this.index = index;
    this.mount = mount;
    this.climate = climate;
    this.accelerometer = accelerometer;
    this.gyroscope = gyroscope;
  }

  /// @param index of the unit in the plan
  static ShaftUnit inertial(SensorPlan plan, int index, Climate climate, long seed, double rateHz, double stepS) {
    SensorPlan.Imu unit = plan.imus().get(index);
    String id = unit.site().id();
    List<String> columns = new ArrayList<>(axes(id + "_a"));
    columns.addAll(axes(id + "_g"));
    return new ShaftUnit(id, columns, index, Rotation.ofMount(unit), climate,
        new TriadSensor(unit.accelerometer(), id + ".accelerometer", seed, rateHz, stepS),
        new TriadSensor(unit.gyroscope(), id + ".gyroscope", seed, rateHz, stepS));
  }

  /// @param index of the inertial unit in the plan beside which it sits
  static ShaftUnit highG(SensorPlan plan, int index, Climate climate, long seed, double rateHz, double stepS) {
    SensorPlan.Imu unit = plan.imus().get(index);
    String id = "high-g-" + unit.site().id();
    return new ShaftUnit(id, axes(unit.site().id() + "_h"), index, Rotation.ofMount(unit), climate,
        new TriadSensor(plan.highG().accelerometer(), id, seed, rateHz, stepS), null);
  }

  static List<String> axes(String prefix) {
    return List.of(prefix + "x", prefix + "y", prefix + "z");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void step(Stimulus stimulus) {
    accelerometer.step(stimulus.specificForceMps2[index]);
    if (gyroscope != null) {
      gyroscope.step(stimulus.rateRadps[index]);
    }
  }

  @Override
  public void sample(double share, double elapsedS, double[] row, int column) {
    double warmC = climate.warmC(elapsedS);
    accelerometer.filtered(share, vector);
    Rotation.turnBack(mount, vector);
    accelerometer.read(vector, warmC, row, column);
    if (gyroscope != null) {
      gyroscope.filtered(share, vector);
      Rotation.turnBack(mount, vector);
      gyroscope.read(vector, warmC, row, column + 3);
    }
  }
}

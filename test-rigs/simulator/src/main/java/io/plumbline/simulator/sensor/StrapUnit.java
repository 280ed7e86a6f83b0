package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;

/// One unit of the lumbar strap, which works out its own orientation; the thorax unit can slip on the skin.
final class StrapUnit implements Sensor {
  static final int PELVIS = 0;
  static final int THORAX = 1;
  static final List<String> NAMES = List.of("pelvis", "thorax");
  private static final double SLIPPING_S = 0.5;
  /// How long the error of the reported orientation stays alike.
  private static final double ORIENTATION_ERROR_S = 30;
  /// witmotion-wt901.md, section 2, type 0x59.
  private static final double QUATERNION_STEP = 1.0 / 32_768;

  private final int index;
  private final List<String> columns = new ArrayList<>();
  private final Climate climate;
  private final TriadSensor accelerometer;
  private final TriadSensor gyroscope;
  private final Wander[] error = new Wander[3];
  private final Converter quaternionConverter = new Converter(1, QUATERNION_STEP);
  private final double slipRad;
  private final double slipAtS;
  private double[] before = new double[4];
  private double[] now = new double[4];
  private final double[] vector = new double[3];
  private final double[] attitude = new double[4];
  /// As a rotation.
  private final double[] slip = {1, 0, 0, 0};
  private double slipDoneRad;
  private final double[] turn = new double[4];
  private boolean settled;

  /// @param index [#PELVIS] or [#THORAX]
  StrapUnit(SensorPlan.Strap plan, int index, Climate climate, long seed, double rateHz, double stepS) {
    this.index = index;
    this.climate = climate;
    columns.addAll(ShaftUnit.axes(name() + "_a"));
    columns.addAll(ShaftUnit.axes(name() + "_g"));
    columns.add(name() + "_qw");
    columns.addAll(ShaftUnit.axes(name() + "_q"));
    accelerometer = new TriadSensor(plan.accelerometer(), name() + ".accelerometer", seed, rateHz, stepS);
    gyroscope = new TriadSensor(plan.gyroscope(), name() + ".gyroscope", seed, rateHz, stepS);
    for (int i = 0; i < 3; i++) {
      error[i] = new Wander(plan.orientationSd(), ORIENTATION_ERROR_S, 1 / rateHz,
          new RandomStream(seed, name() + ".orientation." + i));
    }
    slipRad = index == THORAX ? StrictMath.toRadians(plan.slipDeg()) : 0;
    slipAtS = plan.slipAtS();
  }

  @Override
  public String name() {
    return NAMES.get(index);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void step(Stimulus stimulus) {
    accelerometer.step(stimulus.strapForceMps2[index]);
    gyroscope.step(stimulus.strapRateRadps[index]);
    double[] free = before;
    before = now;
    now = free;
    copy(stimulus.strapOrientation[index], now);
    if (!settled) {
      copy(now, before);
      settled = true;
    }
  }

  /// By hand: for four numbers the library's way takes longer than the filters.
  private static void copy(double[] from, double[] to) {
    for (int i = 0; i < 4; i++) {
      to[i] = from[i];
    }
  }

  @Override
  public void sample(double share, double elapsedS, double[] row, int column) {
    double warmC = climate.warmC(elapsedS);
    // Smooth from 0 to 1, as 10x³ − 15x⁴ + 6x⁵; positive like a forward lean, which is a turn about −x.
    double x = Math.max(0, Math.min(1, (elapsedS - slipAtS) / SLIPPING_S));
    double slippedRad = slipRad * x * x * x * (10 - 15 * x + 6 * x * x);
    double slipRateRadps = slipRad * 30 * x * x * (1 - x) * (1 - x) / SLIPPING_S;
    if (slippedRad != slipDoneRad) {
      slipDoneRad = slippedRad;
      slip[0] = StrictMath.cos(slippedRad / 2);
      slip[1] = -StrictMath.sin(slippedRad / 2);
    }

    accelerometer.filtered(share, vector);
    Rotation.turnBack(slip, vector);
    accelerometer.read(vector, warmC, row, column);
    gyroscope.filtered(share, vector);
    Rotation.turnBack(slip, vector);
    vector[0] -= slipRateRadps;
    gyroscope.read(vector, warmC, row, column + 3);

    for (int i = 0; i < 4; i++) {
      attitude[i] = before[i] + share * (now[i] - before[i]);
    }
    Rotation.multiply(attitude, slip, attitude);
    turn[0] = 1;
    for (int i = 0; i < 3; i++) {
      turn[i + 1] = error[i].next() / 2;
    }
    Rotation.multiply(attitude, turn, attitude);
    Rotation.normalise(attitude);
    for (int i = 0; i < 4; i++) {
      row[column + 6 + i] = quaternionConverter.convert(attitude[i]);
    }
  }
}

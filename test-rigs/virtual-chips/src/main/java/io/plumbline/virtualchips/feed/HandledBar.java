package io.plumbline.virtualchips.feed;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/// A rigid bar in somebody's hands, as its chips feel it: a script of moves, exact kinematics, one specimen of every sensor. What the bar truly
/// does can be asked for any time, so that a calibration can be judged. Bend and whip are the simulator's, not here.
public final class HandledBar {
  private static final double G_MPS2 = 9.80665;
  private static final double HALF_LENGTH_M = 1.1;
  private static final double CELL_M = 0.7;
  /// An empty bar that lies on its sleeves (recording-format.md).
  private static final double LYING_N = 32;
  // One sample at 1 kHz behind a filter of 258 Hz (facts/icm-42688-p.md, section 4); facts/ads131m04.md, section 8.
  private static final double ACCEL_NOISE = 0.011;
  private static final double GYRO_NOISE = 7.8e-4;
  private static final double FORCE_NOISE_N = 1.37;
  private static final double HIGH_G_NOISE = 1.0;
  private static final double START_C = 24;
  private static final double WARMING_C_PER_S = 0.02;

  private final HandMotion motion;
  private final BarSpecimen specimen;
  private final long seed;
  private final long originNs;
  private final LongSupplier clock;
  private final double endS;
  private final Map<Sensor, Signal> signals = new EnumMap<>(Sensor.class);

  /// Begins now.
  ///
  /// @param clock of the board
  /// @param seed  of the noise and of the chips' clocks
  public HandledBar(LongSupplier clock, HandScript script, BarSpecimen specimen, long seed) {
    this.clock = clock;
    this.motion = new HandMotion(script);
    this.specimen = specimen;
    this.seed = seed;
    this.originNs = clock.getAsLong();
    this.endS = script.endS();
    for (Sensor sensor : Sensor.values()) {
      double rateError = 0.01 * (2 * uniform(seed + sensor.ordinal()) - 1);
      signals.put(sensor, new Felt(sensor, new SampleClock(originNs + 137_000L * sensor.ordinal(), rateError)));
    }
  }

  /// What a sensor feels.
  public Signal signal(Sensor sensor) {
    return Objects.requireNonNull(signals.get(sensor));
  }

  /// Whether the script is over.
  public boolean hasEnded() {
    return clock.getAsLong() - originNs > endS * 1e9;
  }

  /// True specific force of a unit, m/s², bar frame.
  ///
  /// @param side 0 left, 1 right
  public double[] forceMps2(int side, long timeNs) {
    HandMotion at = motion.at((timeNs - originNs) / 1e9);
    double[] force = at.acceleration(specimen.leverM[side], pivotOf(at));
    for (int i = 0; i < 3; i++) {
      force[i] += G_MPS2 * at.up[i];
    }
    return force;
  }

  private static double pivotOf(HandMotion at) {
    return at.tilt == 0 && at.tiltRate == 0 ? 0 : at.leftUp ? HALF_LENGTH_M : -HALF_LENGTH_M;
  }

  /// True force of everything outside the cells of a side on the shaft, N, bar frame y and z.
  public double[] cellsN(int side, long timeNs) {
    HandMotion at = motion.at((timeNs - originNs) / 1e9);
    if (!at.racked) {
      return new double[]{LYING_N * at.up[1], LYING_N * at.up[2]};
    }
    double[] place = {side == 0 ? -CELL_M : CELL_M, 0, 0};
    double[] force = at.acceleration(place, pivotOf(at));
    double mass = specimen.outboardKg[side] + at.platesKg;
    return new double[]{-mass * (force[1] + G_MPS2 * at.up[1]), -mass * (force[2] + G_MPS2 * at.up[2])};
  }

  /// When the script is over, ns on the board's clock.
  public long endNs() {
    return originNs + Math.round(endS * 1e9);
  }

  /// A uniform number of a key: as good as drawn, and the same whenever it is asked for (SplitMix64's mixing).
  private static double uniform(long key) {
    long z = key * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /// Box and Muller 1958.
  private static double gaussian(long key) {
    return Math.sqrt(-2 * Math.log(1 - uniform(2 * key))) * Math.cos(2 * Math.PI * uniform(2 * key + 1));
  }

  private final class Felt implements Signal {
    private final Sensor sensor;
    private final SampleClock own;

    Felt(Sensor sensor, SampleClock own) {
      this.sensor = sensor;
      this.own = own;
    }

    @Override
    public long instantNs(long afterNs, double nominalHz, int n) {
      return own.instantNs(afterNs, nominalHz, n);
    }

    private double noise(long timeNs, int channel) {
      return gaussian(seed * 31 + sensor.ordinal() * 8L + channel + timeNs * 97);
    }

    @Override
    public void feel(long timeNs, double[] si) {
      double[] values = switch (sensor) {
        case LEFT_IMU -> unit(0, timeNs);
        case RIGHT_IMU -> unit(1, timeNs);
        case LEFT_HIGH_G -> highG(0, timeNs);
        case RIGHT_HIGH_G -> highG(1, timeNs);
        default -> cells(timeNs);
      };
      for (int i = 0; i < si.length; i++) {
        si[i] = i < values.length ? values[i] : 0;
      }
    }

    private double[] unit(int side, long timeNs) {
      double[] force = forceMps2(side, timeNs);
      HandMotion at = motion.at((timeNs - originNs) / 1e9);
      double warmC = START_C + WARMING_C_PER_S * (timeNs - originNs) / 1e9;
      double[] felt = toSensor(side, specimen.accelMatrix[side], force);
      double[] turned = toSensor(side, specimen.gyroMatrix[side], at.rate);
      double[] out = new double[7];
      for (int i = 0; i < 3; i++) {
        out[i] = felt[i] + specimen.accelBias[side][i] + ACCEL_NOISE * noise(timeNs, i);
        out[3 + i] = turned[i] + specimen.gyroBias[side][i] + specimen.gyroPerC[side][i] * (warmC - 25)
            + GYRO_NOISE * noise(timeNs, 3 + i);
      }
      out[6] = warmC;
      return out;
    }

    private double[] toSensor(int side, double[] errors, double[] bar) {
      double[] m = specimen.mount[side];
      double[] sensorFrame = new double[3];
      for (int i = 0; i < 3; i++) {
        sensorFrame[i] = m[i] * bar[0] + m[3 + i] * bar[1] + m[6 + i] * bar[2];
      }
      double[] out = new double[3];
      for (int i = 0; i < 3; i++) {
        out[i] = errors[3 * i] * sensorFrame[0] + errors[3 * i + 1] * sensorFrame[1]
            + errors[3 * i + 2] * sensorFrame[2];
      }
      return out;
    }

    private double[] highG(int side, long timeNs) {
      double[] force = forceMps2(side, timeNs);
      for (int i = 0; i < 3; i++) {
        force[i] += HIGH_G_NOISE * noise(timeNs, i);
      }
      return force;
    }

    private double[] cells(long timeNs) {
      double[] out = new double[4];
      for (int side = 0; side < 2; side++) {
        double[] force = cellsN(side, timeNs);
        double[] c = specimen.response[side];
        for (int i = 0; i < 2; i++) {
          double newton = c[2 * i] * force[0] + c[2 * i + 1] * force[1] + specimen.zeroN[side][i]
              + FORCE_NOISE_N * noise(timeNs, 2 * side + i);
          out[2 * side + i] = newton * SimulatedBar.BRIDGE_RATIO_PER_N * SimulatedBar.EXCITATION_V;
        }
      }
      return out;
    }
  }
}

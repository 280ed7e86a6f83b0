package io.plumbline.virtualchips.chip.ism330dhcx;

import io.plumbline.virtualchips.chip.Signal;

/// The sensors: when they sample and what they read (sections 1 and 2).
final class Motion {
  private static final double G_MPS2 = 9.80665;
  private static final double[] ODR_HZ = {0, 12.5, 26, 52, 104, 208, 416, 833, 1666, 3332, 6667, 0, 0, 0, 0, 0};
  private static final double[] ACCEL_MG = {0.061, 0.488, 0.122, 0.244};
  // Gyroscope turn-on: UNVERIFIED (from memory) in section 1.
  private static final long GYRO_START_NS = 70_000_000;
  private static final double NS_PER_S = 1e9;
  private static final int END = 32767;

  final int[] counts = new int[6];
  int temperature;
  boolean saturated;
  private final Signal signal;
  private final double[] si = new double[7];
  private double accelHz;
  private double gyroHz;
  private double accelPhase;
  private double gyroPhase;
  private long gyroReadyNs;
  private long lastNs;
  /// By the chip's own clock, s.
  private double ownS;
  private boolean accelFresh;
  private boolean gyroFresh;

  Motion(Signal signal) {
    this.signal = signal;
  }

  void reset(long atNs) {
    java.util.Arrays.fill(counts, 0);
    temperature = 0;
    accelHz = 0;
    gyroHz = 0;
    accelPhase = 0;
    gyroPhase = 0;
    ownS = 0;
    lastNs = Math.max(lastNs, atNs);
  }

  static boolean isOdr(int code) {
    return code == 0 || ODR_HZ[code] > 0;
  }

  static double odrHz(int code) {
    return ODR_HZ[code];
  }

  void rates(int accelCode, int gyroCode, long nowNs) {
    if (gyroHz == 0 && ODR_HZ[gyroCode] > 0) {
      gyroReadyNs = nowNs + GYRO_START_NS;
    }
    if (accelHz == 0 && gyroHz == 0) {
      lastNs = Math.max(lastNs, nowNs);
    }
    accelHz = ODR_HZ[accelCode];
    gyroHz = ODR_HZ[gyroCode];
  }

  double rateHz() {
    return Math.max(accelHz, gyroHz);
  }

  long instantNs(int n) {
    return rateHz() > 0 ? signal.instantNs(lastNs, rateHz(), n) : Long.MAX_VALUE;
  }

  void take(long atNs, int accelRange, int gyroRange, int selfTest) {
    double rateHz = rateHz();
    ownS += Math.max(1, Math.rint((atNs - lastNs) / NS_PER_S * rateHz)) / rateHz;
    lastNs = atNs;
    accelPhase += accelHz / rateHz;
    gyroPhase += gyroHz / rateHz;
    accelFresh = accelPhase > 1 - 1e-9;
    gyroFresh = gyroPhase > 1 - 1e-9;
    accelPhase -= accelFresh ? 1 : 0;
    gyroPhase -= gyroFresh ? 1 : 0;
    signal.feel(atNs, si);
    for (int axis = 0; axis < 3; axis++) {
      if (accelFresh) {
        double felt = si[axis] + ((selfTest & 3) != 0 ? 0.5 * G_MPS2 : 0);
        counts[axis] = round(felt / G_MPS2 * 1000 / ACCEL_MG[accelRange]);
      }
      if (gyroFresh) {
        boolean ready = atNs >= gyroReadyNs;
        double felt = si[3 + axis] + ((selfTest & 0xC) != 0 ? Math.toRadians(300) : 0);
        counts[3 + axis] = ready ? round(Math.toDegrees(felt) * 1000 / gyroMdps(gyroRange)) : 0;
      }
    }
    temperature = round((si[6] - 25) * 256);
  }

  private static double gyroMdps(int code) {
    return switch (code) {
      case 0 -> 8.75;
      case 1 -> 140;
      case 2 -> 4.375;
      case 4 -> 17.5;
      case 8 -> 35;
      default -> 70;
    };
  }

  private int round(double value) {
    return saturated ? END : (int) Math.max(-END - 1, Math.min(END, Math.rint(value)));
  }

  boolean isAccelFresh() {
    return accelFresh;
  }

  boolean isGyroFresh() {
    return gyroFresh;
  }

  boolean isGyroReady() {
    return lastNs >= gyroReadyNs;
  }

  /// Steps of 25 µs.
  long stamp() {
    return (long) Math.floor(ownS / 25e-6 + 1e-6);
  }
}

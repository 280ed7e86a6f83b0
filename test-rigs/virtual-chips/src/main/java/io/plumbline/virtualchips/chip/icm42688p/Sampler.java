package io.plumbline.virtualchips.chip.icm42688p;

import io.plumbline.virtualchips.chip.Signal;

/// The sensors: when they sample, what they read, and the packets that they make.
final class Sampler {
  /// No sample, in 16 bits and in 20 (section 7).
  static final int INVALID16 = -32768;
  private static final int INVALID20 = -524288;
  private static final int AXES = 6;
  // Section 1: from sleep to valid data, and from enabling to drive ready.
  private static final long ACCEL_START_NS = 10_000_000;
  private static final long GYRO_START_NS = 30_000_000;
  private static final double NS_PER_S = 1e9;
  // The data sheet's extract gives no size of the self-test response: UNVERIFIED (from memory), 0.4 g and 120 °/s.
  private static final double SELF_TEST_MPS2 = 0.4 * Scales.G_MPS2;
  private static final double SELF_TEST_RADPS = Math.toRadians(120);
  /// Beyond every range.
  private static final double FAR = 1e6;

  final int[] registers16 = new int[AXES];
  final byte[] packet = new byte[20];
  int temperature16 = INVALID16;
  private final Signal signal;
  private final double[] si = new double[AXES + 1];
  private final int[] packet20 = new int[AXES];
  private final int[] packet16 = new int[AXES];
  private boolean accelOn;
  private boolean gyroOn;
  private long accelReadyNs;
  private long gyroReadyNs;
  private double accelHz;
  private double gyroHz;
  private double accelPhase;
  private double gyroPhase;
  private long lastNs;
  /// Time by the chip's own clock since it was started, in its µs.
  private double ownUs;
  private int stampBefore;
  private int odrChanged;
  private boolean accelFresh;
  private boolean gyroFresh;
  boolean saturated;
  /// Accelerometer and gyroscope read this many times too much: a look-alike.
  double strange = 1;

  Sampler(Signal signal) {
    this.signal = signal;
  }

  void reset(long atNs) {
    accelOn = false;
    gyroOn = false;
    accelHz = 1000;
    gyroHz = 1000;
    lastNs = atNs;
    ownUs = 0;
    stampBefore = 0;
    odrChanged = 0;
    temperature16 = INVALID16;
    java.util.Arrays.fill(registers16, INVALID16);
  }

  /// Switches the sensors as the power register says.
  void power(long atNs, boolean accel, boolean gyro) {
    if (!isOn()) {
      lastNs = Math.max(lastNs, atNs);
      accelPhase = 0;
      gyroPhase = 0;
    }
    if (accel && !accelOn) {
      accelReadyNs = atNs + ACCEL_START_NS;
    }
    if (gyro && !gyroOn) {
      gyroReadyNs = atNs + GYRO_START_NS;
    }
    accelOn = accel;
    gyroOn = gyro;
  }

  void rates(double newAccelHz, double newGyroHz) {
    odrChanged |= (newAccelHz != accelHz ? 2 : 0) | (newGyroHz != gyroHz ? 1 : 0);
    accelHz = newAccelHz;
    gyroHz = newGyroHz;
  }

  boolean isOn() {
    return accelOn || gyroOn;
  }

  private double rateHz() {
    return Math.max(accelOn ? accelHz : 0, gyroOn ? gyroHz : 0);
  }

  /// When the n-th sample from here on comes that has anything in it; `Long.MAX_VALUE` where none is in sight.
  long instantNs(int n) {
    if (!isOn() || rateHz() <= 0) {
      return Long.MAX_VALUE;
    }
    long readyNs = accelOn && gyroOn ? Math.min(accelReadyNs, gyroReadyNs) : accelOn ? accelReadyNs : gyroReadyNs;
    return signal.instantNs(Math.max(lastNs, readyNs - 1), rateHz(), n);
  }

  /// Takes the sample of an instant.
  ///
  /// @param selfTest bits of the self-test register
  void take(long atNs, Banks banks, int selfTest) {
    double rateHz = rateHz();
    // Instants that nobody could see, as in the start-up time, count too.
    ownUs += Math.max(1, Math.rint((atNs - lastNs) / NS_PER_S * rateHz)) / rateHz * 1e6;
    lastNs = atNs;
    accelPhase += accelHz / rateHz;
    gyroPhase += gyroHz / rateHz;
    accelFresh = accelOn && atNs >= accelReadyNs && accelPhase > 1 - 1e-9;
    gyroFresh = gyroOn && atNs >= gyroReadyNs && gyroPhase > 1 - 1e-9;
    accelPhase -= accelPhase > 1 - 1e-9 ? 1 : 0;
    gyroPhase -= gyroPhase > 1 - 1e-9 ? 1 : 0;
    signal.feel(atNs, si);
    int accelRange = banks.get(0, 0x50) >> 5;
    int gyroRange = banks.get(0, 0x4F) >> 5;
    for (int axis = 0; axis < 3; axis++) {
      // Section 3, register 0x70: bits 5..3 are the accelerometer's z, y, x; 2..0 the gyroscope's; bit 6 powers the former.
      boolean accelTest = (selfTest & 0x40) != 0 && (selfTest >> (3 + axis) & 1) != 0;
      boolean gyroTest = (selfTest >> axis & 1) != 0;
      double mps2 = strange * (si[axis] + (accelTest ? SELF_TEST_MPS2 : 0)) + (saturated ? FAR : 0);
      double radps = strange * (si[3 + axis] + (gyroTest ? SELF_TEST_RADPS : 0)) + (saturated ? FAR : 0);
      packet16[axis] = accelFresh ? Scales.accel16(mps2, accelRange) : INVALID16;
      packet16[3 + axis] = gyroFresh ? Scales.gyro16(radps, gyroRange) : INVALID16;
      packet20[axis] = accelFresh ? Scales.accel20(mps2) : INVALID20;
      packet20[3 + axis] = gyroFresh ? Scales.gyro20(radps) : INVALID20;
    }
    for (int i = 0; i < AXES; i++) {
      if (i < 3 ? accelFresh : gyroFresh) {
        registers16[i] = packet16[i];
      }
    }
    temperature16 = Scales.temperature16(si[AXES]);
  }

  /// Makes the packet of the sample taken last.
  ///
  /// @param config FIFO_CONFIG1
  /// @param stamps TMST_CONFIG
  /// @return its length, 0 for none
  int pack(int config, int stamps) {
    boolean hires = (config & 0x10) != 0;
    boolean accel = hires || (config & 1) != 0;
    boolean gyro = hires || (config & 2) != 0;
    if ((!accel && !gyro) || (!(accel && accelFresh) && !(gyro && gyroFresh))) {
      return 0;
    }
    boolean both = accel && gyro;
    // Header, section 7: accelerometer, gyroscope, 20 bits, time stamp at the ODR, ODR changed.
    packet[0] = (byte) ((accel ? 0x40 : 0) | (gyro ? 0x20 : 0) | (hires ? 0x10 : 0) | (both ? 0x08 : 0) | odrChanged);
    odrChanged = 0;
    int at = 1;
    for (int i = accel ? 0 : 3; i < (gyro ? AXES : 3); i++) {
      int value = hires ? packet20[i] >> 4 : packet16[i];
      packet[at++] = (byte) (value >> 8);
      packet[at++] = (byte) value;
    }
    if (hires) {
      packet[at++] = (byte) (temperature16 >> 8);
      packet[at++] = (byte) temperature16;
    } else {
      packet[at++] = (byte) Scales.temperature8(si[AXES]);
    }
    if (both) {
      int stamp = stamp(stamps);
      packet[at++] = (byte) (stamp >> 8);
      packet[at++] = (byte) stamp;
    }
    for (int i = 0; hires && i < 3; i++) {
      packet[at++] = (byte) ((packet20[i] & 0xF) << 4 | (packet20[3 + i] & 0xF));
    }
    return at;
  }

  /// Section 8: steps of 32/30 µs, or of 16 times that; absolute, or since the one before.
  private int stamp(int config) {
    if ((config & 1) == 0) {
      return 0;
    }
    double stepUs = ((config & 8) != 0 ? 16.0 : 1.0) * 32 / 30;
    int now = (int) ((long) Math.floor(ownUs / stepUs + 1e-9) & 0xFFFF);
    int stamp = (config & 4) != 0 ? now - stampBefore & 0xFFFF : now;
    stampBefore = now;
    return stamp;
  }

  /// Whether the last sample had anything in it.
  boolean isFresh() {
    return accelFresh || gyroFresh;
  }
}

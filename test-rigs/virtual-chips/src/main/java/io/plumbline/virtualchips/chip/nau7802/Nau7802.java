package io.plumbline.virtualchips.chip.nau7802;

import io.plumbline.virtualchips.chip.I2cRegisters;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Signal;
import java.util.function.LongSupplier;

/// The chip on its I2C bus. One thread at a time; exchanging allocates nothing.
public final class Nau7802 extends I2cRegisters implements Part {
  private static final int PU_CTRL = 0x00;
  private static final int CTRL1 = 0x01;
  private static final int CTRL2 = 0x02;
  private static final int I2C_CTRL = 0x11;
  private static final int RESULT = 0x12;
  private static final int PGA = 0x1B;
  private static final int POWER = 0x1C;
  private static final int REVISION = 0x1F;
  private static final int RESET = 0x01;
  private static final int DIGITAL = 0x02;
  private static final int ANALOG = 0x04;
  private static final int START = 0x10;
  private static final int READY = 0x20;
  private static final int CALIBRATE = 0x04;
  private static final int CALIBRATION_FAILED = 0x08;
  // Section 4: 200 µs until PUR; 344 ms of calibration at 10 SPS; six results that are not settled.
  private static final long POWER_UP_NS = 200_000;
  private static final double CALIBRATION_PERIODS = 3.44;
  private static final int UNSETTLED = 6;
  private static final double LDO_DROP_V = 0.3;
  private static final double[] LDO_V = {4.5, 4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4};
  private static final int[] RATE_HZ = {10, 20, 40, 80, 0, 0, 0, 320};
  private static final int HIGHEST = 0x7FFFFF;
  private static final int LOWEST = -0x800000;
  private static final int[] WRITABLE = {0xD7, 0xFF, 0xF7};

  private final Signal signal;
  private final double supplyV;
  private final int[] registers = new int[0x20];
  private final double[] ratio = new double[2];
  private boolean otherIdentity;
  private boolean saturated;
  private boolean openWire;
  private int result;
  private int latched;
  private boolean fresh;
  private int unsettled;
  private long lastNs;
  private long poweredNs;
  private long calibratedNs;

  /// @param clock   of the board; power comes on now
  /// @param signal  ratio of the bridge on channel 1 and on channel 2, V/V
  /// @param supplyV DVDD
  public Nau7802(LongSupplier clock, Signal signal, double supplyV) {
    super(clock);
    this.signal = signal;
    this.supplyV = supplyV;
    reset(clock.getAsLong());
  }

  private void reset(long atNs) {
    java.util.Arrays.fill(registers, 0);
    registers[0x07] = 0x80;
    registers[0x0E] = 0x80;
    registers[REVISION] = 0x0F;
    result = 0;
    fresh = false;
    unsettled = UNSETTLED;
    lastNs = atNs;
    poweredNs = Long.MAX_VALUE;
    calibratedNs = 0;
  }

  private boolean has(int bits) {
    return (registers[PU_CTRL] & bits) == bits;
  }

  private boolean isUp(long nowNs) {
    return has(DIGITAL) && !has(RESET) && nowNs >= poweredNs;
  }

  private int rateHz() {
    return RATE_HZ[registers[CTRL2] >> 4 & 7];
  }

  /// Section 1: the regulator needs 0.3 V above what it gives.
  private boolean starves() {
    return has(0x80) && LDO_V[registers[CTRL1] >> 3 & 7] > supplyV - LDO_DROP_V + 1e-9;
  }

  @Override
  protected boolean wake(long nowNs) {
    catchUp(nowNs);
    return true;
  }

  private void catchUp(long nowNs) {
    while (has(DIGITAL | ANALOG | START) && !has(RESET) && rateHz() > 0) {
      long atNs = signal.instantNs(Math.max(lastNs, Math.max(poweredNs, calibratedNs)), rateHz(), 1);
      if (atNs > nowNs) {
        break;
      }
      lastNs = atNs;
      convert(atNs);
    }
    if (nowNs >= calibratedNs && (registers[CTRL2] & CALIBRATE) != 0) {
      registers[CTRL2] &= ~(CALIBRATE | CALIBRATION_FAILED);
      // Other modes than the internal offset need a load that nobody puts on; too high a regulator spoils all.
      if (starves() || openWire) {
        registers[CTRL2] |= CALIBRATION_FAILED;
      }
    }
    if (!has(START)) {
      lastNs = Math.max(lastNs, nowNs);
    }
  }

  private void convert(long atNs) {
    signal.feel(atNs, ratio);
    int gain = 1 << (registers[CTRL1] & 7);
    boolean shorted = (registers[I2C_CTRL] & 8) != 0;
    double felt = shorted ? 0 : ratio[registers[CTRL2] >> 7];
    // Section 1: full scale is half the reference over the gain.
    double counts = Math.rint(felt * gain * 2 * -LOWEST);
    if (unsettled > 0) {
      counts *= 1.0 - unsettled / (UNSETTLED + 1.0);
      unsettled--;
    }
    if (starves()) {
      counts += (atNs / 1000 % 2001 - 1000) * 100.0;
    }
    boolean invalid = (registers[CTRL2] & CALIBRATION_FAILED) != 0;
    result = saturated || openWire || invalid ? HIGHEST : (int) Math.max(LOWEST, Math.min(HIGHEST, counts));
    fresh = true;
  }

  @Override
  protected int read(int register, boolean first, int more, long nowNs) {
    int at = register & 0x7F;
    switch (at) {
      case PU_CTRL -> {
        return (registers[at] & ~(READY | 8)) | (isUp(nowNs) ? 8 : 0) | (fresh ? READY : 0);
      }
      case RESULT -> {
        latched = result;
        fresh = false;
        if (more < 2) {
          misuse.note(nowNs, Misuse.Kind.TORN_READ, at, -1);
        }
        return latched >> 16 & 0xFF;
      }
      case RESULT + 1 -> {
        return latched >> 8 & 0xFF;
      }
      case RESULT + 2 -> {
        return latched & 0xFF;
      }
      case REVISION -> {
        return otherIdentity ? 0x0A : registers[at];
      }
      default -> {
        return at < registers.length ? registers[at] : 0;
      }
    }
  }

  @Override
  protected void write(int register, int value, long nowNs) {
    boolean readOnly = (register >= RESULT && register < RESULT + 3) || register == REVISION;
    boolean known = register <= 0x15 || register == PGA || register == POWER;
    if (readOnly || !known) {
      misuse.note(nowNs, readOnly ? Misuse.Kind.READ_ONLY : Misuse.Kind.UNKNOWN_REGISTER, register, value);
      return;
    }
    if (register == PU_CTRL) {
      power(value, nowNs);
      return;
    }
    if (has(RESET)) {
      misuse.note(nowNs, Misuse.Kind.TOO_EARLY, register, value);
      return;
    }
    if (!isUp(nowNs)) {
      misuse.note(nowNs, Misuse.Kind.TOO_EARLY, register, value);
    }
    int mask = register < WRITABLE.length ? WRITABLE[register] : 0xFF;
    int before = registers[register];
    registers[register] = (value & mask) | (before & ~mask & 0xFF);
    if (register == CTRL2) {
      if (RATE_HZ[value >> 4 & 7] == 0 || ((value & CALIBRATE) != 0 && (value & 3) == 1)) {
        misuse.note(nowNs, Misuse.Kind.RESERVED, register, value);
      }
      if ((value & CALIBRATE) != 0) {
        calibratedNs = nowNs + Math.round(CALIBRATION_PERIODS / Math.max(10, rateHz()) * 1e9);
        fresh = false;
      }
      if (((value ^ before) & 0xF0) != 0) {
        unsettled = UNSETTLED;
      }
    } else if (register == CTRL1 && value != before) {
      unsettled = UNSETTLED;
    }
  }

  private void power(int value, long nowNs) {
    int before = registers[PU_CTRL];
    if ((value & RESET) != 0) {
      reset(nowNs);
    }
    // Bits 5 and 3 only tell.
    registers[PU_CTRL] = value & WRITABLE[PU_CTRL];
    boolean woken = (value & DIGITAL) != 0 && (value & RESET) == 0
        && ((before & DIGITAL) == 0 || (before & RESET) != 0);
    if (woken) {
      poweredNs = nowNs + POWER_UP_NS;
    }
    if ((value & START) != 0 && (before & START) == 0) {
      unsettled = UNSETTLED;
      lastNs = nowNs;
    }
  }

  @Override
  protected int next(int register) {
    return register + 1 & 0x7F;
  }

  /// Whether a wire of the bridge is broken.
  public void openWire(long atNs, boolean isOpen) {
    catchUp(atNs);
    openWire = isOpen;
  }

  @Override
  public String partName() {
    return "NAU7802";
  }

  @Override
  public MisuseLog misuse() {
    return misuse;
  }

  @Override
  public void brownOut(long atNs) {
    catchUp(atNs);
    reset(atNs);
  }

  @Override
  public void upset(long atNs, int register, int bit) {
    catchUp(atNs);
    registers[register & 0x1F] ^= 1 << (bit & 7);
  }

  @Override
  public void overflow(long atNs) {
    // It keeps one result only; the next overwrites it in any case.
    catchUp(atNs);
  }

  @Override
  public void saturate(long atNs, boolean newSaturated) {
    catchUp(atNs);
    saturated = newSaturated;
  }

  @Override
  public void disguise(long atNs, Disguise disguise) {
    catchUp(atNs);
    otherIdentity = disguise != Disguise.NONE;
  }
}

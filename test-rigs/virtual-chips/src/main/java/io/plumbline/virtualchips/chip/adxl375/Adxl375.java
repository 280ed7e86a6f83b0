package io.plumbline.virtualchips.chip.adxl375;

import io.plumbline.virtualchips.chip.I2cRegisters;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Signal;
import java.util.function.LongSupplier;

/// The chip on its I2C bus. One thread at a time; exchanging allocates nothing.
public final class Adxl375 extends I2cRegisters implements Part {
  private static final int IDENTITY = 0xE5;
  private static final double G_MPS2 = 9.80665;
  // Section 2: 49 mg a step and ±200 g; of the ADXL345, which has the same identity, 1/256 g (UNVERIFIED, from memory).
  private static final double LSB_PER_G = 1 / 0.049;
  private static final double LOOK_ALIKE_LSB_PER_G = 256;
  private static final double RANGE_G = 200;
  // Turn-on and the z response of the self-test: UNVERIFIED (from memory).
  private static final long TURN_ON_NS = 1_100_000;
  private static final double SELF_TEST_G = 6.4;
  private static final int BW_RATE = 0x2C;
  private static final int POWER_CTL = 0x2D;
  private static final int INT_ENABLE = 0x2E;
  private static final int INT_SOURCE = 0x30;
  private static final int DATA_FORMAT = 0x31;
  private static final int DATA = 0x32;
  private static final int FIFO_CTL = 0x38;
  private static final int FIFO_STATUS = 0x39;
  private static final int DATA_READY = 0x80;
  private static final int WATERMARK = 0x02;
  private static final int OVERRUN = 0x01;

  private final Signal signal;
  private final int[] registers = new int[0x40];
  private final SampleFifo fifo = new SampleFifo();
  private final double[] si = new double[3];
  private final short[] counts = new short[3];
  private Disguise disguise = Disguise.NONE;
  private boolean saturated;
  private boolean fresh;
  private long lastNs;
  private long readyNs;

  /// @param clock  of the board; power comes on now
  /// @param signal ax ay az, m/s²
  public Adxl375(LongSupplier clock, Signal signal) {
    super(clock);
    this.signal = signal;
    reset(clock.getAsLong());
  }

  private void reset(long atNs) {
    java.util.Arrays.fill(registers, 0);
    // The extract gives no values after power-on; 100 Hz: UNVERIFIED (from memory).
    registers[BW_RATE] = 0x0A;
    fifo.reset();
    fresh = false;
    lastNs = atNs;
  }

  private boolean measures() {
    return (registers[POWER_CTL] & 8) != 0;
  }

  private double rateHz() {
    int code = registers[BW_RATE] & 0xF;
    return 3200.0 / (1 << (15 - code));
  }

  @Override
  protected boolean wake(long nowNs) {
    catchUp(nowNs);
    return true;
  }

  private void catchUp(long nowNs) {
    while (measures()) {
      long atNs = signal.instantNs(Math.max(lastNs, readyNs - 1), rateHz(), 1);
      if (atNs > nowNs) {
        return;
      }
      lastNs = atNs;
      sample(atNs);
    }
    lastNs = Math.max(lastNs, nowNs);
  }

  private void sample(long atNs) {
    signal.feel(atNs, si);
    double lsbPerG = disguise == Disguise.LOOK_ALIKE ? LOOK_ALIKE_LSB_PER_G : LSB_PER_G;
    boolean fast = (registers[BW_RATE] & 0xF) > 0x0D;
    for (int axis = 0; axis < 3; axis++) {
      double g = si[axis] / G_MPS2 + (axis == 2 && (registers[DATA_FORMAT] & 0x80) != 0 ? SELF_TEST_G : 0);
      double felt = saturated ? RANGE_G : Math.max(-RANGE_G, Math.min(RANGE_G, g));
      int count = (int) Math.max(-32768, Math.min(32767, Math.rint(felt * lsbPerG)));
      // Section 2, "Quirk": at 1600 and 3200 Hz bit 7 of the low byte is 0, and a step is twice as large.
      counts[axis] = (short) (fast ? ((count / 2) >> 7) << 8 | (count / 2 & 0x7F) : count);
    }
    int mode = registers[FIFO_CTL] >> 6;
    if (mode == 0) {
      fifo.show(counts[0], counts[1], counts[2]);
    } else {
      fifo.add(counts[0], counts[1], counts[2], mode == 1);
    }
    fresh = true;
  }

  private int source() {
    int entries = fifo.size();
    boolean bypass = registers[FIFO_CTL] >> 6 == 0;
    int level = registers[FIFO_CTL] & 0x1F;
    return ((bypass ? fresh : entries > 0) ? DATA_READY : 0) | (!bypass && entries >= level ? WATERMARK : 0)
        | (fifo.hasOverrun() ? OVERRUN : 0);
  }

  @Override
  protected int read(int register, boolean first, int more, long nowNs) {
    if (register == DATA) {
      // Reading takes the sample out; what is left of it can no longer be had.
      if (registers[FIFO_CTL] >> 6 != 0) {
        fifo.take();
      }
      fresh = false;
      if (more < 5) {
        misuse.note(nowNs, Misuse.Kind.TORN_READ, register, -1);
      }
    } else if (first && register > DATA && register < DATA + 6) {
      misuse.note(nowNs, Misuse.Kind.TORN_READ, register, -1);
    }
    if (register >= DATA && register < DATA + 6) {
      int value = fifo.shown((register - DATA) / 2);
      return (register - DATA) % 2 == 0 ? value & 0xFF : value >> 8 & 0xFF;
    }
    return switch (register) {
      case 0x00 -> disguise == Disguise.OTHER_IDENTITY ? 0x32 : IDENTITY;
      case INT_SOURCE -> source();
      case FIFO_STATUS -> fifo.size();
      default -> register < registers.length ? registers[register] : 0;
    };
  }

  @Override
  protected void write(int register, int value, long nowNs) {
    boolean readOnly = register == 0 || register == 0x2B || register == INT_SOURCE || register == FIFO_STATUS
        || (register >= DATA && register < DATA + 6);
    if (readOnly || register < 0x1D || register > FIFO_STATUS || register == 0x28 || register == 0x29) {
      misuse.note(nowNs, readOnly ? Misuse.Kind.READ_ONLY : Misuse.Kind.UNKNOWN_REGISTER, register, value);
      return;
    }
    // Section 2: the low bits of the format have to be 0x0B; the rates below 0x06 are not in the extract.
    boolean odd = (register == DATA_FORMAT && (value & 0x1B) != 0x0B) || (register == BW_RATE && (value & 0xEF) < 6)
        || (register == BW_RATE && (value & 0xE0) != 0);
    if (odd) {
      misuse.note(nowNs, Misuse.Kind.RESERVED, register, value);
    }
    if (register == FIFO_CTL && (value & 0xC0) == 0) {
      fifo.clear();
    }
    if (register == POWER_CTL && (value & 8) != 0 && !measures()) {
      readyNs = nowNs + TURN_ON_NS;
    }
    registers[register] = value;
    if (register == INT_ENABLE && (value & WATERMARK) != 0 && (registers[FIFO_CTL] & 0x1F) == 0) {
      misuse.note(nowNs, Misuse.Kind.ZERO_WATERMARK, register, value);
    }
  }

  @Override
  protected int next(int register) {
    return register + 1 & 0x3F;
  }

  @Override
  public String partName() {
    return "ADXL375";
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
    registers[register & 0x3F] ^= 1 << (bit & 7);
  }

  @Override
  public void overflow(long atNs) {
    catchUp(atNs);
    fifo.lose();
  }

  @Override
  public void saturate(long atNs, boolean newSaturated) {
    catchUp(atNs);
    saturated = newSaturated;
  }

  @Override
  public void disguise(long atNs, Disguise newDisguise) {
    catchUp(atNs);
    disguise = newDisguise;
  }
}

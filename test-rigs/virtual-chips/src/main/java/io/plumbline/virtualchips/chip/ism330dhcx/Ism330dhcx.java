package io.plumbline.virtualchips.chip.ism330dhcx;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.EdgeRing;
import io.plumbline.virtualchips.chip.I2cRegisters;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Signal;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.function.LongSupplier;

/// The chip on an I2C or SPI bus, with the line INT1. One thread at a time; exchanging allocates nothing.
public final class Ism330dhcx extends I2cRegisters implements SpiChip, Part {
  private static final int IDENTITY = 0x6B;
  private static final int SIBLING = 0x70;
  // Section 1, each UNVERIFIED there or not in the extract (time of the reset).
  private static final int MAX_CLOCK_HZ = 10_000_000;
  private static final long BOOT_NS = 10_000_000;
  private static final long RESET_NS = 50_000;
  private static final int CTRL1 = 0x10;
  private static final int CTRL2 = 0x11;
  private static final int CTRL3 = 0x12;
  private static final int CTRL4 = 0x13;
  private static final int SELF_TEST = 0x14;
  private static final int CTRL10 = 0x19;
  private static final int FIFO_CTRL4 = 0x0A;
  private static final int INT1_CTRL = 0x0D;
  private static final int TAG = 0x78;

  private final int[] registers = new int[0x80];
  private final WordFifo fifo = new WordFifo();
  private final EdgeRing edges = new EdgeRing();
  private final Int1 int1 = new Int1();
  private final Motion motion;
  private final Batcher batcher;
  private final int fineFrequency;
  private boolean otherIdentity;
  private int status;
  private boolean wasBelow = true;
  private long answersFromNs;
  private long resetUntilNs;

  /// @param clock         of the board; power comes on now
  /// @param signal        ax ay az in m/s², gx gy gz in rad/s, temperature in °C
  /// @param fineFrequency what the factory measured of the clock, 0.15 % a step
  public Ism330dhcx(LongSupplier clock, Signal signal, int fineFrequency) {
    super(clock);
    this.motion = new Motion(signal);
    this.batcher = new Batcher(registers, motion, fifo);
    this.fineFrequency = fineFrequency;
    reset(clock.getAsLong());
    answersFromNs = clock.getAsLong() + BOOT_NS;
  }

  private void reset(long atNs) {
    java.util.Arrays.fill(registers, 0);
    registers[CTRL3] = 0x04;
    registers[0x63] = fineFrequency & 0xFF;
    motion.reset(atNs);
    fifo.clear();
    fifo.overrunLatched = false;
    status = 0;
    batcher.reset();
    wasBelow = true;
  }

  private void catchUp(long nowNs) {
    long atNs = motion.instantNs(1);
    while (atNs <= nowNs) {
      motion.take(atNs, registers[CTRL1] >> 2 & 3, registers[CTRL2] & 0xF, registers[SELF_TEST] & 0xF);
      sampled(atNs);
      atNs = motion.instantNs(1);
    }
    if (nowNs >= resetUntilNs) {
      registers[CTRL3] &= ~1;
    }
  }

  private void sampled(long atNs) {
    boolean accel = motion.isAccelFresh();
    boolean gyro = motion.isGyroFresh();
    status |= (accel ? 1 : 0) | (gyro ? 2 : 0) | 4;
    int sources = registers[INT1_CTRL];
    boolean pulse = (accel && (sources & 1) != 0) || (gyro && (sources & 2) != 0);
    if (batcher.mode() != 0) {
      batcher.batch(accel, gyro);
      boolean above = fifo.size() >= watermark();
      pulse |= above && wasBelow && (sources & 8) != 0;
      wasBelow = !above;
    }
    if (pulse) {
      edges.push(atNs);
    }
  }

  private int watermark() {
    return registers[0x07] | (registers[0x08] & 1) << 8;
  }

  @Override
  protected boolean wake(long nowNs) {
    catchUp(nowNs);
    if (nowNs < answersFromNs) {
      misuse.note(nowNs, Misuse.Kind.TOO_EARLY, -1, -1);
      return false;
    }
    return (registers[CTRL4] & 4) == 0;
  }

  @Override
  protected int next(int register) {
    if ((registers[CTRL3] & 4) == 0) {
      return register;
    }
    return register == 0x7E ? TAG : register + 1 & 0x7F;
  }

  @Override
  protected int read(int register, boolean first, int more, long nowNs) {
    if (register >= TAG && register <= 0x7E) {
      int value = fifo.read(register - TAG);
      wasBelow |= fifo.size() < watermark();
      return value;
    }
    if (register >= 0x22 && register <= 0x2D) {
      int axis = (register - 0x22) / 2;
      // The gyroscope comes first.
      int count = motion.counts[(axis + 3) % 6];
      status &= axis < 3 ? ~2 : ~1;
      return (register & 1) == 0 ? count & 0xFF : count >> 8 & 0xFF;
    }
    return switch (register) {
      case 0x0F -> otherIdentity ? SIBLING : IDENTITY;
      case 0x1E -> status;
      case 0x20 -> motion.temperature & 0xFF;
      case 0x21 -> motion.temperature >> 8 & 0xFF;
      case 0x3A -> fifo.size() & 0xFF;
      case 0x3B -> {
        int seen = (fifo.size() >= watermark() && batcher.mode() != 0 ? 0x80 : 0) | (fifo.overrun ? 0x40 : 0)
            | (fifo.size() == WordFifo.WORDS ? 0x20 : 0) | (fifo.overrunLatched ? 0x08 : 0) | (fifo.size() >> 8 & 3);
        fifo.overrunLatched = false;
        yield seen;
      }
      case 0x40, 0x41, 0x42, 0x43 -> (registers[CTRL10] & 0x20) == 0
          ? 0
          : (int) (motion.stamp() >> (8 * (register - 0x40))) & 0xFF;
      default -> registers[register & 0x7F];
    };
  }

  @Override
  protected void write(int register, int value, long nowNs) {
    boolean readOnly = register == 0x0F || (register >= 0x1A && register <= 0x2D) || register >= TAG || register == 0x63
        || (register >= 0x35 && register <= 0x55 && register != 0x42);
    if (readOnly || register < 0x07) {
      misuse.note(nowNs, readOnly ? Misuse.Kind.READ_ONLY : Misuse.Kind.UNKNOWN_REGISTER, register, value);
      return;
    }
    if (nowNs < resetUntilNs) {
      misuse.note(nowNs, Misuse.Kind.TOO_EARLY, register, value);
      return;
    }
    int before = registers[register];
    registers[register] = value;
    switch (register) {
      case CTRL1, CTRL2 -> {
        if (!Motion.isOdr(value >> 4)) {
          misuse.note(nowNs, Misuse.Kind.RESERVED, register, value);
        }
        motion.rates(registers[CTRL1] >> 4, registers[CTRL2] >> 4, nowNs);
      }
      case CTRL3 -> {
        if ((value & 1) != 0) {
          reset(nowNs);
          registers[CTRL3] |= 1;
          resetUntilNs = nowNs + RESET_NS;
        }
      }
      case FIFO_CTRL4 -> {
        if ((value & 7) == 0 || (before & 7) != (value & 7)) {
          fifo.clear();
          wasBelow = true;
        }
      }
      default -> {
        // Other settings are looked up where they are needed.
      }
    }
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    long nowNs = clock.getAsLong();
    catchUp(nowNs);
    boolean answers = nowNs >= answersFromNs && (mode == 0 || mode == 3) && clockHz <= MAX_CLOCK_HZ;
    if (!answers) {
      misuse.note(nowNs, nowNs < answersFromNs
          ? Misuse.Kind.TOO_EARLY
          : clockHz > MAX_CLOCK_HZ ? Misuse.Kind.TOO_FAST : Misuse.Kind.WRONG_MODE, -1, -1);
      java.util.Arrays.fill(in, inFrom, inFrom + count, (byte) 0xFF);
      return count;
    }
    int command = count > 0 ? out[outFrom] & 0xFF : 0;
    int register = command & 0x7F;
    for (int i = 1; i < count; i++) {
      if (command >= 0x80) {
        in[inFrom + i] = (byte) read(register, i == 1, count - 1 - i, nowNs);
      } else {
        write(register, out[outFrom + i] & 0xFF, nowNs);
        in[inFrom + i] = 0;
      }
      register = next(register);
    }
    if (count > 0) {
      in[inFrom] = 0;
    }
    return count;
  }

  /// The pin INT1.
  public EdgeLine int1() {
    return int1;
  }

  @Override
  public String partName() {
    return "ISM330DHCX";
  }

  @Override
  public MisuseLog misuse() {
    return misuse;
  }

  @Override
  public void brownOut(long atNs) {
    catchUp(atNs);
    reset(atNs);
    answersFromNs = atNs + BOOT_NS;
  }

  @Override
  public void upset(long atNs, int register, int bit) {
    catchUp(atNs);
    registers[register & 0x7F] ^= 1 << (bit & 7);
    motion.rates(registers[CTRL1] >> 4, registers[CTRL2] >> 4, atNs);
  }

  @Override
  public void overflow(long atNs) {
    catchUp(atNs);
    fifo.lose();
    wasBelow = true;
  }

  @Override
  public void saturate(long atNs, boolean saturated) {
    catchUp(atNs);
    motion.saturated = saturated;
  }

  @Override
  public void disguise(long atNs, Disguise disguise) {
    catchUp(atNs);
    otherIdentity = disguise != Disguise.NONE;
  }

  private final class Int1 implements EdgeLine {
    @Override
    public boolean isHigh() {
      catchUp(clock.getAsLong());
      int sources = registers[INT1_CTRL];
      boolean active = (status & sources & 3) != 0
          || ((sources & 8) != 0 && batcher.mode() != 0 && fifo.size() >= watermark());
      return active == ((registers[CTRL3] & 0x20) == 0);
    }

    @Override
    public int drain(EdgeBatch batch) {
      catchUp(clock.getAsLong());
      return edges.drain(batch);
    }

    @Override
    public long nextEdgeNs() {
      catchUp(clock.getAsLong());
      int sources = registers[INT1_CTRL];
      if (!edges.isEmpty()) {
        return edges.firstNs();
      }
      // With the threshold alone it may be later: who waits looks again then.
      return (sources & 3) != 0 || ((sources & 8) != 0 && wasBelow) ? motion.instantNs(1) : Long.MAX_VALUE;
    }
  }
}

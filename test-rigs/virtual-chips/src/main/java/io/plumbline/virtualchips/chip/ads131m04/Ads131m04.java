package io.plumbline.virtualchips.chip.ads131m04;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.MisuseLog;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Signal;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.OutputLine;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.function.LongSupplier;

/// The chip on its SPI bus, with the lines DRDY and SYNC/RESET. One thread at a time; exchanging allocates nothing.
public final class Ads131m04 implements SpiChip, Part {
  private static final int MODE = 1;
  private static final int MAX_CLOCK_HZ = 25_000_000;
  // Section 6.
  private static final long POWER_ON_NS = 250_000;
  private static final long RESET_NS = 5000;
  private static final long RESET_PULSE_NS = 250_000;
  private static final long LONGEST_SYNC_NS = 100_000;
  private static final long SURE_RESET_NS = 300_000;
  private static final long PULSE_NS = 500;
  // Section 3: 32768 cycles.
  private static final long TIME_OUT_NS = 4_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final LongSupplier clock;
  private final RegisterMap registers = new RegisterMap();
  private final MisuseLog misuse = new MisuseLog();
  private final Conversions conversions;
  private final Frames frames;
  private final Ready ready = new Ready();
  private long answersFromNs;
  private long lowSinceNs = NEVER;
  private boolean held;

  /// @param clock  of the board; power comes on now
  /// @param signal differential voltage of each of the four channels, V
  public Ads131m04(LongSupplier clock, Signal signal) {
    this.clock = clock;
    this.conversions = new Conversions(signal, registers);
    this.frames = new Frames(registers, conversions, misuse);
    reset(clock.getAsLong(), POWER_ON_NS);
  }

  private void reset(long atNs, long deafNs) {
    registers.reset();
    conversions.reset(atNs);
    frames.reset();
    answersFromNs = atNs + deafNs;
  }

  /// The pin DRDY; its active edge is the falling one.
  public EdgeLine ready() {
    return ready;
  }

  /// The pin SYNC/RESET.
  public OutputLine sync() {
    return this::sync;
  }

  private void sync(boolean high, long timeNs) {
    catchUp(timeNs);
    if (!high) {
      lowSinceNs = Math.min(lowSinceNs, timeNs);
      return;
    }
    if (lowSinceNs == NEVER) {
      return;
    }
    long lowNs = timeNs - lowSinceNs;
    lowSinceNs = NEVER;
    if (lowNs > LONGEST_SYNC_NS && lowNs < SURE_RESET_NS) {
      misuse.note(timeNs, Misuse.Kind.AMBIGUOUS_PULSE, -1, -1);
    }
    if (held) {
      held = false;
      conversions.halt(false);
      reset(timeNs, RESET_NS);
    } else if (lowNs > 0) {
      frames.resynchronised = true;
      conversions.restart(timeNs);
    }
  }

  private void catchUp(long nowNs) {
    if (!held && lowSinceNs != NEVER && nowNs - lowSinceNs >= RESET_PULSE_NS) {
      conversions.catchUp(lowSinceNs + RESET_PULSE_NS);
      held = true;
      conversions.halt(true);
      reset(lowSinceNs + RESET_PULSE_NS, 0);
    }
    conversions.catchUp(nowNs);
  }

  @Override
  public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
    long nowNs = clock.getAsLong();
    catchUp(nowNs);
    if (held || nowNs < answersFromNs) {
      misuse.note(nowNs, Misuse.Kind.TOO_EARLY, -1, -1);
      java.util.Arrays.fill(in, inFrom, inFrom + count, (byte) 0);
      return count;
    }
    long lastsNs = clockHz > 0 ? count * 8_000_000_000L / clockHz : 0;
    boolean inTime = !registers.timesOut() || lastsNs <= TIME_OUT_NS;
    frames.exchange(out, outFrom, in, inFrom, count, nowNs, inTime && clockHz <= MAX_CLOCK_HZ);
    conversions.block(nowNs, nowNs + lastsNs);
    if (mode != MODE) {
      misuse.note(nowNs, Misuse.Kind.WRONG_MODE, -1, -1);
      shift(in, inFrom, count);
    }
    if (clockHz > MAX_CLOCK_HZ) {
      misuse.note(nowNs, Misuse.Kind.TOO_FAST, -1, -1);
      shift(in, inFrom, count);
    }
    if (frames.resetWanted) {
      reset(nowNs, RESET_NS);
    }
    return count;
  }

  /// Sampled at the wrong edge: all bits come one place too early.
  private static void shift(byte[] in, int from, int count) {
    for (int i = from; i < from + count; i++) {
      int next = i + 1 < from + count ? in[i + 1] & 0xFF : 0;
      in[i] = (byte) (in[i] << 1 | next >> 7);
    }
  }

  /// Whether the external clock arrives.
  public void clocked(long atNs, boolean isClocked) {
    catchUp(atNs);
    conversions.clocked = isClocked;
  }

  /// Whether a wire of a channel's bridge is broken.
  public void openWire(long atNs, int channel, boolean isOpen) {
    catchUp(atNs);
    conversions.openWire(channel, isOpen);
  }

  @Override
  public String partName() {
    return "ADS131M04";
  }

  @Override
  public MisuseLog misuse() {
    return misuse;
  }

  @Override
  public void brownOut(long atNs) {
    catchUp(atNs);
    reset(atNs, POWER_ON_NS);
  }

  @Override
  public void upset(long atNs, int register, int bit) {
    catchUp(atNs);
    registers.flip(register, bit & 0xF);
  }

  @Override
  public void overflow(long atNs) {
    catchUp(atNs);
    conversions.fill();
  }

  @Override
  public void saturate(long atNs, boolean saturated) {
    catchUp(atNs);
    conversions.saturated = saturated;
  }

  @Override
  public void disguise(long atNs, Disguise newDisguise) {
    catchUp(atNs);
    // The sibling with two channels; nothing is known of a look-alike.
    registers.impersonate(newDisguise == Disguise.NONE ? RegisterMap.CHANNELS : 2);
  }

  private final class Ready implements EdgeLine {
    @Override
    public boolean isHigh() {
      long nowNs = clock.getAsLong();
      catchUp(nowNs);
      return registers.pulsesReady() ? nowNs - conversions.edges.lastNs() >= PULSE_NS : !conversions.isFresh();
    }

    @Override
    public int drain(EdgeBatch batch) {
      catchUp(clock.getAsLong());
      return conversions.edges.drain(batch);
    }

    @Override
    public long nextEdgeNs() {
      catchUp(clock.getAsLong());
      return conversions.nextEdgeNs();
    }
  }
}

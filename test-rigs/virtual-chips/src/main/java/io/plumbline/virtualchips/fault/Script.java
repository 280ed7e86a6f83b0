package io.plumbline.virtualchips.fault;

import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.Part.Disguise;
import io.plumbline.virtualchips.chip.ads131m04.Ads131m04;
import io.plumbline.virtualchips.chip.nau7802.Nau7802;
import io.plumbline.virtualchips.fault.Fault.Kind;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// The faults of one place, carried out: [#onSpi], [#onI2c] and [#onEdges] put it between chip and host. One thread at a time; allocates nothing while bytes
/// are exchanged.
public final class Script {
  private static final double NS_PER_S = 1e9;
  private static final int TIMED_OUT = 110;
  private static final long NS_PER_MS = 1_000_000;

  private final Fault[] faults;
  private final boolean[] active;
  private final Part part;
  private final LongSupplier clock;
  private final LongConsumer passNs;
  private final long startNs;
  private long transfer;
  private int errno;
  private long slowNs;
  private int high;
  private int low;
  private boolean silent;
  private boolean corrupt;

  /// @param faults those of this place; others are left out by the caller
  /// @param part   to which they happen
  /// @param clock  of the board; times of faults count from now
  /// @param passNs lets time pass, for a stretched clock
  public Script(List<Fault> faults, Part part, LongSupplier clock, LongConsumer passNs) {
    this.faults = faults.toArray(Fault[]::new);
    this.active = new boolean[this.faults.length];
    this.part = part;
    this.clock = clock;
    this.passNs = passNs;
    this.startNs = clock.getAsLong();
    for (Fault fault : faults) {
      boolean converter = fault.kind() != Kind.NO_CLOCK || part instanceof Ads131m04;
      boolean bridge = fault.kind() != Kind.OPEN_WIRE || part instanceof Ads131m04 || part instanceof Nau7802;
      if (!converter || !bridge) {
        throw new FaultException("fault '" + fault.kind().words() + "' at " + fault.place() + ": the " + part.partName()
            + " has no " + (converter ? "bridge" : "external clock"));
      }
    }
  }

  /// Transfers so far.
  public long transfers() {
    return transfer;
  }

  /// Looks what holds now; a transfer counts.
  void begin(boolean counts) {
    transfer += counts ? 1 : 0;
    long nowNs = clock.getAsLong();
    double nowS = (nowNs - startNs) / NS_PER_S;
    errno = 0;
    slowNs = 0;
    high = 0;
    low = 0;
    silent = false;
    corrupt = false;
    for (int i = 0; i < faults.length; i++) {
      Fault fault = faults[i];
      boolean holds = fault.holds(nowS, transfer);
      if (holds != active[i]) {
        active[i] = holds;
        boolean timed = fault.fromTransfer() == 0;
        double whenS = holds ? fault.fromS() : fault.untilS();
        happen(fault, holds, timed ? startNs + Math.round(whenS * NS_PER_S) : nowNs);
      }
      if (holds) {
        hold(fault);
      }
    }
  }

  private void hold(Fault fault) {
    switch (fault.kind()) {
      case NO_ANSWER -> silent = true;
      case STUCK_HIGH -> high |= fault.value();
      case STUCK_LOW -> low |= fault.value();
      case CORRUPT -> corrupt = true;
      case ERRNO -> errno = fault.value();
      case SLOW -> slowNs += fault.value() * NS_PER_MS;
      case TIMEOUT -> {
        slowNs += fault.value() * NS_PER_MS;
        errno = TIMED_OUT;
      }
      default -> {
        // Happens to the chip.
      }
    }
  }

  private void happen(Fault fault, boolean begins, long atNs) {
    switch (fault.kind()) {
      case RESET -> once(begins, () -> part.brownOut(atNs));
      case UPSET -> once(begins, () -> part.upset(atNs, fault.value(), fault.detail()));
      case OVERFLOW -> once(begins, () -> part.overflow(atNs));
      case SATURATED -> part.saturate(atNs, begins);
      case WRONG_IDENTITY -> part.disguise(atNs, begins ? Disguise.OTHER_IDENTITY : Disguise.NONE);
      case LOOK_ALIKE -> part.disguise(atNs, begins ? Disguise.LOOK_ALIKE : Disguise.NONE);
      case NO_CLOCK -> ((Ads131m04) part).clocked(atNs, !begins);
      case OPEN_WIRE -> {
        if (part instanceof Ads131m04 converter) {
          converter.openWire(atNs, fault.value(), begins);
        } else if (part instanceof Nau7802 converter) {
          converter.openWire(atNs, begins);
        }
      }
      default -> {
        // Happens on the wires.
      }
    }
  }

  private static void once(boolean begins, Runnable event) {
    if (begins) {
      event.run();
    }
  }

  /// Waits as long as the clock is stretched.
  ///
  /// @return −errno where the transfer fails, else 0
  int delay() {
    if (slowNs > 0) {
      passNs.accept(slowNs);
    }
    return -errno;
  }

  boolean isSilent() {
    return silent;
  }

  /// Whether an edge does not arrive.
  boolean losesEdge(long timeNs) {
    double timeS = (timeNs - startNs) / NS_PER_S;
    for (Fault fault : faults) {
      if (fault.kind() == Kind.EDGES_LOST && fault.holds(timeS, transfer)) {
        return true;
      }
    }
    return false;
  }

  /// Damages what the chip sends.
  void spoil(byte[] bytes, int from, int count) {
    if (silent) {
      java.util.Arrays.fill(bytes, from, from + count, (byte) 0xFF);
      return;
    }
    if ((high | low) != 0) {
      for (int i = from; i < from + count; i++) {
        bytes[i] = (byte) ((bytes[i] | high) & ~low);
      }
    }
    if (corrupt && count > 0) {
      // Another byte and another bit each time; the same in every run.
      int at = (int) (transfer * 7 % count);
      bytes[from + at] ^= (byte) (1 << (int) (transfer * 5 % 8));
    }
  }

  /// The chip behind the faults.
  public SpiChip onSpi(SpiChip chip) {
    return new FaultySpi(chip, this);
  }

  /// The chip behind the faults.
  public I2cChip onI2c(I2cChip chip) {
    return new FaultyI2c(chip, this);
  }

  /// The line behind the faults.
  public EdgeLine onEdges(EdgeLine line) {
    return new FaultyEdges(line, this);
  }
}

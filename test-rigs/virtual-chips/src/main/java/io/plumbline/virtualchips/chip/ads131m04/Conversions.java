package io.plumbline.virtualchips.chip.ads131m04;

import io.plumbline.virtualchips.chip.EdgeRing;
import io.plumbline.virtualchips.chip.Signal;

/// The modulators: when results come, what they are, the two that each channel keeps, and the line that tells of them (sections 2 and 6).
final class Conversions {
  // Section 1: nominal clock; its error belongs to the signal's instants.
  static final double CLOCK_HZ = 8_192_000;
  private static final int CHANNELS = RegisterMap.CHANNELS;
  private static final int DEPTH = 2;
  private static final int FIRST_CYCLES = 300;
  private static final int UNSETTLED = 3;
  private static final double[] SETTLED_SHARE = {0.9, 0.6, 0.2};
  private static final double UNSETTLED_V = 1.5e-3;
  private static final double TEST_SIGNAL = 2.0 / 15;
  private static final double REFERENCE_V = 1.2;
  private static final int HIGHEST = 0x7FFFFF;
  private static final int LOWEST = -0x800000;

  final EdgeRing edges = new EdgeRing();
  private final Signal signal;
  private final RegisterMap registers;
  private final double[] volts = new double[CHANNELS];
  private final int[] kept = new int[DEPTH * CHANNELS];
  private final int[] last = new int[CHANNELS];
  private final boolean[] open = new boolean[CHANNELS];
  private int waiting;
  private int unsettled;
  private long lastNs;
  private long firstNs;
  private long blockedFromNs = Long.MAX_VALUE;
  private long blockedUntilNs;
  private boolean standby;
  private boolean halted;
  private boolean missing;
  boolean clocked = true;
  boolean saturated;

  Conversions(Signal signal, RegisterMap registers) {
    this.signal = signal;
    this.registers = registers;
  }

  /// Filters and results start anew.
  void restart(long atNs) {
    waiting = 0;
    missing = false;
    unsettled = UNSETTLED;
    lastNs = Math.max(lastNs, atNs);
    firstNs = atNs + Math.round(2e9 * (FIRST_CYCLES + registers.cycles()) / CLOCK_HZ);
  }

  /// As after power-on.
  void reset(long atNs) {
    standby = false;
    java.util.Arrays.fill(last, 0);
    restart(atNs);
  }

  /// The next results are not to be trusted.
  void unsettle() {
    unsettled = UNSETTLED;
  }

  void standby(boolean newStandby, long atNs) {
    if (standby && !newStandby) {
      restart(atNs);
    }
    standby = newStandby;
  }

  void halt(boolean newHalted) {
    halted = newHalted;
  }

  void openWire(int channel, boolean isOpen) {
    open[channel] = isOpen;
  }

  private double rateHz() {
    return CLOCK_HZ / 2 / registers.cycles();
  }

  private long instantNs(int n) {
    return standby || halted || !clocked
        ? Long.MAX_VALUE
        : signal.instantNs(Math.max(lastNs, firstNs - 1), rateHz(), n);
  }

  void catchUp(long nowNs) {
    long atNs = instantNs(1);
    while (atNs <= nowNs) {
      convert(atNs);
      lastNs = atNs;
      atNs = instantNs(1);
    }
    lastNs = standby || halted || !clocked ? Math.max(lastNs, nowNs) : lastNs;
  }

  private void convert(long atNs) {
    signal.feel(atNs, volts);
    boolean unread = waiting > 0;
    if (waiting == DEPTH) {
      System.arraycopy(kept, CHANNELS, kept, 0, CHANNELS);
      waiting--;
    }
    for (int channel = 0; channel < CHANNELS; channel++) {
      kept[waiting * CHANNELS + channel] = registers.isOn(channel) ? code(channel) : 0;
    }
    waiting++;
    unsettled = Math.max(0, unsettled - 1);
    // Section 6: as pulses every second one is missing while nobody reads; a frame across the result blocks it.
    missing = registers.pulsesReady() && unread && !missing;
    boolean blocked = atNs > blockedFromNs && atNs <= blockedUntilNs;
    if (!missing && !blocked) {
      edges.push(atNs);
    }
  }

  private int code(int channel) {
    if (saturated || open[channel]) {
      return HIGHEST;
    }
    int gain = registers.gain(channel);
    double felt = switch (registers.mux(channel)) {
      case 0 -> volts[channel];
      case 1 -> 0;
      case 2 -> REFERENCE_V / gain * TEST_SIGNAL;
      default -> -REFERENCE_V / gain * TEST_SIGNAL;
    };
    if (unsettled > 0) {
      felt = felt * SETTLED_SHARE[unsettled - 1] + (unsettled % 2 == 0 ? -UNSETTLED_V : UNSETTLED_V);
    }
    double counts = Math.rint(felt * gain / REFERENCE_V * -LOWEST);
    counts = Math.rint((counts - registers.offset(channel)) * registers.factor(channel));
    return (int) Math.max(LOWEST, Math.min(HIGHEST, counts));
  }

  /// Whether there is a result that nobody has read.
  boolean isFresh() {
    return waiting > 0;
  }

  /// The code that is to be read of a channel: the oldest unread, else the last again.
  int oldest(int channel) {
    return waiting > 0 ? kept[channel] : last[channel];
  }

  /// A frame with all its words has been read.
  void pop() {
    if (waiting > 0) {
      System.arraycopy(kept, 0, last, 0, CHANNELS);
      System.arraycopy(kept, CHANNELS, kept, 0, CHANNELS);
      waiting--;
    }
  }

  /// Both places are taken by what nobody read.
  void fill() {
    for (int i = waiting; i < DEPTH; i++) {
      System.arraycopy(last, 0, kept, i * CHANNELS, CHANNELS);
    }
    waiting = DEPTH;
  }

  /// The host is reading meanwhile.
  void block(long fromNs, long untilNs) {
    blockedFromNs = fromNs;
    blockedUntilNs = untilNs;
  }

  /// When the next falling edge comes.
  long nextEdgeNs() {
    if (!edges.isEmpty()) {
      return edges.firstNs();
    }
    boolean skips = registers.pulsesReady() && waiting > 0 && !missing;
    return instantNs(skips ? 2 : 1);
  }
}

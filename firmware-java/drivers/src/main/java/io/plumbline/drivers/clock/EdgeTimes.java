package io.plumbline.drivers.clock;

import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;
import org.jspecify.annotations.Nullable;

/// Edges of a data-ready line, one a sample, and which sample each belongs to. The line is read just before the chip, so a chip may be one
/// sample ahead of its line; the smallest distance seen lately is the true one.
public final class EdgeTimes {
  private static final int CAPACITY = 256;
  private static final int WINDOW_POLLS = 32;
  private static final double SILENT_PERIODS = 20;

  private final @Nullable EdgeInput input;
  private final ChipCounters counters;
  private final EdgeBatch edges = new EdgeBatch(CAPACITY);
  private boolean started;
  private int lastSequence;
  private long edgeNumber;
  private long newestNs;
  private boolean seen;
  private long newestDistance = Long.MAX_VALUE;
  private long olderDistance = Long.MAX_VALUE;
  private int polls;

  /// @param input null where no line is wired
  public EdgeTimes(@Nullable EdgeInput input, ChipCounters counters) {
    this.input = input;
    this.counters = counters;
  }

  /// The chip starts again: what its edges meant is forgotten, and those that wait are thrown away.
  public void restart() {
    newestDistance = Long.MAX_VALUE;
    olderDistance = Long.MAX_VALUE;
    polls = 0;
    collect();
    edges.clear();
    seen = false;
  }

  /// Takes the edges that wait.
  ///
  /// @return edges since the last call, those lost on the way too
  public long collect() {
    edges.clear();
    if (input == null) {
      return 0;
    }
    long before = edgeNumber;
    int result = drain(input);
    if (result < 0) {
      counters.add(ChipCounter.BUS_ERROR);
      return 0;
    }
    for (int i = 0; i < edges.size(); i++) {
      int sequence = edges.sequence(i);
      int step = started ? sequence - lastSequence : 1;
      started = true;
      lastSequence = sequence;
      if (step > 1) {
        counters.add(ChipCounter.EDGES_LOST, step - 1);
      }
      edgeNumber += Math.max(1, step);
      newestNs = edges.timeNs(i);
      seen = true;
    }
    return edgeNumber - before;
  }

  private int drain(EdgeInput from) {
    try {
      return from.drain(edges);
    } catch (RuntimeException e) {
      return -1;
    }
  }

  /// Whether the line has spoken lately, so that it is to be believed.
  public boolean isAlive(long nowNs, double periodNs) {
    return seen && nowNs - newestNs < SILENT_PERIODS * periodNs;
  }

  /// Whether a line is wired.
  public boolean isWired() {
    return input != null;
  }

  /// Number of the newest edge, counted from the first ever.
  public long edgeNumber() {
    return edgeNumber;
  }

  /// When the newest edge was.
  public long newestNs() {
    return newestNs;
  }

  /// Tells a fit when samples were there: by the edges just collected where the line speaks, else by the reading.
  ///
  /// @param newestNumber of the newest sample that was read
  /// @param nowNs        when it was read
  public void feed(ClockFit fit, long newestNumber, long nowNs) {
    if (!isAlive(nowNs, fit.periodNs())) {
      fit.observe(newestNumber, nowNs);
      return;
    }
    if (++polls >= WINDOW_POLLS) {
      polls = 0;
      olderDistance = newestDistance;
      newestDistance = Long.MAX_VALUE;
    }
    newestDistance = Math.min(newestDistance, newestNumber - edgeNumber);
    if (olderDistance == Long.MAX_VALUE) {
      fit.observe(newestNumber, nowNs);
      return;
    }
    long distance = Math.min(newestDistance, olderDistance);
    observe(fit, edgeNumber + distance);
  }

  /// Tells a fit the times of the edges just collected.
  ///
  /// @param newestNumber of the sample that the newest of them belongs to
  public void observe(ClockFit fit, long newestNumber) {
    int size = edges.size();
    for (int i = 0; i < size; i++) {
      fit.observe(newestNumber - (lastSequence - edges.sequence(i)), edges.timeNs(i));
    }
  }
}

package io.plumbline.benchmarks.hotpath;

import io.plumbline.bar.app.BlackBoxFrames;
import io.plumbline.bar.blackbox.RecordedFrames;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Rows that the firmware has read from a simulated bar, kept to be played again and again, pass by pass, each time with later times and
/// numbers. Playing allocates nothing.
final class Tape {
  private static final int ROWS_A_PASS = 1024;
  private static final long NS_PER_S = 1_000_000_000L;
  /// Longer than the pause after which the pipeline begins anew: the bar may lie a little turned after a set.
  private static final long PAUSE_NS = 2 * NS_PER_S;
  private static final long SEED = 1;
  private static final String STILL = """
    purpose = "A loaded bar lies on the floor before it is lifted"
    exercise = "deadlift-conventional"
    [[set]]
    load_kg = 140
    reps = 1
    rest_before_s = 12
    """;
  private static final long STILL_FROM_NS = 2 * NS_PER_S;
  private static final long STILL_TO_NS = 10 * NS_PER_S;

  private final BlackBoxHeader header;
  private final List<RawBatch> passes;
  private final long[] timesNs;
  private final long[] numbersALap;
  private final long lapNs;
  private final RawBatch moved = new RawBatch(ROWS_A_PASS);
  private int next;
  private long laps;

  private Tape(BlackBoxHeader header, List<RawBatch> passes, List<Long> timesNs, long pauseNs) {
    this.header = header;
    this.passes = new ArrayList<>(passes);
    this.timesNs = timesNs.stream().mapToLong(Long::longValue).toArray();
    this.lapNs = this.timesNs[passes.size() - 1] - this.timesNs[0] + this.timesNs[1] - this.timesNs[0] + pauseNs;
    this.numbersALap = new long[header.streams().size()];
    for (RawBatch pass : passes) {
      for (int row = 0; row < pass.size(); row++) {
        numbersALap[pass.stream(row)] = Math.max(numbersALap[pass.stream(row)], pass.sequence(row) + 1);
      }
    }
  }

  /// A set of five deadlifts, with a pause before it begins again.
  static Tape lifting() {
    Scenario scenario = Scenarios.named("deadlift-working-set");
    return record(scenario, 0, Long.MAX_VALUE, PAUSE_NS);
  }

  /// A loaded bar on the floor, with the noise of its sensors, without an end.
  static Tape resting() {
    return record(Scenarios.of("still", STILL, OptionalLong.of(SEED)), STILL_FROM_NS, STILL_TO_NS, 0);
  }

  private static Tape record(Scenario scenario, long fromNs, long toNs, long pauseNs) {
    BatchRing ring = new BatchRing(4, ROWS_A_PASS);
    List<RawBatch> passes = new ArrayList<>();
    List<Long> timesNs = new ArrayList<>();
    try (VirtualRack chips = VirtualRack.lifting(scenario)) {
      SamplingAgent agent = chips.agent(List.of(ring));
      long beganNs = chips.nextPassNs();
      long nowNs = beganNs;
      while (nowNs - beganNs < toNs && !chips.hasEnded()) {
        agent.doWork();
        RawBatch batch = ring.take();
        if (batch != null) {
          if (nowNs - beganNs >= fromNs) {
            passes.add(copy(batch));
            timesNs.add(nowNs);
          }
          ring.release(batch);
        }
        nowNs = chips.nextPassNs();
      }
      return new Tape(header(chips), passes, timesNs, pauseNs);
    }
  }

  private static RawBatch copy(RawBatch batch) {
    RawBatch copy = new RawBatch(batch.size());
    for (int row = 0; row < batch.size(); row++) {
      copy.addCopy(batch, row);
    }
    return copy;
  }

  private static BlackBoxHeader header(VirtualRack chips) {
    return new BlackBoxHeader(chips.config().bar().id(), "benchmark", "", "", new BlackBoxHeader.Start(0, 0, false),
        chips.rack().streams(), Map.of("exercise", "deadlift-conventional"), chips.config().toToml(),
        List.of(chips.config().force().calibrationId()), "");
  }

  /// Of a recording of it.
  BlackBoxHeader header() {
    return header;
  }

  /// What makes frames of its rows.
  RecordedFrames frames() {
    return BlackBoxFrames.of(header);
  }

  List<RawStream> streams() {
    return header.streams();
  }

  /// How often it has been played to its end.
  long laps() {
    return laps;
  }

  /// The next pass, as the loop would have read it; good until the next call.
  RawBatch play() {
    RawBatch pass = passes.get(next);
    moved.clear();
    for (int row = 0; row < pass.size(); row++) {
      int stream = pass.stream(row);
      int at = moved.add(stream, pass.timeNs(row) + laps * lapNs, pass.sequence(row) + laps * numbersALap[stream],
          pass.flags(row));
      for (int channel = 0; channel < RawBatch.WIDTH; channel++) {
        moved.setCount(at, channel, pass.count(row, channel));
      }
    }
    return moved;
  }

  /// Goes on to the pass after this one.
  ///
  /// @return when this pass was read
  long advanceNs() {
    long nowNs = timesNs[next] + laps * lapNs;
    next++;
    if (next == passes.size()) {
      next = 0;
      laps++;
    }
    return nowNs;
  }
}

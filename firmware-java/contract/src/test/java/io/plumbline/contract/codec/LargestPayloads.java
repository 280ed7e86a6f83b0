package io.plumbline.contract.codec;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Bounds;
import io.plumbline.contract.payload.Change;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Lockout;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Top;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.contract.payload.Trace;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.contract.payload.WallTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The payloads that take most bytes: every list full, every text as long as it may be and of four bytes a character, every number long.
final class LargestPayloads {
  /// No double is longer in JSON.
  private static final double LONG = -1.2345678901234567E-308;
  private static final double LONG_POSITIVE = -LONG;
  private static final String ID = "i".repeat(64);
  private static final String TEXT = "\uD83C\uDFCB".repeat(Bounds.DEFAULT_LENGTH);
  private static final String UNIT = "\uD83C\uDFCB".repeat(Finding.MAX_UNIT_LENGTH);
  private static final RecordKey KEY = new RecordKey(ID, ID, Long.MAX_VALUE);
  private static final WallTime WALL_TIME = new WallTime(Long.MIN_VALUE, false);
  private static final Load LOAD = new Load(Load.Source.UNKNOWN, LONG, LONG_POSITIVE, LONG, LONG);
  private static final List<Finding> FINDINGS = Collections.nCopies(Finding.MAX_FINDINGS,
      new Finding(ID, LONG, LONG, UNIT, TEXT));

  private LargestPayloads() {}

  static Trace trace() {
    List<Double> times = IntStream.range(0, Trace.MAX_POINTS).mapToObj(i -> -1.2345678901234568E-300 / (i + 1))
        .toList();
    List<Double> channel = Collections.nCopies(Trace.MAX_POINTS, LONG);
    List<Double> sd = Collections.nCopies(Trace.MAX_POINTS, LONG_POSITIVE);
    return new Trace(KEY, times, channel, channel, sd, channel, channel, channel);
  }

  /// Those of the types whose size grows with a list or a text.
  static List<Payload> all() {
    RepSummary rep = new RepSummary(KEY, WALL_TIME, Long.MIN_VALUE, TEXT, Exercise.DEADLIFT_CONVENTIONAL,
        Integer.MAX_VALUE, Integer.MAX_VALUE, RepSummary.Outcome.COMPLETED,
        new Velocity(LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG,
            LONG_POSITIVE, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG),
        new Motion(LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE,
            LONG_POSITIVE, LONG_POSITIVE),
        new Path(false, LONG, LONG, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE), LOAD,
        new Energy(LONG, LONG, LONG, LONG_POSITIVE, LONG),
        new Slack(Long.MIN_VALUE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE,
            LONG_POSITIVE, LONG, Slack.Grade.UNKNOWN),
        new Symmetry(LONG_POSITIVE, LONG, LONG_POSITIVE, LONG, LONG_POSITIVE, LONG),
        new Landing(Long.MIN_VALUE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, false),
        new Lockout(LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE),
        Collections.nCopies(RepSummary.MAX_FLAGS, QualityFlag.NO_REST_BEFORE), FINDINGS,
        FINDINGS.subList(0, RepSummary.MAX_POSITIVES), Exercise.DEADLIFT_CONVENTIONAL);
    SetSummary set = new SetSummary(KEY, WALL_TIME, Long.MIN_VALUE, LONG_POSITIVE, TEXT, Exercise.DEADLIFT_CONVENTIONAL,
        Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE,
        Collections.nCopies(SetSummary.MAX_REPS, Long.MAX_VALUE), LOAD, LONG, LONG, LONG, LONG, LONG_POSITIVE,
        LONG_POSITIVE,
        Collections.nCopies(Change.MAX_CHANGES,
            new Change(ID, UNIT.substring(0, 2 * Change.MAX_UNIT_LENGTH), LONG, LONG, LONG)),
        SetSummary.EndReason.CONTEXT_CHANGED, Integer.MAX_VALUE, FINDINGS);
    List<String> ids = Collections.nCopies(Bounds.DEFAULT_ENTRIES, ID);
    Info info = new Info(ID, ID, Info.Mode.UNKNOWN, TEXT, TEXT,
        Collections.nCopies(Bounds.DEFAULT_ENTRIES, new Info.Sensor(ID, ID)), ids, ids);
    State state = new State(Phase.TENSION, TEXT, Exercise.DEADLIFT_CONVENTIONAL, Integer.MAX_VALUE, Integer.MAX_VALUE,
        LONG, LONG, LONG, LONG_POSITIVE, State.Health.DEGRADED, TEXT, TEXT, 1000,
        new Top(Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, LONG, LONG_POSITIVE));
    Cue cue = new Cue(ID, Cue.Kind.REP_COUNTED, Long.MIN_VALUE, WALL_TIME, Integer.MAX_VALUE, TEXT, ID);
    Quality quality = new Quality(Long.MIN_VALUE, Collections.nCopies(Bounds.DEFAULT_ENTRIES,
        new Quality.Source(ID, Long.MAX_VALUE, LONG_POSITIVE, Long.MAX_VALUE, LONG_POSITIVE, Long.MAX_VALUE,
            LONG_POSITIVE)),
        new Quality.Loop(LONG_POSITIVE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, LONG_POSITIVE, LONG_POSITIVE,
            LONG_POSITIVE, LONG_POSITIVE, LONG_POSITIVE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE),
        Collections.nCopies(Quality.MAX_CHIPS,
            new Quality.Chip(ID, TEXT.substring(0, TEXT.offsetByCodePoints(0, Quality.MAX_PART_LENGTH)), false,
                TEXT.substring(0, TEXT.offsetByCodePoints(0, Quality.MAX_COMPLAINT_LENGTH)), Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, LONG_POSITIVE, LONG)),
        new Quality.Board(LONG, Integer.MAX_VALUE, Long.MAX_VALUE),
        new Quality.Link(false, LONG_POSITIVE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    long first = Long.MAX_VALUE - 2 * Ack.MAX_HOLES;
    Ack ack = new Ack(ID, ID, first, LongStream.rangeClosed(1, Ack.MAX_HOLES)
        .mapToObj(i -> new Ack.Hole(first + 2 * i, first + 2 * i)).toList(), Long.MAX_VALUE);
    String line = TEXT.substring(0, TEXT.offsetByCodePoints(0, Guidance.MAX_LINE_LENGTH));
    Guidance guidance = new Guidance(ID, Guidance.Stage.RUNNING, ID, TEXT,
        Collections.nCopies(Guidance.MAX_LINES, line), TEXT, LONG_POSITIVE);
    return List.of(trace(), rep, set, info, state, cue, quality, ack, guidance);
  }
}

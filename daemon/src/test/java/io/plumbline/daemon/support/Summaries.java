package io.plumbline.daemon.support;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Change;
import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Trace;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.contract.payload.WallTime;
import io.plumbline.daemon.domain.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payloads as a bar makes them.
public final class Summaries {
  public static final String BAR = "bar-1";
  public static final String JOURNAL = "j1";
  private static final ContractCodec CODEC = new ContractCodec();

  private Summaries() {}

  public static RecordKey key(long sequence) {
    return new RecordKey(BAR, JOURNAL, sequence);
  }

  public static RepSummary rep(long sequence) {
    return rep(key(sequence), 1, (int) sequence, 0.52);
  }

  public static RepSummary rep(RecordKey key, int setNumber, int repNumber, double meanMps) {
    return rep(key, setNumber, repNumber, meanMps, "Ada");
  }

  public static RepSummary rep(RecordKey key, int setNumber, int repNumber, double meanMps, @Nullable String athlete) {
    return new RepSummary(key, new WallTime(1_795_000_000_000L, true), 1_000_000_000L * repNumber, athlete,
        Exercise.DEADLIFT_CONVENTIONAL, setNumber, repNumber, RepSummary.Outcome.COMPLETED,
        new Velocity(meanMps, 0.0061, meanMps * 1.6, 0.012, meanMps * 1.05, 0.0063, null, null, null, null, 0.41,
            0.012, null, null, null),
        new Motion(0.5512345678901234, 0.0042, 1.06, 0.012, 0.4, null, null, null),
        new Path(false, 0.021, -0.004, 0.011, 0.006, null, null, 0.018, 0.009),
        new Load(Load.Source.ENTERED, 100.0, null, null, null), new Energy(540.0, 980.0, 560.0, 1250.0, 1090.0),
        new Slack(null, 0.45, 0.01, null, 0.0, 374.0, 1.2, null, Slack.Grade.HURRIED), null,
        new Landing(null, 0.9, 0.02, null, 0.4, true), null,
        List.of(QualityFlag.SINGLE_IMU, QualityFlag.NO_REST_AFTER), List.of(), List.of(), null);
  }

  public static SetSummary set(long sequence, int setNumber, List<Long> reps) {
    return new SetSummary(key(sequence), null, 1_000_000_000L, 12.5, null, Exercise.DEADLIFT_CONVENTIONAL, setNumber,
        reps.size(), 0, reps, Load.unknown(), 0.52, 0.49, 0.03, 5.8, 0.55, null,
        List.of(new Change("mean-velocity", "m/s", 0.52, 0.49, -0.03)), SetSummary.EndReason.PAUSE, null, List.of());
  }

  public static Trace trace(RecordKey rep) {
    return new Trace(rep, List.of(0.0, 0.5, 1.0), List.of(0.0, 0.3, 0.55), List.of(0.0, 0.8, 0.0),
        List.of(0.001, 0.01, 0.002), null, null, null);
  }

  public static byte[] encoded(Payload payload) {
    return CODEC.encode(payload);
  }

  public static String json(Payload payload) {
    return new String(encoded(payload), StandardCharsets.UTF_8);
  }

  public static Received received(RepSummary rep) {
    return new Received.Rep(rep, json(rep));
  }

  public static Received received(SetSummary set) {
    return new Received.ClosedSet(set, json(set));
  }

  public static Received received(Trace trace) {
    return new Received.Curves(trace, json(trace));
  }
}

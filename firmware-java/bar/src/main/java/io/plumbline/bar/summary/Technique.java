package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Cue;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.CueJudge;
import io.plumbline.core.technique.CueKind;
import io.plumbline.core.technique.Measure;
import io.plumbline.core.technique.TechniqueFinding;
import io.plumbline.core.technique.TechniqueJudge;
import io.plumbline.core.technique.TechniqueJudge.RepVerdict;
import io.plumbline.core.technique.TechniqueJudge.SetVerdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The judges of technique beside a stream: findings of each rep and set, cues while the bar moves, and the end of a set at the athlete's
/// technical limit. STOP is told once a set. Not thread-safe.
final class Technique {
  private static final int COUNTED_VALID_MS = 2000;
  /// A rep is over for the causal estimate so long after its end at the most.
  private static final long STOP_SLACK_NS = 1_000_000_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final String journalId;
  private final PayloadSink sink;
  private TechniqueJudge judge;
  private CueJudge live;
  private long cues;
  private long stopNs = NEVER;
  private boolean freshSet;

  Technique(StreamContext context, PayloadSink sink) {
    this.journalId = context.journalId();
    this.sink = sink;
    this.judge = judge(context);
    this.live = new CueJudge(judge, context.setup(), this::tell);
  }

  private static TechniqueJudge judge(StreamContext context) {
    Baseline known = context.baseline();
    return new TechniqueJudge(TechniqueMapper.limits(context), known == null ? new Baseline() : known.copy());
  }

  /// Another lift from now on, between two sets.
  void change(StreamContext context) {
    judge = judge(context);
    live = new CueJudge(judge, context.setup(), this::tell);
    freshSet = false;
    beginSet();
  }

  /// Other limits from now on, also within a set.
  void changeLimits(StreamContext context) {
    judge.change(TechniqueMapper.limits(context));
  }

  /// Takes a frame after the pipeline took it.
  ///
  /// @return whether a rep is counted with it
  boolean watch(SensorFrame frame, LiveEstimate estimate, boolean atRest) {
    return live.accept(frame, estimate, atRest);
  }

  /// A lift has reached its top that belongs to a set which is not open yet.
  void beginNextSet() {
    if (!freshSet) {
      beginSet();
      freshSet = true;
    }
  }

  /// Judges a rep.
  RepVerdict judge(RepMeasures rep) {
    return judge.judge(rep);
  }

  /// Tells the cues what was measured.
  ///
  /// @return whether the rep has been counted already
  boolean learn(RepMeasures rep) {
    return live.repMeasured(rep);
  }

  /// Whether the set ends with this rep: by its verdict, or because STOP was told in it. Tells STOP where nobody has.
  boolean reachedLimit(RepMeasures rep, RepVerdict verdict, long nowNs) {
    boolean told = stopNs >= rep.concentricStartNs && stopNs <= rep.concentricEndNs + STOP_SLACK_NS;
    if (verdict.endsSet() && stopNs == NEVER) {
      boolean slower = verdict.findings().stream()
          .anyMatch(finding -> finding.rule().equals(TechniqueFinding.VELOCITY_LOSS));
      tell(slower ? CueKind.STOP_VELOCITY : CueKind.STOP_DRIFT, nowNs, amount(verdict, slower));
    }
    return told || verdict.endsSet();
  }

  private static double amount(RepVerdict verdict, boolean slower) {
    TechniqueFinding reason = verdict.findings().stream()
        .filter(finding -> finding.rule().equals(TechniqueFinding.VELOCITY_LOSS) == slower
            && (slower || finding.measure() == Measure.FORWARD_DRIFT))
        .findFirst().orElseThrow();
    return slower ? reason.baseline() - reason.value() : reason.value();
  }

  private void tell(CueKind kind, long timeNs, double value) {
    if (kind.isStop()) {
      if (stopNs != NEVER) {
        return;
      }
      stopNs = timeNs;
    }
    try {
      sink.emit(TechniqueMapper.cue(kind, nextCueId(), timeNs, value));
    } catch (IllegalArgumentException e) {
      // Odd numbers cost one cue, not the program.
      cues--;
    }
  }

  /// The cue that a rep was counted.
  Cue counted(int number, @Nullable Double meanMps, long nowNs) {
    String text = meanMps == null
        ? String.format(Locale.ROOT, "Rep %d", number)
        : String.format(Locale.ROOT, "Rep %d: %.2f m/s", number, meanMps);
    return new Cue(nextCueId(), Cue.Kind.REP_COUNTED, nowNs, null, COUNTED_VALID_MS, text, null);
  }

  private String nextCueId() {
    cues++;
    return journalId + "-cue-" + cues;
  }

  /// Ends the open set.
  SetVerdict endSet() {
    if (!freshSet) {
      beginSet();
    }
    freshSet = false;
    return judge.endSet();
  }

  private void beginSet() {
    stopNs = NEVER;
    live.beginSet();
  }

  /// What was learned until now, for whoever keeps it.
  Baseline learned() {
    return judge.baseline().copy();
  }
}

package io.plumbline.bar.summary;

import io.plumbline.bar.health.Condition;
import io.plumbline.bar.health.Health;
import io.plumbline.bar.health.Verdict;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Top;
import io.plumbline.core.exercise.ExerciseJudge;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.TechniqueJudge.RepVerdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns what the pipeline tells into the payloads that a bar publishes, in the same order and with the same content wherever they go.
/// All times are those of the samples. Not thread-safe: it lives on the thread that feeds the pipeline.
public final class RepStream implements PipelineListener {
  /// 30 a second.
  private static final long LIVE_PERIOD_NS = 1_000_000_000L / 30;
  private static final long STATE_PERIOD_NS = 500_000_000L;
  private static final RepVerdict NOTHING = new RepVerdict(List.of(), List.of(), false);
  private static final long HEALTH_PERIOD_NS = 10_000_000_000L;

  private StreamContext context;
  private final PayloadSink sink;
  private final Function<ImuSite, SourceQuality> qualities;
  private final Supplier<Optional<SamplingHealth>> health;
  private final Supplier<@Nullable Health> condition;
  private ContractMapper mapper;
  private StatusMapper status;
  private final Technique technique;
  private final SetTracker sets;
  private final SensorWatch sensors;
  private final ExerciseJudge looks = new ExerciseJudge();
  private Phase phase = Phase.REST;
  private @Nullable Double lastMeanMps;
  private @Nullable Double loadLeftKg;
  private @Nullable Double loadRightKg;
  private @Nullable State lastState;
  private @Nullable Top top;
  /// Reps at their top since the last rest that no summary told of yet.
  private int tops;
  /// Reps of those that were counted at their top.
  private int countedTops;
  private long nowNs;
  private long nextLiveNs = Long.MIN_VALUE;
  private long lastLiveNs = Long.MIN_VALUE;
  private long nextStateNs = Long.MIN_VALUE;
  private long nextHealthNs = Long.MIN_VALUE;
  private @Nullable Verdict verdict;
  private @Nullable Double batteryPercent;
  private boolean changed = true;
  private long sequence;
  private long reps;
  private long closedSets;
  private long unmeasured;

  /// @param qualities the pipeline's quality of each sensor
  /// @param health    what the sampling says of itself, empty where nothing is sampled
  public RepStream(StreamContext context, PayloadSink sink, Function<ImuSite, SourceQuality> qualities,
      Supplier<Optional<SamplingHealth>> health) {
    this(context, sink, qualities, health, () -> null);
  }

  /// @param qualities the pipeline's quality of each sensor
  /// @param health    what the sampling says of itself, empty where nothing is sampled
  /// @param condition how the bar is, null where that is not known
  RepStream(StreamContext context, PayloadSink sink, Function<ImuSite, SourceQuality> qualities,
      Supplier<Optional<SamplingHealth>> health, Supplier<@Nullable Health> condition) {
    this.condition = condition;
    this.context = context;
    this.sink = sink;
    this.qualities = qualities;
    this.health = health;
    this.mapper = new ContractMapper(context);
    this.status = new StatusMapper(context);
    this.technique = new Technique(context, sink);
    this.sets = new SetTracker(context);
    this.sensors = new SensorWatch(status.sites(), qualities);
  }

  /// Tells who the bar is. To be called once, first of all.
  public void begin(String softwareVersion) {
    sink.emit(status.info(softwareVersion));
    sink.emit(state(State.Health.STARTING, null, null));
  }

  /// Goes on with what is known now; while no rep is under way. Where it is another lift, the open set is closed first.
  void change(StreamContext next) {
    boolean another = !next.isSameLift(context);
    if (another && sets.isOpen()) {
      closeSet(SetSummary.EndReason.CONTEXT_CHANGED);
    }
    context = next;
    mapper = new ContractMapper(next);
    status = new StatusMapper(next);
    sets.change(next);
    if (another) {
      technique.change(next);
      looks.beginSet();
    } else {
      technique.changeLimits(next);
    }
    changed = true;
  }

  /// What is known now.
  StreamContext context() {
    return context;
  }

  /// What the bar is doing, as far as the causal estimate knows.
  Phase phase() {
    return phase;
  }

  /// Whether a set has begun and not been closed.
  boolean isSetOpen() {
    return sets.isOpen();
  }

  @Override
  public void onPhase(long timeNs, Phase newPhase) {
    phase = newPhase;
    changed = true;
    if (newPhase == Phase.REST) {
      // What was a rep has been told by now.
      forgetTop();
      countedTops = 0;
    }
  }

  @Override
  public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {
    lastMeanMps = Rounding.orNull(Rounding.MOTION, meanConcentricMps);
    boolean anotherSet = sets.isOver(timeNs);
    if (anotherSet) {
      technique.beginNextSet();
    }
    int set = anotherSet ? sets.setOfNextRep() + 1 : sets.setOfNextRep();
    int number = (anotherSet ? 1 : sets.numberOfNextRep()) + tops;
    tops++;
    top = mapped(() -> new Top(timeNs, set, number, Rounding.to(Rounding.MOTION, meanConcentricMps),
        Rounding.to(Rounding.MOTION, meanConcentricSdMps)));
    changed = true;
    // Whoever waits for the number gets it now.
    nextStateNs = Long.MIN_VALUE;
  }

  private void countNow(long timeNs) {
    int before = sets.isOver(timeNs) ? 0 : sets.completedReps();
    countedTops++;
    emit(mapped(() -> technique.counted(before + countedTops, lastMeanMps, timeNs)));
  }

  @Override
  public void onRep(RepMeasures rep) {
    boolean counted = technique.learn(rep);
    countedTops = Math.max(0, countedTops - (counted ? 1 : 0));
    boolean topStart = rep.eccentricEndNs != 0 && rep.eccentricStartNs < rep.concentricStartNs;
    long startNs = topStart ? rep.eccentricStartNs : rep.concentricStartNs;
    long endNs = Math.max(rep.concentricEndNs, rep.eccentricEndNs);
    if (!ContractMapper.isMeasured(rep) || endNs < startNs) {
      unmeasured++;
      return;
    }
    if (sets.isOver(startNs)) {
      closeSet(SetSummary.EndReason.PAUSE);
    }
    // Whatever the contract refuses may not be learned from either, so it is asked before technique is judged.
    if (mapped(() -> summary(rep, NOTHING)) == null) {
      unmeasured++;
      return;
    }
    looks.add(rep);
    RepVerdict verdict = technique.judge(rep);
    RepSummary judged = mapped(() -> summary(rep, verdict));
    RepSummary summary = judged == null ? summary(rep, NOTHING) : judged;
    sequence++;
    sets.add(summary, startNs, endNs);
    if (technique.reachedLimit(rep, verdict, nowNs)) {
      sets.reachLimit();
    }
    reps++;
    lastMeanMps = summary.velocity().meanConcentricMps();
    loadLeftKg = summary.load().leftKg();
    loadRightKg = summary.load().rightKg();
    forgetTop();
    changed = true;
    if (summary.outcome().isLifted() && !counted) {
      // First of all: somebody listens for it, and the rest takes time.
      emit(mapped(() -> technique.counted(sets.completedReps(), lastMeanMps, nowNs)));
    }
    sink.emit(summary);
    if (ContractMapper.isMeasured(rep.trace)) {
      emit(mapped(() -> mapper.trace(rep.trace, summary.key())));
    }
  }

  private void forgetTop() {
    top = null;
    tops = 0;
  }

  private RepSummary summary(RepMeasures rep, RepVerdict verdict) {
    return mapper.rep(rep, key(sequence + 1), sets.setOfNextRep(), sets.numberOfNextRep(), verdict,
        looks.suggestion());
  }

  /// Null where the contract does not allow these values: odd numbers cost one payload, not the program.
  private static <V> @Nullable V mapped(Supplier<V> mapping) {
    try {
      return mapping.get();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void emit(@Nullable Payload payload) {
    if (payload != null) {
      sink.emit(payload);
    }
  }

  /// To be called with each frame that the pipeline took, before [#afterFrame]: cues are decided here.
  ///
  /// @param atRest whether the bar rests, as far as is known now
  public void watch(SensorFrame frame, LiveEstimate live, boolean atRest) {
    nowNs = frame.timeNs();
    if (technique.watch(frame, live, atRest)) {
      countNow(nowNs);
    }
  }

  /// To be called after each frame that the pipeline took.
  public void afterFrame(long timeNs, LiveEstimate live) {
    nowNs = timeNs;
    changed |= sensors.look(timeNs);
    if (sets.isOverdue(timeNs, phase)) {
      closeSet(SetSummary.EndReason.PAUSE);
    }
    if (phase != Phase.REST && timeNs >= nextLiveNs && live.timeNs > lastLiveNs && StatusMapper.isKnown(live)) {
      nextLiveNs = timeNs + LIVE_PERIOD_NS;
      lastLiveNs = live.timeNs;
      emit(mapped(() -> status.live(live)));
    }
    tellHealth(timeNs);
  }

  /// To be called while no frame comes: that nothing is measured is to be told as well.
  ///
  /// @param timeNs now, by the clock of the frames
  public void whileWaiting(long timeNs) {
    tellHealth(timeNs);
  }

  private void tellHealth(long timeNs) {
    Health now = condition.get();
    if (now != null && !Objects.equals(now.verdict(), verdict)) {
      changed = true;
      verdict = now.verdict();
    }
    if (timeNs >= nextHealthNs) {
      nextHealthNs = timeNs + HEALTH_PERIOD_NS;
      Double battery = HealthMapper.battery(now);
      changed |= !Objects.equals(battery, batteryPercent);
      batteryPercent = battery;
      health.get().ifPresent(told -> emit(mapped(() -> status.quality(timeNs, qualities, told, now))));
    }
    if (changed && timeNs >= nextStateNs) {
      emitState(timeNs);
    }
  }

  /// To be called once, after the pipeline has finished.
  public void finish() {
    if (sets.isOpen()) {
      closeSet(SetSummary.EndReason.END_OF_STREAM);
    } else {
      emitQuality();
    }
    emitState(nowNs);
  }

  private void closeSet(SetSummary.EndReason reason) {
    sequence++;
    looks.beginSet();
    SetSummary set = sets.close(key(sequence), reason, technique.endSet());
    closedSets++;
    lastMeanMps = null;
    changed = true;
    sink.emit(set);
    emitQuality();
  }

  private void emitQuality() {
    SamplingHealth told = health.get().orElse(null);
    emit(mapped(() -> status.quality(nowNs, qualities, told, condition.get())));
  }

  private RecordKey key(long number) {
    return new RecordKey(context.barId(), context.journalId(), number);
  }

  private void emitState(long timeNs) {
    changed = false;
    State state = mapped(this::state);
    if (state != null && !Objects.equals(state, lastState)) {
      lastState = state;
      nextStateNs = timeNs + STATE_PERIOD_NS;
      sink.emit(state);
    }
  }

  private State state() {
    Verdict now = verdict;
    String complaint = sensors.complaint();
    if (now == null || (now.condition() == Condition.READY && complaint != null)) {
      return state(complaint == null ? State.Health.OK : State.Health.DEGRADED, complaint, null);
    }
    // The contract has a reason for what is not well, and a note is none.
    String reason = now.condition() == Condition.READY ? null : HealthMapper.sentence(now.reason());
    return state(HealthMapper.of(now.condition()), reason, HealthMapper.sentence(now.mend()));
  }

  private State state(State.Health told, @Nullable String reason, @Nullable String mend) {
    return new State(StatusMapper.phase(phase), context.athlete(), context.exercise(), sets.setNumber(),
        sets.completedReps(), lastMeanMps, loadLeftKg, loadRightKg, batteryPercent, told, reason, mend,
        context.plannedReps(), top);
  }

  /// What is usual for the athlete, as learned until now; a copy.
  public Baseline learned() {
    return technique.learned();
  }

  /// Sequence number of the last summary, 0 before the first.
  public long lastSequence() {
    return sequence;
  }

  /// Reps so far.
  public long reps() {
    return reps;
  }

  /// Closed sets so far.
  public long closedSets() {
    return closedSets;
  }

  /// Reps that were found and could not be measured.
  public long unmeasuredReps() {
    return unmeasured;
  }
}

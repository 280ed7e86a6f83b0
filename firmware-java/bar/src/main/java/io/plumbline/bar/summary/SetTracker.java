package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.technique.TechniqueJudge.SetVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Gathers reps to sets. A rep belongs to the open set where it begins no later than the set pause after the end of the rep before.
final class SetTracker {
  /// A set of more reps is closed and a new one begun, so that a set's memory and payload are bounded.
  static final int MAX_REPS = 500;
  private static final double NS_PER_S = 1e9;
  /// What comes to the pipeline's longest wait: the rep itself, and the settling before it is measured.
  private static final double REPORT_SLACK_S = 15;
  /// How long after its beginning a rep may be told: so long a set stays open after its pause.
  private static final long REPORT_DELAY_NS = (long) ((BarPipeline.LONGEST_WAIT_S + REPORT_SLACK_S) * NS_PER_S);

  private StreamContext context;
  private final long pauseNs;
  private final List<RepSummary> reps = new ArrayList<>();
  private int setNumber;
  private int completed;
  private int limitRep;
  private long startNs;
  private long endNs;

  SetTracker(StreamContext context) {
    this.context = context;
    this.pauseNs = context.setPause().toNanos();
  }

  /// Another lift from now on, between two sets.
  void change(StreamContext next) {
    context = next;
  }

  /// Whether a rep that begins at this time belongs to a new set, so that the open one is to be closed first.
  boolean isOver(long repStartNs) {
    return isOpen() && (repStartNs - endNs > pauseNs || reps.size() >= MAX_REPS);
  }

  /// Whether no rep can come any more that belongs to the open set. While the bar moves, reps of before may still wait to be measured.
  boolean isOverdue(long nowNs, Phase phase) {
    return isOpen() && phase == Phase.REST && nowNs - endNs > pauseNs + REPORT_DELAY_NS;
  }

  boolean isOpen() {
    return !reps.isEmpty();
  }

  /// Set number of the next rep.
  int setOfNextRep() {
    return isOpen() ? setNumber : setNumber + 1;
  }

  /// Rep number of the next rep.
  int numberOfNextRep() {
    return reps.size() + 1;
  }

  void add(RepSummary rep, long repStartNs, long repEndNs) {
    if (!isOpen()) {
      setNumber++;
      completed = 0;
      limitRep = 0;
      startNs = repStartNs;
      endNs = repEndNs;
    }
    reps.add(rep);
    completed += isLifted(rep) ? 1 : 0;
    endNs = Math.max(endNs, repEndNs);
  }

  /// The rep that was added last reached the technical limit.
  void reachLimit() {
    limitRep = limitRep == 0 ? reps.size() : limitRep;
  }

  /// The open set's number, or the last one's; 0 before the first.
  int setNumber() {
    return setNumber;
  }

  /// Completed reps of the open set.
  int completedReps() {
    return isOpen() ? completed : 0;
  }

  /// Closes the open set.
  ///
  /// @param verdict what is to be said of its technique
  SetSummary close(RecordKey key, SetSummary.EndReason reason, SetVerdict verdict) {
    List<RepSummary> done = reps.stream().filter(SetTracker::isLifted).toList();
    OptionalDouble best = done.stream().mapToDouble(rep -> rep.velocity().meanConcentricMps()).max();
    OptionalDouble rangeOfMotion = done.stream().mapToDouble(rep -> rep.motion().rangeOfMotionM()).average();
    Double last = done.isEmpty() ? null : done.getLast().velocity().meanConcentricMps();
    double lossMps = last == null ? Double.NaN : best.orElseThrow() - last;
    Load load = load();
    double loadKg = load.totalKg() == null ? Double.NaN : load.totalKg();
    SetSummary set = new SetSummary(key, null, startNs, Rounding.to(Rounding.MOTION, (endNs - startNs) / NS_PER_S),
        context.athlete(), context.exercise(), setNumber, done.size(), reps.size() - done.size(),
        reps.stream().map(rep -> rep.key().sequence()).toList(), load, rounded(best), last,
        Rounding.orNull(Rounding.MOTION, lossMps),
        Rounding.orNull(Rounding.PERCENT, 100 * lossMps / best.orElse(Double.NaN)), rounded(rangeOfMotion),
        Rounding.orNull(Rounding.MASS, loadKg * done.size()), TechniqueMapper.changes(verdict.changes()),
        endReason(reason), limitRep == 0 ? null : Integer.valueOf(limitRep),
        TechniqueMapper.findings(verdict.findings(), Finding.MAX_FINDINGS));
    reps.clear();
    return set;
  }

  /// Whoever stops with the rep that reached the limit, or cannot help the next one, has ended the set for technique.
  private SetSummary.EndReason endReason(SetSummary.EndReason reason) {
    boolean stopped = limitRep > 0 && reps.size() - limitRep <= 1;
    return stopped && reason != SetSummary.EndReason.CONTEXT_CHANGED ? SetSummary.EndReason.TECHNIQUE : reason;
  }

  /// The best known load: that of the last rep that was weighed, else of the last rep.
  private Load load() {
    return reps.stream().map(RepSummary::load).filter(load -> load.source() == Load.Source.WEIGHED)
        .reduce((first, second) -> second).orElse(reps.getLast().load());
  }

  private static boolean isLifted(RepSummary rep) {
    return rep.outcome().isLifted();
  }

  private static @Nullable Double rounded(OptionalDouble value) {
    return value.isPresent() ? Rounding.orNull(Rounding.MOTION, value.getAsDouble()) : null;
  }
}

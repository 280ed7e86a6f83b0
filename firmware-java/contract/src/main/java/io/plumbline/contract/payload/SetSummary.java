package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One set, closed.
///
/// @param startTimeNs                start of the first rep on the monotonic clock
/// @param durationS                  from the start of the first rep to the end of the last
/// @param key                        identity
/// @param wallTime                   when it began, null where no clock is known (a recording)
/// @param athlete                    who lifted, null where not known
/// @param exercise                   what was lifted
/// @param setNumber                  set within this journal, from 1
/// @param completedReps              reps that were finished
/// @param failedReps                 reps that were begun and not finished
/// @param repSequences               `key.sequence` of the set's reps, in order
/// @param load                       what was on the bar
/// @param bestMeanConcentricMps      best mean concentric velocity of the completed reps, null where there is none
/// @param lastMeanConcentricMps      mean concentric velocity of the last completed rep
/// @param velocityLossMps            best minus last
/// @param velocityLossPercent        the same in % of the best, null where not known
/// @param meanRangeOfMotionM         mean over the completed reps
/// @param tonnageKg                  load times lifted reps, bar included; null where the load is not known
/// @param changes                    how the measures changed from the set's first reps, null from a bar that does not tell
/// @param endReason                  why it was closed
/// @param techniqueLimitRep          rep at which the athlete's technical limit was reached and STOP was told, null where it was not
/// @param findings                   rules of technique that the set touched
public record SetSummary(RecordKey key, @Nullable WallTime wallTime, long startTimeNs, @Bounds(min = 0) double durationS, @Nullable String athlete,
  Exercise exercise, @Bounds(min = 1) int setNumber, @Bounds(min = 0) int completedReps, @Bounds(min = 0) int failedReps, @Bounds(min = 1, entries = SetSummary.MAX_REPS) List<Long> repSequences, Load load,
  @Nullable Double bestMeanConcentricMps, @Nullable Double lastMeanConcentricMps, @Nullable Double velocityLossMps, @Nullable Double velocityLossPercent,
  @Bounds(min = 0) @Nullable Double meanRangeOfMotionM, @Bounds(min = 0) @Nullable Double tonnageKg,
  @Bounds(entries = Change.MAX_CHANGES) @Nullable List<Change> changes, EndReason endReason, @Bounds(min = 1) @Nullable Integer techniqueLimitRep, @Bounds(entries = Finding.MAX_FINDINGS) List<Finding> findings) implements Payload {
  /// Most reps of one set: whoever closes sets closes one at this number.
  public static final int MAX_REPS = 1000;

  /// Why a set was closed.
  public enum EndReason {
    /// A reason that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// No rep for the set pause.
    @JsonProperty("pause")
    PAUSE,
    /// Athlete or exercise changed.
    @JsonProperty("context-changed")
    CONTEXT_CHANGED,
    /// The program or the recording ended.
    @JsonProperty("end-of-stream")
    END_OF_STREAM,
    /// Ended at the athlete's technical limit; missing reps are no failure.
    @JsonProperty("technique")
    TECHNIQUE
  }

  public SetSummary {
    Check.present("key", key);
    Check.notNegative("duration_s", durationS);
    Check.optionalText("athlete", athlete);
    Check.present("exercise", exercise);
    Check.atLeast("set_number", setNumber, 1);
    Check.atLeast("completed_reps", completedReps, 0);
    Check.atLeast("failed_reps", failedReps, 0);
    repSequences = Check.list("rep_sequences", repSequences, MAX_REPS);
    for (Long sequence : repSequences) {
      Check.atLeast("rep_sequences", sequence, 1);
    }
    Check.present("load", load);
    Check.finite("best_mean_concentric_mps", bestMeanConcentricMps);
    Check.finite("last_mean_concentric_mps", lastMeanConcentricMps);
    Check.finite("velocity_loss_mps", velocityLossMps);
    Check.notNegative("mean_range_of_motion_m", meanRangeOfMotionM);
    Check.finite("velocity_loss_percent", velocityLossPercent);
    Check.notNegative("tonnage_kg", tonnageKg);
    changes = changes == null ? null : Check.list("changes", changes, Change.MAX_CHANGES);
    if (techniqueLimitRep != null) {
      Check.atLeast("technique_limit_rep", techniqueLimitRep, 1);
    }
    Check.present("end_reason", endReason);
    findings = Check.list("findings", findings, Finding.MAX_FINDINGS);
  }
}

package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One set, closed.
///
/// @param startTimeNs                start of the first rep on the monotonic clock
/// @param durationS                  from the start of the first rep to the end of the last
/// @param repSequences               `key.sequence` of the set's reps, in order
/// @param bestMeanConcentricMps      best mean concentric velocity of the completed reps, null where there is none
/// @param lastMeanConcentricMps      mean concentric velocity of the last completed rep
/// @param velocityLossMps            best minus last
/// @param meanRangeOfMotionM         mean over the completed reps
public record SetSummary(RecordKey key, @Nullable WallTime wallTime, long startTimeNs, double durationS, @Nullable String athlete,
  Exercise exercise, int setNumber, int completedReps, int failedReps, List<Long> repSequences, Load load,
  @Nullable Double bestMeanConcentricMps, @Nullable Double lastMeanConcentricMps, @Nullable Double velocityLossMps,
  @Nullable Double meanRangeOfMotionM, EndReason endReason, List<Finding> findings) implements Payload {
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
    Check.notNegative("set_number", setNumber);
    Check.notNegative("completed_reps", completedReps);
    Check.notNegative("failed_reps", failedReps);
    repSequences = List.copyOf(Check.present("rep_sequences", repSequences));
    Check.present("load", load);
    Check.finite("best_mean_concentric_mps", bestMeanConcentricMps);
    Check.finite("last_mean_concentric_mps", lastMeanConcentricMps);
    Check.finite("velocity_loss_mps", velocityLossMps);
    Check.notNegative("mean_range_of_motion_m", meanRangeOfMotionM);
    Check.present("end_reason", endReason);
    findings = List.copyOf(Check.present("findings", findings));
  }
}

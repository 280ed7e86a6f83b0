package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What the bar is doing now: at once when a rep reaches its top, else on change and at most twice a second.
///
/// @param phase                            what the bar is doing
/// @param athlete                          who lifts, null where not known
/// @param exercise                         what is lifted
/// @param setNumber                        set within this journal, 0 before the first
/// @param repsInSet                        completed reps of the current set
/// @param lastMeanConcentricMps            provisional velocity of the rep that has just reached its top, before its summary is out
/// @param loadLeftKg                       plates on the left side, weighed; null without load cells
/// @param loadRightKg                      plates on the right side, weighed; null without load cells
/// @param batteryPercent                   0 to 100, null where not measured
/// @param health                           condition of the bar
/// @param healthReason                     one sentence for a person, null while health is ok
/// @param healthMend                       what a person can do about it, null where nothing is known
/// @param plannedReps                      reps that the set shall have, null where nobody said
/// @param top                              the rep that has just reached its top, null once its summary is out
public record State(Phase phase, @Nullable String athlete, Exercise exercise, @Bounds(min = 0) int setNumber, @Bounds(min = 0) int repsInSet,
  @Nullable Double lastMeanConcentricMps, @Nullable Double loadLeftKg, @Nullable Double loadRightKg, @Bounds(min = 0, max = 100) @Nullable Double batteryPercent,
  Health health, @Nullable String healthReason, @Nullable String healthMend, @Bounds(min = 1, max = 1000) @Nullable Integer plannedReps,
  @Nullable Top top) implements Payload {
  /// Condition of the bar.
  public enum Health {
    /// A condition that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Starting, not measuring yet.
    @JsonProperty("starting")
    STARTING,
    /// The sensors test themselves, not measuring meanwhile.
    @JsonProperty("self-test")
    SELF_TEST,
    /// Somebody calibrates it, not measuring meanwhile.
    @JsonProperty("calibrating")
    CALIBRATING,
    /// All sensors deliver.
    @JsonProperty("ok")
    OK,
    /// Measuring with less than all sensors.
    @JsonProperty("degraded")
    DEGRADED,
    /// Not measuring.
    @JsonProperty("fault")
    FAULT
  }

  public State {
    Check.present("phase", phase);
    Check.optionalText("athlete", athlete);
    Check.present("exercise", exercise);
    Check.atLeast("set_number", setNumber, 0);
    Check.atLeast("reps_in_set", repsInSet, 0);
    Check.finite("last_mean_concentric_mps", lastMeanConcentricMps);
    Check.finite("load_left_kg", loadLeftKg);
    Check.finite("load_right_kg", loadRightKg);
    if (batteryPercent != null) {
      Check.range("battery_percent", batteryPercent, 0, 100);
    }
    Check.present("health", health);
    Check.optionalText("health_reason", healthReason);
    Check.optionalText("health_mend", healthMend);
    if (plannedReps != null) {
      Check.range("planned_reps", plannedReps, 1, 1000);
    }
  }

  /// Without planned reps and without a rep at its top.
  public State(Phase phase, @Nullable String athlete, Exercise exercise, int setNumber, int repsInSet,
      @Nullable Double lastMeanConcentricMps, @Nullable Double loadLeftKg, @Nullable Double loadRightKg,
      @Nullable Double batteryPercent, Health health, @Nullable String healthReason, @Nullable String healthMend) {
    this(phase, athlete, exercise, setNumber, repsInSet, lastMeanConcentricMps, loadLeftKg, loadRightKg, batteryPercent,
        health, healthReason, healthMend, null, null);
  }
}

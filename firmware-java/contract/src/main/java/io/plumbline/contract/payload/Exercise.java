package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// The lifts the system knows by name.
public enum Exercise {
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN("unknown"),
  @JsonProperty("deadlift-conventional")
  DEADLIFT_CONVENTIONAL("deadlift-conventional"),
  @JsonProperty("deadlift-sumo")
  DEADLIFT_SUMO("deadlift-sumo"),
  @JsonProperty("deadlift-trap-bar")
  DEADLIFT_TRAP_BAR("deadlift-trap-bar"),
  @JsonProperty("deadlift-deficit")
  DEADLIFT_DEFICIT("deadlift-deficit"),
  @JsonProperty("deadlift-block")
  DEADLIFT_BLOCK("deadlift-block"),
  @JsonProperty("romanian-deadlift")
  ROMANIAN_DEADLIFT("romanian-deadlift"),
  @JsonProperty("squat")
  SQUAT("squat"),
  @JsonProperty("bench-press")
  BENCH_PRESS("bench-press"),
  @JsonProperty("row")
  ROW("row"),
  @JsonProperty("overhead-press")
  OVERHEAD_PRESS("overhead-press"),
  @JsonProperty("good-morning")
  GOOD_MORNING("good-morning");

  private final String id;

  Exercise(String id) {
    this.id = id;
  }

  /// The id used in JSON, in recordings and in URLs.
  public String id() {
    return id;
  }

  /// The exercise with this id, or empty where there is none.
  public static Optional<Exercise> fromId(String id) {
    return Arrays.stream(values()).filter(exercise -> exercise.id.equals(id)).findFirst();
  }
}

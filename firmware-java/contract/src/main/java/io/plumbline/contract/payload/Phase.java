package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What the bar is doing.
public enum Phase {
  /// A phase that this version does not know.
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN,
  /// Still, on the floor, in a rack or in quiet hands.
  @JsonProperty("rest")
  REST,
  /// Force rises, nothing moves: the slack pull.
  @JsonProperty("tension")
  TENSION,
  /// The bar rises.
  @JsonProperty("ascent")
  ASCENT,
  /// The top of a rep.
  @JsonProperty("lockout")
  LOCKOUT,
  /// The bar goes down.
  @JsonProperty("descent")
  DESCENT,
  /// The plates touch the floor between reps.
  @JsonProperty("floor")
  FLOOR
}

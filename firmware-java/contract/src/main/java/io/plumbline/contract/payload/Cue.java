package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Something to tell the lifter at once. A receiver that gets it later than `validForMs` after it was issued drops it.
///
/// @param cueId      unique within the bar
/// @param kind       what it asks for
/// @param timeNs     monotonic clock of the bar when it was decided
/// @param wallTime   wall clock at that moment, null where none is known
/// @param validForMs how long after that moment it may be told
/// @param text       what to show
/// @param rule       id of the rule behind it, as in [Finding], so that receivers can choose; null where there is none
public record Cue(@Bounds(id = true) String cueId, Kind kind, long timeNs, @Nullable WallTime wallTime, @Bounds(min = 0) int validForMs, String text, @Bounds(id = true) @Nullable String rule) implements Payload {
  /// What a cue asks for.
  public enum Kind {
    /// A kind that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// End the set now.
    @JsonProperty("stop")
    STOP,
    /// A finding that may be told at once.
    @JsonProperty("finding")
    FINDING,
    /// A rep was counted.
    @JsonProperty("rep-counted")
    REP_COUNTED
  }

  public Cue {
    Check.id("cue_id", cueId);
    Check.present("kind", kind);
    Check.atLeast("valid_for_ms", validForMs, 0);
    Check.text("text", text);
    if (rule != null) {
      Check.id("rule", rule);
    }
  }
}

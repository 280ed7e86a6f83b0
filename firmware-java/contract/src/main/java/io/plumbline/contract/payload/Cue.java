package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Something to tell the lifter at once. A receiver that gets it later than `validForMs` after it was issued drops it.
///
/// @param cueId    unique within the bar
/// @param timeNs   monotonic clock of the bar when it was decided
/// @param wallTime wall clock at that moment, null where none is known
/// @param text     what to show
public record Cue(String cueId, Kind kind, long timeNs, @Nullable WallTime wallTime, int validForMs, String text) implements Payload {
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
    Check.notNegative("valid_for_ms", validForMs);
    Check.text("text", text);
  }
}

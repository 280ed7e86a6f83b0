package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The answer to a [Command], on `cmd/<name>/result`.
///
/// @param correlationId that of the request; [#UNREADABLE] where it could not be read
/// @param status        what became of it
/// @param reason        one sentence why not, null where it was carried out
/// @param effect        one sentence what was done and what changed, null where it was not carried out
public record CommandResult(@Bounds(id = true) String correlationId, Status status, @Nullable String reason, @Nullable String effect) implements Payload {
  /// Stands for the correlation id of a request that has none that can be read.
  public static final String UNREADABLE = "unreadable";

  /// What became of a command.
  public enum Status {
    /// A status that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Carried out.
    @JsonProperty("done")
    DONE,
    /// Understood, and not carried out now.
    @JsonProperty("refused")
    REFUSED,
    /// Tried, and failed.
    @JsonProperty("failed")
    FAILED
  }

  public CommandResult {
    Check.id("correlation_id", correlationId);
    Check.present("status", status);
    Check.optionalText("reason", reason);
    Check.optionalText("effect", effect);
  }
}

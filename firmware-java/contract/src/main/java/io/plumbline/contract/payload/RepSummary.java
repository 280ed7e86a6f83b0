package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rep, measured.
///
/// @param key         identity
/// @param wallTime    when it began, null where no clock is known (a recording)
/// @param startTimeNs start of the concentric phase on the monotonic clock of the bar (of the recording)
/// @param setNumber   set within this journal, from 1
/// @param repNumber   rep within the set, from 1; failed attempts have a number too
public record RepSummary(RecordKey key, @Nullable WallTime wallTime, long startTimeNs, @Nullable String athlete, Exercise exercise, int setNumber,
  int repNumber, Outcome outcome, Velocity velocity, Motion motion, Path path, Load load, List<QualityFlag> quality,
  List<Finding> findings) implements Payload {
  /// How a rep ended.
  public enum Outcome {
    /// An outcome that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Lifted.
    @JsonProperty("completed")
    COMPLETED,
    /// Begun and not finished.
    @JsonProperty("failed")
    FAILED
  }

  public RepSummary {
    Check.present("key", key);
    Check.optionalText("athlete", athlete);
    Check.present("exercise", exercise);
    Check.notNegative("set_number", setNumber);
    Check.notNegative("rep_number", repNumber);
    Check.present("outcome", outcome);
    Check.present("velocity", velocity);
    Check.present("motion", motion);
    Check.present("path", path);
    Check.present("load", load);
    quality = List.copyOf(Check.present("quality", quality));
    findings = List.copyOf(Check.present("findings", findings));
  }
}

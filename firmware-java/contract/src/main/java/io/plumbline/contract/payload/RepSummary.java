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
/// @param athlete     who lifted, null where not known
/// @param exercise    what was lifted
/// @param setNumber   set within this journal, from 1
/// @param repNumber   rep within the set, from 1; failed attempts have a number too
/// @param outcome     how it ended
/// @param velocity    how fast the bar went
/// @param motion      how far, and how long it took
/// @param path        how straight
/// @param load        what was on the bar
/// @param quality     what a reader should know before trusting it, empty where there is nothing
/// @param findings    rules of technique that the rep touched
public record RepSummary(RecordKey key, @Nullable WallTime wallTime, long startTimeNs, @Nullable String athlete, Exercise exercise, @Bounds(min = 1) int setNumber,
  @Bounds(min = 1) int repNumber, Outcome outcome, Velocity velocity, Motion motion, Path path, Load load, @Bounds(entries = RepSummary.MAX_FLAGS) List<QualityFlag> quality,
  @Bounds(entries = Finding.MAX_FINDINGS) List<Finding> findings) implements Payload {
  /// Most quality flags of one rep; more than there are today, so that later versions can add some.
  public static final int MAX_FLAGS = 32;

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
    Check.atLeast("set_number", setNumber, 1);
    Check.atLeast("rep_number", repNumber, 1);
    Check.present("outcome", outcome);
    Check.present("velocity", velocity);
    Check.present("motion", motion);
    Check.present("path", path);
    Check.present("load", load);
    quality = Check.list("quality", quality, MAX_FLAGS);
    findings = Check.list("findings", findings, Finding.MAX_FINDINGS);
  }
}

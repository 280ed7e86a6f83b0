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
/// @param energy      what the lifter put into the bar, null where nothing of it is known, as for the groups that follow
/// @param slack       how the slack was pulled
/// @param symmetry    how evenly both sides worked
/// @param landing     how the bar came back to the floor
/// @param lockout     how it was held at the top
/// @param quality     what a reader should know before trusting it, empty where there is nothing
/// @param findings    rules of technique that the rep touched
/// @param positives   good signs of technique, in the same shape; null from a bar that judges none
/// @param suggestedExercise what it looks like where nobody said what was lifted, null where somebody did or it looks like nothing
public record RepSummary(RecordKey key, @Nullable WallTime wallTime, long startTimeNs, @Nullable String athlete, Exercise exercise, @Bounds(min = 1) int setNumber,
  @Bounds(min = 1) int repNumber, Outcome outcome, Velocity velocity, Motion motion, Path path, Load load,
  @Nullable Energy energy, @Nullable Slack slack, @Nullable Symmetry symmetry, @Nullable Landing landing,
  @Nullable Lockout lockout, @Bounds(entries = RepSummary.MAX_FLAGS) List<QualityFlag> quality,
  @Bounds(entries = Finding.MAX_FINDINGS) List<Finding> findings,
  @Bounds(entries = RepSummary.MAX_POSITIVES) @Nullable List<Finding> positives, @Nullable Exercise suggestedExercise) implements Payload {
  /// Most quality flags of one rep; more than there are today, so that later versions can add some.
  public static final int MAX_FLAGS = 32;
  /// Most good signs of one rep.
  public static final int MAX_POSITIVES = 8;

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
    FAILED,
    /// Lifted, but the bar stood or sank on its way.
    @JsonProperty("hitched")
    HITCHED,
    /// Pulled at, and the plates never left the floor: its velocities and its range of motion are 0.
    @JsonProperty("no-lift-off")
    NO_LIFT_OFF;

    /// Whether the bar came to its top: a hitched rep is done too.
    public boolean isLifted() {
      return this == COMPLETED || this == HITCHED;
    }
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
    positives = positives == null ? null : Check.list("positives", positives, MAX_POSITIVES);
  }
}

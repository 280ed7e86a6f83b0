package io.plumbline.daemon.domain.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an athlete feels, told in a few taps after a session or on a day after it.
///
/// @param soreness         0 nothing, 10 the worst there is
/// @param areas            where it is felt, empty where nowhere or not told
/// @param side             one side or both, null where not told
/// @param since            when it began, null where not told
/// @param morningStiffness null where not told
/// @param sharp            sharp rather than dull
/// @param spreading        spreading to somewhere else, as into a leg
/// @param rpe              how hard the session was as a whole, 1 to 10, null where not told
public record CheckIn(String id, Instant at, int soreness, List<Area> areas, @Nullable Side side,
    @Nullable Instant since,
    @Nullable MorningStiffness morningStiffness, boolean sharp, boolean spreading, @Nullable Double rpe,
    @Nullable String note) implements LogEntry {
  /// Parts of the body.
  public enum Area {
    LOWER_BACK,
    UPPER_BACK,
    NECK,
    SHOULDER,
    HIP,
    GLUTES,
    HAMSTRINGS,
    QUADRICEPS,
    KNEE,
    OTHER
  }

  /// Which side of the body.
  public enum Side {
    LEFT,
    RIGHT,
    BOTH;

    /// Whether only one side is meant.
    public boolean isOne() {
      return this != BOTH;
    }
  }

  /// How long the body stays stiff after getting up.
  public enum MorningStiffness {
    NONE,
    UNDER_HALF_AN_HOUR,
    HALF_AN_HOUR_OR_LONGER
  }

  public CheckIn {
    Check.id("id", id);
    Check.when("at", at);
    Check.range("soreness", soreness, 0, 10);
    areas = areas.stream().distinct().sorted().toList();
    Check.when("since", since);
    if (since != null) {
      Check.order("since", since, "at", !at.isBefore(since));
    }
    Check.rpe(rpe);
    Check.note(note);
  }
}

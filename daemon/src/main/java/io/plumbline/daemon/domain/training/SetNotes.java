package io.plumbline.daemon.domain.training;

import org.jspecify.annotations.Nullable;

/// What a person tells of a set, which no sensor sees. Everything is null where nobody told it.
///
/// @param role   what the set was for; where it is null, whoever needs it judges by the load
/// @param belted whether a belt was worn
/// @param rpe    rating of perceived exertion, 1 to 10
public record SetNotes(@Nullable Role role, @Nullable Boolean belted, @Nullable Grip grip, @Nullable Double rpe,
    @Nullable String note) {
  /// Nothing told.
  public static final SetNotes NONE = new SetNotes(null, null, null, null, null);

  /// What a set is for.
  public enum Role {
    WARM_UP,
    WORKING
  }

  /// How the bar is held.
  public enum Grip {
    DOUBLE_OVERHAND,
    HOOK,
    /// One palm forward: the left one.
    MIXED_LEFT_UNDER,
    /// One palm forward: the right one.
    MIXED_RIGHT_UNDER,
    STRAPS
  }

  public SetNotes {
    Check.rpe(rpe);
    Check.note(note);
  }
}

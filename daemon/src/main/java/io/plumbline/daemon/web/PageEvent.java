package io.plumbline.daemon.web;

import org.jspecify.annotations.Nullable;

/// One event on its way to a page.
///
/// @param name    what the page listens for
/// @param slot    of events with the same slot only the newest counts; null where each one counts
/// @param privacy whose it is; null where it is everybody's
record PageEvent(String name, String json, @Nullable String slot, @Nullable Privacy privacy) {
  /// Whose an event is.
  ///
  /// @param lifter  the name at the bar, null where nobody holds it
  /// @param others  what an athlete gets of whom it is not; null for nothing
  /// @param strict  whether what is nobody's is kept back too
  record Privacy(@Nullable String lifter, @Nullable String others, boolean strict) {}

  static PageEvent each(String name, String json) {
    return new PageEvent(name, json, null, null);
  }

  static PageEvent newest(String name, String barId, String json) {
    return new PageEvent(name, json, name + " " + barId, null);
  }

  /// The same, of a lifter at a bar.
  PageEvent of(@Nullable String lifter) {
    return new PageEvent(name, json, slot, new Privacy(lifter, null, false));
  }

  /// The same, for whose it is alone: what is kept of a rep that nobody is named in is the coach's.
  PageEvent ownedBy(@Nullable String lifter) {
    return new PageEvent(name, json, slot, new Privacy(lifter, null, true));
  }

  /// The same, of a lifter at a bar, of which others get something else.
  PageEvent of(@Nullable String lifter, String others) {
    return new PageEvent(name, json, slot, new Privacy(lifter, others, false));
  }

  /// What an athlete gets of it; null for nothing.
  @Nullable
  PageEvent seenBy(OwnNames own) {
    if (privacy == null || (privacy.strict ? own.isOwn(privacy.lifter) : own.mayKnow(privacy.lifter))) {
      return this;
    }
    return privacy.others == null ? null : new PageEvent(name, privacy.others, slot, null);
  }
}

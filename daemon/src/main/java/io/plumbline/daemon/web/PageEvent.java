package io.plumbline.daemon.web;

import org.jspecify.annotations.Nullable;

/// One event on its way to a page.
///
/// @param name what the page listens for
/// @param slot of events with the same slot only the newest counts; null where each one counts
record PageEvent(String name, String json, @Nullable String slot) {
  static PageEvent each(String name, String json) {
    return new PageEvent(name, json, null);
  }

  static PageEvent newest(String name, String barId, String json) {
    return new PageEvent(name, json, name + " " + barId);
  }
}

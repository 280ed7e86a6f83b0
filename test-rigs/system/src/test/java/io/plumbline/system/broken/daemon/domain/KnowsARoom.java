package io.plumbline.system.broken.daemon.domain;

import io.plumbline.system.broken.daemon.web.TalksToEverybody;

/// Sees a room.
public final class KnowsARoom {
  Class<?> room() {
    return TalksToEverybody.class;
  }
}

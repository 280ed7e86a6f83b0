package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An accessory exercise, ticked.
///
/// @param sets how many, null where only ticked
public record AccessoryEntry(String id, Instant at, Accessory accessory, @Nullable Integer sets, @Nullable String note)
    implements
      LogEntry {
  /// The accessories that are counted by the week.
  public enum Accessory {
    BIRD_DOG,
    SIDE_PLANK,
    CURL_UP,
    GLUTE_BRIDGE,
    HIP_THRUST,
    PALLOF_PRESS,
    GOOD_MORNING
  }

  public AccessoryEntry {
    Check.id("id", id);
    Check.when("at", at);
    Check.range("sets", sets, 1, 100);
    Check.note(note);
  }
}

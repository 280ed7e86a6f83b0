package io.plumbline.daemon.homeassistant;

import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.WallTime;
import org.jspecify.annotations.Nullable;

/// Whether a summary is of now. A bar that was out of reach sends what it measured meanwhile; Home Assistant would take that for just lifted. Where the bar's
/// clock was synchronised its time says it, else whether the bar is at that very set. Stateless.
final class Freshness {
  private static final long LONGEST_MS = 30_000;
  /// A bar closes a set a minute after its last rep, where nobody told it another pause.
  private static final long SET_PAUSE_MS = 60_000;

  private Freshness() {}

  /// @param state of the bar, null where it has said none
  static boolean isOfNow(RepSummary rep, @Nullable State state, long nowMs) {
    WallTime began = rep.wallTime();
    if (began != null && began.synchronised()) {
      return isWithin(nowMs - began.epochMs() - Math.round(rep.motion().concentricS() * 1e3), LONGEST_MS);
    }
    return state != null && state.setNumber() == rep.setNumber() && state.repsInSet() <= rep.repNumber();
  }

  /// @param state of the bar, null where it has said none
  static boolean isOfNow(SetSummary set, @Nullable State state, long nowMs) {
    WallTime began = set.wallTime();
    if (began != null && began.synchronised()) {
      return isWithin(nowMs - began.epochMs() - Math.round(set.durationS() * 1e3), SET_PAUSE_MS + LONGEST_MS);
    }
    int behind = state == null ? -1 : state.setNumber() - set.setNumber();
    return behind == 0 || behind == 1;
  }

  /// Two clocks differ a little, so that something may seem to come.
  private static boolean isWithin(long ageMs, long longestMs) {
    return ageMs >= -LONGEST_MS && ageMs <= longestMs;
  }
}

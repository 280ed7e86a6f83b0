package io.plumbline.bar.cue;

import io.plumbline.bar.config.LocalCue;
import io.plumbline.contract.payload.Cue;
import io.plumbline.core.technique.CueKind;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// Hands cues from the thread that decides them to the one that plays them: of each kind the latest one counts. Neither waits or allocates.
/// Thread-safe.
final class CueBox {
  /// There is none of this kind.
  static final long NONE = Long.MIN_VALUE;
  private static final long NS_PER_MS = 1_000_000;

  private final AtomicLongArray untilNs = new AtomicLongArray(LocalCue.values().length);

  CueBox() {
    for (int i = 0; i < untilNs.length(); i++) {
      untilNs.set(i, NONE);
    }
  }

  /// Which it is at the bar; null for what is not told there.
  static @Nullable LocalCue local(Cue cue) {
    return switch (cue.kind()) {
      case STOP -> LocalCue.STOP;
      case REP_COUNTED -> LocalCue.REP_COUNTED;
      case FINDING -> finding(cue.rule());
      case UNKNOWN -> null;
    };
  }

  private static @Nullable LocalCue finding(@Nullable String rule) {
    if (CueKind.UNEVEN_PLATES.rule().equals(rule)) {
      return LocalCue.UNEVEN_PLATES;
    }
    if (CueKind.JERKED_START.rule().equals(rule)) {
      return LocalCue.JERKED_START;
    }
    return CueKind.FORWARD_DRIFT.rule().equals(rule) ? LocalCue.FORWARD_DRIFT : null;
  }

  /// Puts a cue in.
  ///
  /// @return whether it is one that is told at the bar
  boolean put(Cue cue) {
    LocalCue local = local(cue);
    if (local == null) {
      return false;
    }
    untilNs.set(local.ordinal(), cue.timeNs() + cue.validForMs() * NS_PER_MS);
    return true;
  }

  /// Takes a cue out.
  ///
  /// @return until when it may be told, on the clock of the samples; [#NONE] where there is none
  long take(LocalCue cue) {
    return untilNs.getAndSet(cue.ordinal(), NONE);
  }
}

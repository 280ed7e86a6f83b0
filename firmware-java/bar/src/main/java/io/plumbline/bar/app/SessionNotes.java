package io.plumbline.bar.app;

import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Exercise;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the summaries of a session depend on beside samples and configuration.
///
/// @param athlete who lifts, null where not known
record SessionNotes(String journalId, Exercise exercise, @Nullable String athlete, Duration setPause) {
  private static final String EXERCISE = "exercise";
  private static final String ATHLETE = "athlete";
  private static final String SET_PAUSE_MS = "set_pause_ms";

  Map<String, String> toMetadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(EXERCISE, exercise.id());
    if (athlete != null) {
      metadata.put(ATHLETE, athlete);
    }
    metadata.put(SET_PAUSE_MS, String.valueOf(setPause.toMillis()));
    return metadata;
  }

  /// What the summaries of a source need to know.
  StreamContext context(String barId, FrameSource source) {
    return new StreamContext(barId, journalId, source.mode(), source.setup(), source.channels(), source.exercise(),
        athlete, setPause, source.calibrationIds());
  }

  /// What is missing or no longer understood is as it would be without a word about it.
  static SessionNotes of(String journalId, Map<String, String> metadata) {
    String pause = metadata.getOrDefault(SET_PAUSE_MS, "");
    return new SessionNotes(journalId,
        Exercise.fromId(metadata.getOrDefault(EXERCISE, "")).orElse(Exercise.UNKNOWN), metadata.get(ATHLETE),
        pause.matches("[1-9][0-9]{0,8}") ? Duration.ofMillis(Long.parseLong(pause)) : StreamContext.DEFAULT_SET_PAUSE);
  }
}

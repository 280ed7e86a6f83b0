package io.plumbline.bar.app;

import io.plumbline.bar.state.BaselineText;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Baseline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the summaries of a session depend on beside samples and configuration.
///
/// @param athlete  who lifts, null where not known
/// @param baseline what is usual for the athlete, null where nothing is known
record SessionNotes(String journalId, Exercise exercise, @Nullable String athlete, Duration setPause,
    @Nullable Baseline baseline) {
  private static final String EXERCISE = "exercise";
  private static final String ATHLETE = "athlete";
  private static final String SET_PAUSE_MS = "set_pause_ms";
  private static final String BASELINE = "baseline.";

  Map<String, String> toMetadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(EXERCISE, exercise.id());
    if (athlete != null) {
      metadata.put(ATHLETE, athlete);
    }
    metadata.put(SET_PAUSE_MS, String.valueOf(setPause.toMillis()));
    if (baseline != null) {
      BaselineText.of(baseline).forEach((measure, text) -> metadata.put(BASELINE + measure, text));
    }
    return metadata;
  }

  /// What the summaries of a source need to know.
  StreamContext context(String barId, FrameSource source) {
    return new StreamContext(barId, journalId, source.mode(), source.setup(), source.channels(), source.exercise(),
        athlete, setPause, baseline, source.calibrationIds());
  }

  /// What is missing or no longer understood is as it would be without a word about it.
  static SessionNotes of(String journalId, Map<String, String> metadata) {
    String pause = metadata.getOrDefault(SET_PAUSE_MS, "");
    return new SessionNotes(journalId,
        Exercise.fromId(metadata.getOrDefault(EXERCISE, "")).orElse(Exercise.UNKNOWN), metadata.get(ATHLETE),
        pause.matches("[1-9][0-9]{0,8}") ? Duration.ofMillis(Long.parseLong(pause)) : StreamContext.DEFAULT_SET_PAUSE,
        baseline(metadata));
  }

  private static @Nullable Baseline baseline(Map<String, String> metadata) {
    Baseline baseline = null;
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      if (entry.getKey().startsWith(BASELINE)) {
        baseline = baseline == null ? new Baseline() : baseline;
        try {
          BaselineText.restore(baseline, entry.getKey().substring(BASELINE.length()), entry.getValue());
        } catch (IllegalArgumentException e) {
          // Another version learned more than this one knows.
        }
      }
    }
    return baseline;
  }
}

package io.plumbline.daemon.domain.training;

import java.time.Instant;
import java.util.List;

/// Judges histories, for those who show what comes of it. Pure and thread-safe: the same history on the same instant comes to the same. Its answers are records in
/// the JSON form of [TrainingJson].
public interface Advisor {
  /// Everything there is to say.
  Record report(TrainingHistory history, Instant now);

  /// The rules behind it, part by part.
  List<? extends Record> explain(TrainingHistory history, Instant now);

  /// What makes no sense of the numbers that somebody wants to change: one line each, which names the number, the reason and the likely mend.
  List<String> problems(RuleOverrides overrides);
}

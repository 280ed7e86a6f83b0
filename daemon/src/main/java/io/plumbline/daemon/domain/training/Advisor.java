package io.plumbline.daemon.domain.training;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Judges histories, for those who show what comes of it. Pure and thread-safe: the same history on the same instant comes to the same. Its answers are records in
/// the JSON form of [TrainingJson].
public interface Advisor {
  /// Everything there is to say, in the language of a locale; in English where that is not known.
  Record report(TrainingHistory history, Instant now, Locale locale);

  /// The rules behind it, part by part.
  List<? extends Record> explain(TrainingHistory history, Instant now, Locale locale);

  /// The last weeks in numbers, the running one last.
  List<? extends Record> weeks(TrainingHistory history, Instant now, int many);

  /// An athlete at a glance.
  Glimpse glance(TrainingHistory history, Instant now, Locale locale);

  /// What is known of an athlete at a glance, and how much it asks for a look.
  ///
  /// @param shown              in the JSON form of [TrainingJson]
  /// @param flags              that the rules raise
  /// @param suggestions        that they make
  /// @param growthPct   how much more the bars find than in the weeks before
  record Glimpse(Record shown, int flags, int suggestions, double growthPct) {
    /// Who needs a look first comes first.
    public static final Comparator<Glimpse> BY_NEED = Comparator.comparingInt(Glimpse::flags)
        .thenComparingInt(Glimpse::suggestions).thenComparingDouble(Glimpse::growthPct).reversed();
  }

  /// What makes no sense of the numbers that somebody wants to change: one line each, which names the number, the reason and the likely mend.
  List<String> problems(RuleOverrides overrides);
}

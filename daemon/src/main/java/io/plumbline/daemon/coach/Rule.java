package io.plumbline.daemon.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule: looks at what is known and says what it found. Stateless.
abstract class Rule {
  private final String id;
  private final CoachFinding.About about;
  private final List<RuleNumber> numbers;

  /// @param numbers those that it reads
  Rule(String id, CoachFinding.About about, RuleNumber... numbers) {
    this.id = id;
    this.about = about;
    this.numbers = List.of(numbers);
  }

  final String id() {
    return id;
  }

  final CoachFinding.About about() {
    return about;
  }

  final List<RuleNumber> numbers() {
    return numbers;
  }

  /// At least one finding: where there is nothing to say, a quiet one with what was looked at.
  abstract List<CoachFinding> look(View view);

  final CoachFinding finding(CoachFinding.Level level, @Nullable Double value, @Nullable Double limit, String unit,
      List<Basis> basis, String text) {
    return new CoachFinding(id, about, level, value, limit, unit, basis, text);
  }

  final CoachFinding quiet(@Nullable Double value, @Nullable Double limit, String unit, String text) {
    return finding(CoachFinding.Level.QUIET, value, limit, unit, List.of(), text);
  }

  /// Nothing to look at.
  final List<CoachFinding> nothing(String text) {
    return List.of(quiet(null, null, "", text));
  }
}

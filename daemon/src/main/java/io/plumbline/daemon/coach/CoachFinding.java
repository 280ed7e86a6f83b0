package io.plumbline.daemon.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one rule found, or that it looked and had nothing to say.
///
/// @param rule  id of the rule
/// @param about what of the report it belongs to
/// @param value what was found, null where it is not known or not a number
/// @param limit what it is compared with, in the same unit; null where there is none
/// @param unit  of both; findings of every kind share this shape, so the unit cannot be part of the name
/// @param basis sets and entries behind it
/// @param text  for the athlete
public record CoachFinding(String rule, About about, Level level, @Nullable Double value, @Nullable Double limit,
    String unit, List<Basis> basis, String text) {
  /// Parts of a report.
  public enum About {
    READINESS,
    NEXT_LOAD,
    WARM_UP,
    SET,
    VOLUME,
    STRENGTH,
    PROGRESSION,
    REMINDER
  }

  /// How loud it is.
  public enum Level {
    /// The rule looked and has nothing to say.
    QUIET,
    NOTE,
    SUGGESTION,
    FLAG
  }

  public CoachFinding {
    basis = basis.stream().distinct().toList();
  }

  /// Whether there is something to say.
  public boolean fired() {
    return level != Level.QUIET;
  }
}

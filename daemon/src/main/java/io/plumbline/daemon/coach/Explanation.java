package io.plumbline.daemon.coach;

import java.util.List;

/// Which rules stand behind one part of a report.
///
/// @param fired those that had something to say
/// @param quiet those that looked and had not
public record Explanation(CoachFinding.About about, List<Looked> fired, List<Looked> quiet) {
  /// One rule.
  ///
  /// @param numbers  that it reads
  /// @param findings what it found, the quiet ones included
  public record Looked(String rule, List<Used> numbers, List<CoachFinding> findings) {
    public Looked {
      numbers = List.copyOf(numbers);
      findings = List.copyOf(findings);
    }
  }

  /// A number as it held.
  ///
  /// @param id      for overrides, its last word is the unit
  /// @param value   that held
  /// @param usual   the default
  /// @param changed whether it was changed for this athlete
  public record Used(String id, double value, double usual, boolean changed) {
    static Used of(RuleNumber number, Settings settings) {
      return new Used(number.id(), settings.get(number), number.usual(), settings.changed().containsKey(number));
    }
  }

  public Explanation {
    fired = List.copyOf(fired);
    quiet = List.copyOf(quiet);
  }
}

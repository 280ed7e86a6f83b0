package io.plumbline.bar.health;

import java.util.List;

/// How the bar is, and why.
///
/// @param condition the state
/// @param problems  what is wrong, the worst first; empty while all is well or not known yet
/// @param note      what a person may want to know beside it and what is no problem; empty for nothing
public record Verdict(Condition condition, List<Problem> problems, String note) {
  public Verdict {
    problems = List.copyOf(problems);
  }

  /// One line: what is wrong first, else the note; empty where there is nothing to say.
  public String reason() {
    if (problems.isEmpty()) {
      return note;
    }
    int others = problems.size() - 1;
    return problems.getFirst().reason() + (others == 0 ? "" : " (and " + others + " more)");
  }

  /// What is likely to help; empty where nothing is wrong.
  public String mend() {
    return problems.isEmpty() ? "" : problems.getFirst().mend();
  }

  /// State, reason and mend on one line.
  public String line() {
    String reason = reason();
    String mend = mend();
    return condition.word() + (reason.isEmpty() ? "" : ": " + reason) + (mend.isEmpty() ? "" : "; " + mend);
  }
}

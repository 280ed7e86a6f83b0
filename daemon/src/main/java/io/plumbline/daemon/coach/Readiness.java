package io.plumbline.daemon.coach;

import java.util.List;

/// Today's note.
///
/// @param word  the gist
/// @param rules ids of those that it is based on, empty where none has anything to say
/// @param text  for the athlete
public record Readiness(Word word, List<String> rules, String text) {
  /// The gist of it.
  public enum Word {
    /// Nothing speaks against a session as planned.
    AS_PLANNED,
    /// A lighter session suits today.
    LIGHTER,
    /// The lower back has rested for less than is suggested, so something else suits today.
    REST,
    /// Nothing is known to go by.
    UNKNOWN
  }

  public Readiness {
    rules = List.copyOf(rules);
  }

  /// What the rules come to.
  ///
  /// @param findings of all rules
  static Readiness of(View view, List<CoachFinding> findings) {
    List<CoachFinding> told = findings.stream()
        .filter(one -> one.about() == CoachFinding.About.READINESS && one.fired()).toList();
    List<String> rules = told.stream().map(CoachFinding::rule).distinct().toList();
    if (view.bouts.isEmpty() && view.history.checkIns().isEmpty()) {
      return new Readiness(Word.UNKNOWN, rules, view.say("readiness.unknown"));
    }
    boolean resting = told.stream().anyMatch(one -> one.rule().equals("rest-between-sessions")
        && one.level() == CoachFinding.Level.SUGGESTION);
    boolean lighter = SorenessRule.isAbove(view) || LastingSorenessRule.isTold(view)
        || rules.contains("velocity-today");
    Word word = resting ? Word.REST : lighter ? Word.LIGHTER : Word.AS_PLANNED;
    String gist = switch (word) {
      case REST -> view.say("readiness.rest");
      case LIGHTER -> view.say("readiness.lighter");
      case AS_PLANNED, UNKNOWN -> view.say("readiness.as-planned");
    };
    String why = String.join(" ", told.stream().map(CoachFinding::text).distinct().toList());
    return new Readiness(word, rules, why.isEmpty() ? gist : gist + " " + why);
  }
}

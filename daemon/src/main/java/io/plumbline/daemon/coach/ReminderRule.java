package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that is due from time to time, counted from when it was done last, or from the first session.
final class ReminderRule extends Rule {
  private final Mark.Kind kind;
  private final RuleNumber everyDays;

  private ReminderRule(String id, Mark.Kind kind, RuleNumber everyDays, RuleNumber... more) {
    super(id, CoachFinding.About.REMINDER, Stream.concat(Stream.of(everyDays),
        Stream.of(more)).toArray(RuleNumber[]::new));
    this.kind = kind;
    this.everyDays = everyDays;

  }

  static ReminderRule techniqueCheck() {
    return new ReminderRule("technique-check", Mark.Kind.TECHNIQUE_CHECK, RuleNumber.TECHNIQUE_CHECK_DAYS,
        RuleNumber.TECHNIQUE_CHECK_PCT);
  }

  static ReminderRule film() {
    return new ReminderRule("film-a-heavy-set", Mark.Kind.FILMED, RuleNumber.FILM_DAYS);
  }

  static ReminderRule mobility() {
    return new ReminderRule("mobility-check", Mark.Kind.MOBILITY_CHECK, RuleNumber.MOBILITY_DAYS);
  }

  @Override
  List<CoachFinding> look(View view) {
    Optional<Mark> last = view.history.marks().reversed().stream().filter(mark -> mark.kind() == kind).findFirst();
    Optional<LocalDate> from = last.map(mark -> view.day(mark.at()))
        .or(() -> view.bouts.stream().findFirst().map(Bout::day));
    if (from.isEmpty()) {
      return nothing(view.say("reminder.nothing"));
    }
    double days = view.today.toEpochDay() - from.get().toEpochDay();
    double limit = view.get(everyDays);
    if (days < limit) {
      return List.of(quiet(days, limit, "days", view.say("reminder.not-yet", view.say("reminder." + id()))));
    }
    String what = kind == Mark.Kind.TECHNIQUE_CHECK
        ? view.say("reminder.technique-check-at", view.get(RuleNumber.TECHNIQUE_CHECK_PCT))
        : view.say("reminder." + id());
    return List
        .of(finding(CoachFinding.Level.NOTE, days, limit, "days", last.stream().map(mark -> Basis.of(mark)).toList(),
            view.say(last.isPresent() ? "reminder.due-since" : "reminder.due", (long) days, what)));
  }
}

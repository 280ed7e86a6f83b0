package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Heavy squats on the day before or after heavy deadlifts. Days are the athlete's.
final class ConsecutiveDaysRule extends Rule {
  private static final int RECENT_DAYS = 7;

  ConsecutiveDaysRule() {
    super("consecutive-days", CoachFinding.About.READINESS, RuleNumber.HEAVY_SESSION_PCT, RuleNumber.WORKING_SET_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<Bout> recent = view.bouts.stream().filter(bout -> view.daysSince(bout.startedAt()) <= RECENT_DAYS).toList();
    List<CoachFinding> findings = new ArrayList<>();
    for (Bout squats : recent) {
      List<Work> squatted = heavy(view, squats, exercise -> exercise == Exercise.SQUAT);
      for (Bout deadlifts : recent) {
        List<Work> pulled = heavy(view, deadlifts, Lifts::isDeadlift);
        long days = Math.abs(squats.day().toEpochDay() - deadlifts.day().toEpochDay());
        if (!squatted.isEmpty() && !pulled.isEmpty() && days == 1) {
          boolean sure = Stream.of(squatted, pulled).flatMap(List::stream).allMatch(Work::timeKnown);
          findings.add(finding(sure ? CoachFinding.Level.FLAG : CoachFinding.Level.NOTE, 1.0, 2.0, "days",
              Stream.of(squatted, pulled).flatMap(List::stream).map(Work::basis).toList(),
              view.say(sure ? "consecutive.found" : "consecutive.unsure", squats.day(), deadlifts.day())));
        }
      }
    }
    return findings.isEmpty()
        ? nothing(view.say("consecutive.none"))
        : findings;
  }

  private static List<Work> heavy(View view, Bout bout, Predicate<Exercise> which) {
    return bout.backWork().stream().filter(work -> which.test(work.exercise()) && view.isHeavy(work)).toList();
  }
}

package io.plumbline.daemon.coach;

import java.time.Duration;
import java.util.List;

/// Asks for a check-in after each session that loaded the lower back.
final class CheckInRule extends Rule {
  private static final int ASKED_FOR_DAYS = 3;

  CheckInRule() {
    super("soreness-check-in", CoachFinding.About.REMINDER);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<Bout> over = view.bouts.stream()
        .filter(bout -> !bout.openAt(view.now) && bout.work().stream().anyMatch(Work::loadsBack)).toList();
    if (over.isEmpty() || view.daysSince(over.getLast().endedAt()) > ASKED_FOR_DAYS) {
      return nothing(view.say("check-in.none-due"));
    }
    Bout last = over.getLast();
    if (view.history.checkIns().stream().anyMatch(one -> !one.at().isBefore(last.endedAt()))) {
      return nothing(view.say("check-in.done"));
    }
    double sinceH = Duration.between(last.endedAt(), view.now).toSeconds() / 3600.0;
    return List.of(finding(CoachFinding.Level.NOTE, sinceH, null, "h", last.basis(),
        view.say("check-in.due", last.day())));
  }
}

package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.ArrayList;
import java.util.List;

/// Today's sets beside the athlete's own load–velocity line of the days before.
final class VelocityTodayRule extends Rule {
  VelocityTodayRule() {
    super("velocity-today", CoachFinding.About.READINESS, RuleNumber.VELOCITY_NOTE_MPS, RuleNumber.PROFILE_DAYS);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = new ArrayList<>();
    view.profiles.keySet().stream().sorted().forEach(exercise -> judge(view, exercise, findings));
    return findings.isEmpty() ? nothing(view.say("today.none")) : findings;
  }

  private void judge(View view, Exercise exercise, List<CoachFinding> findings) {
    Profile before = Profiles.of(exercise, view.history, view.now, view.settings, view.phrases,
        set -> view.day(set.startedAt()).isBefore(view.today));
    Profile.Line line = before.line();
    if (line == null) {
      return;
    }
    double lightest = before.points().getFirst().loadKg();
    double heaviest = before.points().getLast().loadKg();
    List<Profile.Point> today = Profiles.points(exercise, view.history, view.now, view.settings,
        set -> set.clockSynchronised() && view.day(set.startedAt()).equals(view.today)).stream()
        .filter(point -> point.loadKg() >= lightest && point.loadKg() <= heaviest).toList();
    if (today.isEmpty()) {
      return;
    }
    // Later sets are slower because of the earlier ones: the best says how fresh the athlete is.
    Profile.Point best = today.stream()
        .max((a, b) -> Double.compare(a.velocityMps() - line.atMps(a.loadKg()),
            b.velocityMps() - line.atMps(b.loadKg())))
        .orElseThrow();
    double belowMps = line.atMps(best.loadKg()) - best.velocityMps();
    double limitMps = view.get(RuleNumber.VELOCITY_NOTE_MPS);
    double sdMps = Math.hypot(line.atSdMps(best.loadKg()), best.velocitySdMps());
    if (belowMps < limitMps || belowMps < 2 * sdMps) {
      findings.add(quiet(belowMps, limitMps, "m/s", view.say("today.usual")));
    } else {
      findings.add(finding(CoachFinding.Level.NOTE, belowMps, limitMps, "m/s", List.of(best.basis()),
          view.say("today.slower", exercise, best.loadKg(), belowMps)));
    }
  }
}

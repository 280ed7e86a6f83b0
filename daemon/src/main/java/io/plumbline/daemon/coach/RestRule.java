package io.plumbline.daemon.coach;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rest between heavy sessions that load the lower back, all lifts counted together. A set whose time is that of its arrival makes a note of what would be a flag.
final class RestRule extends Rule {
  private static final int RECENT_DAYS = 7;
  private static final int BASELINE_DAYS = 28;
  private static final int FEWEST_FOR_BASELINE = 3;

  RestRule() {
    super("rest-between-sessions", CoachFinding.About.READINESS, RuleNumber.REST_H, RuleNumber.REST_AFTER_HARD_H,
        RuleNumber.HEAVY_SESSION_PCT, RuleNumber.HARD_SESSION_PCT, RuleNumber.HARD_SESSION_VOLUME_PCT,
        RuleNumber.HARD_SESSION_RPE, RuleNumber.WORKING_SET_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<Bout> heavy = view.heavyBouts();
    if (heavy.isEmpty()) {
      return nothing(view.say("rest.none"));
    }
    List<CoachFinding> findings = new ArrayList<>();
    for (int i = 1; i < heavy.size(); i++) {
      if (view.daysSince(heavy.get(i).startedAt()) <= RECENT_DAYS) {
        findings.add(between(view, heavy.get(i - 1), heavy.get(i)));
      }
    }
    findings.add(sinceLast(view, heavy.getLast()));
    return findings;
  }

  private CoachFinding between(View view, Bout earlier, Bout later) {
    double limitH = limitH(view, earlier);
    double restH = later.restAfterH(earlier);
    if (restH >= limitH) {
      return quiet(restH, limitH, "h", view.say("rest.enough"));
    }
    boolean sure = earlier.timeKnown() && later.timeKnown();
    return finding(sure ? CoachFinding.Level.FLAG : CoachFinding.Level.NOTE, restH, limitH, "h",
        Stream.concat(earlier.basis().stream(), later.basis().stream()).toList(),
        view.say(sure ? "rest.short" : "rest.short-unsure", Math.floor(restH), earlier.day(), later.day(), limitH));
  }

  private CoachFinding sinceLast(View view, Bout last) {
    double limitH = limitH(view, last);
    double sinceH = Duration.between(last.endedAt(), view.now).toSeconds() / 3600.0;
    if (sinceH >= limitH || last.openAt(view.now)) {
      return quiet(sinceH, limitH, "h",
          view.say("rest.over"));
    }
    return finding(CoachFinding.Level.SUGGESTION, sinceH, limitH, "h", last.basis(),
        view.say(last.timeKnown() ? "rest.wait" : "rest.wait-unsure", Math.floor(sinceH), limitH));
  }

  /// When the next heavy session may begin, empty where none is known.
  static Optional<Instant> restedAt(View view) {
    List<Bout> heavy = view.heavyBouts();
    return heavy.isEmpty()
        ? Optional.empty()
        : Optional
            .of(heavy.getLast().endedAt().plusSeconds(Math.round(3600 * limitH(view, heavy.getLast()))));
  }

  private static double limitH(View view, Bout bout) {
    return view.get(isHard(view, bout) ? RuleNumber.REST_AFTER_HARD_H : RuleNumber.REST_H);
  }

  /// By intensity, by what the athlete says, or by volume beside the athlete's own sessions of the four weeks before.
  static boolean isHard(View view, Bout bout) {
    double rpe = view.get(RuleNumber.HARD_SESSION_RPE);
    boolean intense = bout.backWork().stream()
        .anyMatch(work -> view.share(work).map(share -> share * 100 >= view.get(RuleNumber.HARD_SESSION_PCT))
            .orElse(false) || (work.notes().rpe() != null && work.notes().rpe() >= rpe));
    boolean told = view.history.checkIns().stream()
        .filter(one -> !one.at().isBefore(bout.startedAt())
            && one.at().isBefore(bout.endedAt().plus(Duration.ofDays(1))))
        .anyMatch(one -> one.rpe() != null && one.rpe() >= rpe);
    return intense || told || isVoluminous(view, bout);
  }

  private static boolean isVoluminous(View view, Bout bout) {
    double[] before = view.bouts.stream()
        .filter(one -> one.startedAt().isBefore(bout.startedAt())
            && bout.day().toEpochDay() - one.day().toEpochDay() <= BASELINE_DAYS)
        .mapToDouble(one -> one.lumbarKg(view.settings)).filter(kg -> kg > 0).toArray();
    double mean = Arrays.stream(before).average().orElse(0);
    return before.length >= FEWEST_FOR_BASELINE
        && bout.lumbarKg(view.settings) * 100 >= mean * view.get(RuleNumber.HARD_SESSION_VOLUME_PCT);
  }
}

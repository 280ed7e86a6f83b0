package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.CheckIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Soreness that an athlete tells to last, to be on one side, sharp or spreading. Rests on check-ins alone, on no sensor.
final class LastingSorenessRule extends Rule {
  LastingSorenessRule() {
    super("soreness-see-a-professional", CoachFinding.About.READINESS, RuleNumber.SORENESS_LIMIT_SCORE,
        RuleNumber.SORENESS_LASTING_H, RuleNumber.CHECK_IN_FRESH_DAYS);
  }

  @Override
  List<CoachFinding> look(View view) {
    Optional<CheckIn> fresh = view.freshCheckIn();
    if (fresh.isEmpty()) {
      return nothing(view.say("soreness.no-check-in"));
    }
    CheckIn last = fresh.get();
    double limitH = view.get(RuleNumber.SORENESS_LASTING_H);
    double forH = lastsForH(view, last);
    List<String> told = new ArrayList<>();
    if (last.soreness() > view.get(RuleNumber.SORENESS_LIMIT_SCORE) && forH >= limitH) {
      told.add(view.say("soreness.above-for", view.get(RuleNumber.SORENESS_LIMIT_SCORE), Math.floor(forH)));
    }
    if (last.soreness() > 0 && last.side() != null && last.side().isOne()) {
      told.add(view.say("soreness.one-side"));
    }
    if (last.sharp()) {
      told.add(view.say("soreness.sharp"));
    }
    if (last.spreading()) {
      told.add(view.say("soreness.spreading"));
    }
    if (told.isEmpty()) {
      return List.of(quiet(forH, limitH, "h",
          view.say("soreness.does-not-last")));
    }
    return List.of(finding(CoachFinding.Level.SUGGESTION, forH, limitH, "h", List.of(Basis.of(last)),
        view.say("soreness.told", String.join(", ", told), view.say("soreness.professional"))));
  }

  /// From when the athlete says it began, or from the first of the check-ins in a row that were above the limit, whichever is longer ago.
  private static double lastsForH(View view, CheckIn last) {
    double limit = view.get(RuleNumber.SORENESS_LIMIT_SCORE);
    if (last.soreness() <= limit) {
      return 0;
    }
    Instant since = last.since() == null ? last.at() : last.since();
    for (CheckIn one : view.history.checkIns().reversed()) {
      if (one.soreness() <= limit) {
        break;
      }
      since = one.at().isBefore(since) ? one.at() : since;
    }
    return Duration.between(since, last.at()).toSeconds() / 3600.0;
  }

  /// Whether the text is shown.
  static boolean isTold(View view) {
    return new LastingSorenessRule().look(view).getFirst().fired();
  }
}

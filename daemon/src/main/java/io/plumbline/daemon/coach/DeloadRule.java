package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.Mark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Weeks of training since the last lighter one, marked or seen. The running week does not count.
final class DeloadRule extends Rule {
  private static final int MOST_WEEKS = 60;
  private static final int BASELINE_WEEKS = 4;

  DeloadRule() {
    super("deload", CoachFinding.About.NEXT_LOAD, RuleNumber.DELOAD_NOTE_WEEKS, RuleNumber.DELOAD_WEEKS,
        RuleNumber.DELOAD_OLDER_NOTE_WEEKS, RuleNumber.DELOAD_OLDER_WEEKS, RuleNumber.DELOAD_OLDER_Y,
        RuleNumber.DELOAD_VOLUME_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    boolean older = view.isOlderThan(RuleNumber.DELOAD_OLDER_Y);
    double note = view.get(older ? RuleNumber.DELOAD_OLDER_NOTE_WEEKS : RuleNumber.DELOAD_NOTE_WEEKS);
    double limit = view.get(older ? RuleNumber.DELOAD_OLDER_WEEKS : RuleNumber.DELOAD_WEEKS);
    double weeks = weeksOfTraining(view);
    String age = view.history.athlete().birthYear() == null
        ? view.say("deload.no-age")
        : "";
    if (isUnderWay(view)) {
      return List
          .of(finding(CoachFinding.Level.NOTE, weeks, limit, "weeks", List.of(), view.say("deload.under-way")));
    }
    if (weeks < note) {
      return List.of(quiet(weeks, limit, "weeks",
          view.say("deload.not-yet", (long) weeks) + age));
    }
    return List.of(finding(weeks < limit ? CoachFinding.Level.NOTE : CoachFinding.Level.SUGGESTION, weeks, limit,
        "weeks", List.of(), view.say(weeks < limit ? "deload.soon" : "deload.now", (long) weeks) + age));
  }

  /// Whether a deload was marked in the running week.
  static boolean isUnderWay(View view) {
    return isMarked(view, View.week(view.today));
  }

  /// Whether one is due.
  static boolean isDue(View view) {
    return weeksOfTraining(view) >= view.get(view.isOlderThan(RuleNumber.DELOAD_OLDER_Y)
        ? RuleNumber.DELOAD_OLDER_WEEKS
        : RuleNumber.DELOAD_WEEKS);
  }

  private static boolean isMarked(View view, LocalDate week) {
    return view.history.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.DELOAD
        && View.week(view.day(mark.at())).equals(week));
  }

  private static int weeksOfTraining(View view) {
    LocalDate week = View.week(view.today);
    if (isMarked(view, week)) {
      return 0;
    }
    int weeks = 0;
    while (weeks < MOST_WEEKS) {
      week = week.minusWeeks(1);
      if (isMarked(view, week) || isLight(view, week)) {
        break;
      }
      weeks++;
    }
    return weeks;
  }

  private static boolean isLight(View view, LocalDate monday) {
    BackVolume.Week week = BackVolume.week(view, monday);
    if (week.sets() == 0) {
      return true;
    }
    double[] before = IntStream.rangeClosed(1, BASELINE_WEEKS)
        .mapToDouble(back -> BackVolume.week(view, monday.minusWeeks(back)).lumbarKg()).filter(kg -> kg > 0).toArray();
    double mean = Arrays.stream(before).average().orElse(0);
    return before.length >= 2 && week.unknownSets() == 0
        && week.lumbarKg() * 100 <= mean * view.get(RuleNumber.DELOAD_VOLUME_PCT);
  }
}

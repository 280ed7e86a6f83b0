package io.plumbline.daemon.coach;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How often near-maximal loads are lifted: by days apart above an age, by days in seven up to it.
final class NearMaximalRule extends Rule {
  private static final int RECENT_DAYS = 7;

  NearMaximalRule() {
    super("near-maximal-frequency", CoachFinding.About.READINESS, RuleNumber.NEAR_MAX_PCT, RuleNumber.NEAR_MAX_OLDER_Y,
        RuleNumber.NEAR_MAX_OLDER_FLAG_DAYS, RuleNumber.NEAR_MAX_OLDER_NOTE_DAYS, RuleNumber.NEAR_MAX_WEEK_DAYS);
  }

  @Override
  List<CoachFinding> look(View view) {
    NavigableMap<LocalDate, Work> days = new TreeMap<>();
    view.work().filter(work -> work.reps() > 0 && work.timeKnown() && work.loadsBack())
        .filter(work -> view.share(work).map(share -> share * 100 >= view.get(RuleNumber.NEAR_MAX_PCT)).orElse(false))
        .forEach(work -> days.putIfAbsent(view.day(work.startedAt()), work));
    if (days.isEmpty() || view.today.toEpochDay() - days.lastKey().toEpochDay() > RECENT_DAYS) {
      return nothing(view.say("near-max.none"));
    }
    return List.of(view.isOlderThan(RuleNumber.NEAR_MAX_OLDER_Y) ? apart(view, days) : inSeven(view, days));
  }

  private CoachFinding apart(View view, NavigableMap<LocalDate, Work> days) {
    double flagDays = view.get(RuleNumber.NEAR_MAX_OLDER_FLAG_DAYS);
    double noteDays = view.get(RuleNumber.NEAR_MAX_OLDER_NOTE_DAYS);
    LocalDate last = days.lastKey();
    LocalDate before = days.lowerKey(last);
    if (before == null) {
      return quiet(null, flagDays, "days", view.say("near-max.first"));
    }
    double apart = last.toEpochDay() - before.toEpochDay();
    if (apart >= noteDays) {
      return quiet(apart, flagDays, "days", view.say("near-max.apart"));
    }
    return finding(apart < flagDays ? CoachFinding.Level.FLAG : CoachFinding.Level.NOTE, apart,
        apart < flagDays ? flagDays : noteDays, "days",
        Stream.of(before, last).flatMap(day -> Stream.ofNullable(days.get(day))).map(Work::basis).toList(),
        view.say("near-max.close", before, last, (long) apart, flagDays, noteDays));
  }

  private CoachFinding inSeven(View view, NavigableMap<LocalDate, Work> days) {
    double limit = view.get(RuleNumber.NEAR_MAX_WEEK_DAYS);
    NavigableMap<LocalDate, Work> seven = days.tailMap(days.lastKey().minusDays(RECENT_DAYS - 1), true);
    double count = seven.size();
    if (count <= limit) {
      return quiet(count, limit, "days", view.say("near-max.within"));
    }
    return finding(CoachFinding.Level.FLAG, count, limit, "days", seven.values().stream().map(Work::basis).toList(),
        view.say("near-max.many", (long) count, limit) + (view.history.athlete().birthYear() == null
            ? view.say("near-max.no-age", view.get(RuleNumber.NEAR_MAX_OLDER_Y))
            : ""));
  }
}

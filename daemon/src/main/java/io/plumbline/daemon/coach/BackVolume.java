package io.plumbline.daemon.coach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the lower back was asked for, by week: over all lifts that load it, load times reps times the lift's lumbar factor.
///
/// @param weeks      latest last, the running one included
/// @param meanKg     of the four weeks before the running one, as far as the athlete trained and the history goes; null with fewer than two
/// @param changePct  of the running week from that mean, null where there is none
public record BackVolume(List<Week> weeks, @Nullable Double meanKg, @Nullable Double changePct) {
  private static final int SHOWN_WEEKS = 8;
  private static final int BASELINE_WEEKS = 4;
  private static final int FEWEST_WEEKS = 2;

  /// One week of the athlete's calendar.
  ///
  /// @param from        its Monday
  /// @param lumbarKg    what is known
  /// @param sets        that load the lower back
  /// @param unknownSets of these, how many have no known load and are not in the sum
  public record Week(LocalDate from, double lumbarKg, int sets, int unknownSets) {}

  public BackVolume {
    weeks = List.copyOf(weeks);
  }

  static BackVolume of(View view) {
    LocalDate running = View.week(view.today);
    List<Week> weeks = new ArrayList<>();
    for (int back = SHOWN_WEEKS - 1; back >= 0; back--) {
      weeks.add(week(view, running.minusWeeks(back)));
    }
    LocalDate known = firstWholeWeek(view, running);
    OptionalDouble mean = weeks.stream()
        .filter(week -> week.from().isBefore(running) && !week.from().isBefore(running.minusWeeks(BASELINE_WEEKS))
            && !week.from().isBefore(known))
        .mapToDouble(Week::lumbarKg).average();
    boolean enough = !known.isAfter(running.minusWeeks(FEWEST_WEEKS)) && mean.orElse(0) > 0;
    Double meanKg = enough ? (Double) mean.getAsDouble() : null;
    return new BackVolume(weeks, meanKg,
        meanKg == null ? null : (Double) (100 * (weeks.getLast().lumbarKg() / meanKg - 1)));
  }

  /// The first week in which the athlete trained and of which nothing was left out.
  private static LocalDate firstWholeWeek(View view, LocalDate running) {
    LocalDate trained = view.work().filter(Work::loadsBack).findFirst()
        .map(work -> View.week(view.day(work.startedAt()))).orElse(running);
    if (view.history.from() == null) {
      return trained;
    }
    LocalDate left = View.week(view.day(view.history.from()).minusDays(1)).plusWeeks(1);
    return left.isAfter(trained) ? left : trained;
  }

  static Week week(View view, LocalDate monday) {
    List<Work> work = view.work().filter(Work::loadsBack)
        .filter(one -> View.week(view.day(one.startedAt())).equals(monday)).toList();
    return new Week(monday, work.stream().mapToDouble(one -> one.lumbarKg(view.settings).orElse(0)).sum(),
        work.stream().mapToInt(Work::sets).sum(),
        work.stream().filter(one -> one.loadKg() == null).mapToInt(Work::sets).sum());
  }
}

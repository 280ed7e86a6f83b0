package io.plumbline.demo.history;

import java.time.DayOfWeek;
import java.util.List;

/// Who trained, and how it went week by week. Weeks count back from now: 0 is the last one.
enum PastAthlete {
  /// Steady: calm starts, a straight path, a little heavier each week.
  ADA("Ada", 1990, 66, 175, 0.9, DayOfWeek.MONDAY, DayOfWeek.THURSDAY, 0.503),
  /// His path drifts since four weeks, he is slower since two, and sore.
  BEN("Ben", 1984, 88, 190, 0.4, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, 0.497),
  /// She yanks the bar lately, leans on one side, and took a large step last week.
  CLEO("Cleo", 1977, 61, 120, 0.3, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY, 0.522);

  private static final int DRIFTS_SINCE = 4;
  private static final int TIRED_SINCE = 2;
  private static final int JERKS_SINCE = 3;

  final String shownName;
  final int birthYear;
  final double bodyMassKg;
  private final DayOfWeek first;
  private final DayOfWeek second;
  /// Of the force.
  final double leftShare;
  private final double maxKg;
  private final double gainKg;

  PastAthlete(String name, int birthYear, double bodyMassKg, double maxKg, double gainKg, DayOfWeek first, DayOfWeek second,
      double leftShare) {
    this.shownName = name;
    this.birthYear = birthYear;
    this.bodyMassKg = bodyMassKg;
    this.maxKg = maxKg;
    this.gainKg = gainKg;
    this.first = first;
    this.second = second;
    this.leftShare = leftShare;
  }

  /// Days of training in a week.
  List<DayOfWeek> days() {
    return List.of(first, second);
  }

  /// Load that can be lifted once.
  double maxKg(int weeksAgo) {
    return maxKg - gainKg * weeksAgo;
  }

  /// Working load of a week as a share of the max: three weeks up, then a lighter one.
  double workingShare(int weeksAgo) {
    double share = new double[]{0.8, 0.76, 0.72, 0.62}[weeksAgo % 4];
    return this == CLEO && weeksAgo == 0 ? 0.9 : share;
  }

  /// Largest forward travel of a rep, m.
  double driftM(int weeksAgo, int repOfSet) {
    return switch (this) {
      case ADA -> 0.014 + 0.001 * repOfSet;
      case BEN -> weeksAgo < DRIFTS_SINCE
          ? 0.024 + 0.005 * (DRIFTS_SINCE - weeksAgo) + 0.004 * repOfSet
          : 0.02 + 0.001 * repOfSet;
      case CLEO -> 0.019 + 0.002 * repOfSet;
    };
  }

  /// From the first pull to the lift-off, s.
  double tensionS(int weeksAgo) {
    return switch (this) {
      case ADA -> 1.0;
      case BEN -> 0.75;
      case CLEO -> weeksAgo < JERKS_SINCE ? 0.24 : 0.7;
    };
  }

  /// What a mean velocity lacks of the usual, m/s.
  double slowerMps(int weeksAgo) {
    return this == BEN && weeksAgo < TIRED_SINCE ? 0.07 : 0;
  }

  /// Told after a session, 0 to 10.
  int soreness(int weeksAgo) {
    return switch (this) {
      case ADA -> 1;
      case BEN -> weeksAgo == 0 ? 5 : weeksAgo == 1 ? 4 : 2;
      case CLEO -> 2;
    };
  }
}

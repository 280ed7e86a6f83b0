package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How numbers and names read in sentences.
final class Words {
  private Words() {}

  /// At most two decimals, no trailing zeros.
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /// With its unit.
  static String kg(double value) {
    return number(value) + " kg";
  }

  /// A share of one as percent, whole.
  static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /// As a person says it.
  static String name(Exercise exercise) {
    return switch (exercise) {
      case UNKNOWN -> "lift without a name";
      case DEADLIFT_CONVENTIONAL -> "conventional deadlift";
      case DEADLIFT_SUMO -> "sumo deadlift";
      case DEADLIFT_TRAP_BAR -> "trap-bar deadlift";
      case DEADLIFT_DEFICIT -> "deficit deadlift";
      case DEADLIFT_BLOCK -> "block deadlift";
      case ROMANIAN_DEADLIFT -> "Romanian deadlift";
      case SQUAT -> "squat";
      case BENCH_PRESS -> "bench press";
      case ROW -> "row";
      case OVERHEAD_PRESS -> "overhead press";
      case GOOD_MORNING -> "good morning";
    };
  }

  /// `1 set`, `2 sets`.
  static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}

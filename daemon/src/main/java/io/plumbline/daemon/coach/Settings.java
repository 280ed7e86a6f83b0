package io.plumbline.daemon.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of the rules for one athlete: the defaults, and what was changed.
///
/// @param changed what is not as usual
public record Settings(Map<RuleNumber, Double> changed) {
  /// Nothing changed.
  public static final Settings DEFAULTS = new Settings(Map.of());

  /// The first must not be above the second.
  private static final List<Order> ORDERS = List.of(
      new Order(RuleNumber.REST_H, RuleNumber.REST_AFTER_HARD_H),
      new Order(RuleNumber.PROGRESSION_NEAR_MAX_LEAST_PCT, RuleNumber.PROGRESSION_NEAR_MAX_PCT),
      new Order(RuleNumber.PROGRESSION_GENERAL_LEAST_PCT, RuleNumber.PROGRESSION_GENERAL_PCT),
      new Order(RuleNumber.LIGHTER_LEAST_PCT, RuleNumber.LIGHTER_MOST_PCT),
      new Order(RuleNumber.RAMP_1_PCT, RuleNumber.RAMP_2_PCT), new Order(RuleNumber.RAMP_2_PCT, RuleNumber.RAMP_3_PCT),
      new Order(RuleNumber.RAMP_3_PCT, RuleNumber.RAMP_4_PCT),
      new Order(RuleNumber.DELOAD_NOTE_WEEKS, RuleNumber.DELOAD_WEEKS),
      new Order(RuleNumber.DELOAD_OLDER_NOTE_WEEKS, RuleNumber.DELOAD_OLDER_WEEKS),
      new Order(RuleNumber.NEAR_MAX_OLDER_FLAG_DAYS, RuleNumber.NEAR_MAX_OLDER_NOTE_DAYS),
      new Order(RuleNumber.LOSS_HEAVY_MPS, RuleNumber.LOSS_LIGHT_MPS),
      new Order(RuleNumber.RETURN_START_LEAST_PCT, RuleNumber.RETURN_START_MOST_PCT),
      new Order(RuleNumber.RETURN_STEP_LEAST_PCT, RuleNumber.RETURN_STEP_MOST_PCT),
      new Order(RuleNumber.REBUILD_FIRST_PCT, RuleNumber.REBUILD_SECOND_PCT),
      new Order(RuleNumber.REBUILD_STEP_LEAST_PCT, RuleNumber.REBUILD_STEP_MOST_PCT));

  private record Order(RuleNumber small, RuleNumber large) {}

  /// What a map of overrides comes to.
  ///
  /// @param settings what makes sense of it
  /// @param problems one line for each entry that is left aside, which names the entry, the reason and the likely mend
  public record Judged(Settings settings, List<String> problems) {
    public Judged {
      problems = List.copyOf(problems);
    }
  }

  public Settings {
    changed = Map.copyOf(changed);
  }

  /// The value that holds.
  public double get(RuleNumber number) {
    Double value = changed.get(number);
    return value == null ? number.usual() : value;
  }

  /// Takes what makes sense and says what does not: an unknown id with the nearest one, a value out of its range, two numbers in the wrong order.
  public static Judged judge(Map<String, Double> overrides) {
    List<String> problems = new ArrayList<>();
    Map<RuleNumber, Double> taken = new EnumMap<>(RuleNumber.class);
    new TreeMap<>(overrides).forEach((id, value) -> RuleNumber.fromId(id).ifPresentOrElse(number -> {
      if (value >= number.least() && value <= number.most()) {
        taken.put(number, value);
      } else {
        problems
            .add(id + " must be " + Words.number(number.least()) + " to " + Words.number(number.most()) + ", but is "
                + Words.number(value));
      }
    }, () -> problems.add("no rule has a number " + id + "; the nearest is " + nearest(id))));
    for (Order order : ORDERS) {
      Settings so = new Settings(taken);
      if (so.get(order.small) > so.get(order.large)) {
        problems.add(order.small.id() + " (" + Words.number(so.get(order.small)) + ") must not be above "
            + order.large.id() + " (" + Words.number(so.get(order.large)) + ")");
        taken.remove(order.small);
        taken.remove(order.large);
      }
    }
    // What was taken back may have been one end of a chain.
    if (ORDERS.stream()
        .anyMatch(order -> new Settings(taken).get(order.small) > new Settings(taken).get(order.large))) {
      problems.add("ramp_1_pct to ramp_4_pct must rise");
      taken.keySet().removeAll(List.of(RuleNumber.RAMP_1_PCT, RuleNumber.RAMP_2_PCT, RuleNumber.RAMP_3_PCT,
          RuleNumber.RAMP_4_PCT));
    }
    return new Judged(new Settings(taken), problems);
  }

  private static String nearest(String id) {
    return Arrays.stream(RuleNumber.values()).map(RuleNumber::id)
        .min(Comparator.comparingInt(known -> distance(id.toLowerCase(Locale.ROOT), known))).orElseThrow();
  }

  /// Levenshtein's: inserted, left out and other letters.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

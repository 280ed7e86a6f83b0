package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts a campaign's numbers into tables.
final class AccuracyReport {
  private static final String NONE = "–";

  private AccuracyReport() {}

  static List<Section> sections(Campaign campaign) {
    List<Section> sections = new ArrayList<>();
    sections.add(goals("deadlifts", "Deadlifts (conventional, sumo, trap bar), 40 to 250 kg", campaign,
        SetResult::isDeadlift));
    sections.add(goals("others", "Other lifts", campaign, result -> !result.isDeadlift()));
    sections.add(counting(campaign));
    sections.add(apart(campaign));
    if (campaign.plan().ablation()) {
      sections.add(AblationReport.section(campaign));
    }
    return sections;
  }

  private static Section goals(String name, String caption, Campaign campaign, Predicate<SetResult> which) {
    List<Section.Part> parts = new ArrayList<>();
    for (SensorSet sensors : campaign.plan().sensors()) {
      List<SetResult> results = campaign.of(Variant.of(sensors), which);
      parts.add(new Section.Part(caption + ": " + sensors.label(), figures(Campaign.pairs(results), Figure.ALL),
          exact(results)));
    }
    return new Section(name, parts);
  }

  private static String exact(List<SetResult> results) {
    return "Sets: " + results.size() + ", counted exactly: "
        + results.stream().filter(result -> result.matching().isExact()).count() + ".";
  }

  private static Table figures(List<Pair> pairs, List<Figure> figures) {
    Table table = new Table("measured less true", "unit", "reps", "bias", "SD", "RMSE", "median of size", "95 % below",
        "95 % interval holds", "goal", "met");
    for (Figure figure : figures) {
      ErrorStatistics errors = figure.statistics(pairs);
      if (errors.n() == 0) {
        continue;
      }
      double within = figure.within(pairs);
      Goal goal = figure.goal();
      String met = goal == null ? NONE : goal.test().isMet(errors, within) ? "yes" : "NO";
      table.add(figure.label(), figure.unit(), String.valueOf(errors.n()), number(errors.bias(), figure),
          number(errors.sd(), figure), number(errors.rmse(), figure), number(errors.medianAbs(), figure),
          number(errors.p95Abs(), figure),
          coverage(errors.coverage()),
          goalText(goal, within), met);
    }
    return table;
  }

  private static String goalText(@Nullable Goal goal, double within) {
    if (goal == null) {
      return NONE;
    }
    return Double.isNaN(within) ? goal.text() : goal.text() + String.format(Locale.ROOT, " (%.1f %%)", 100 * within);
  }

  /// With a mark where the interval is not honest.
  static String coverage(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    boolean honest = share >= Goal.LEAST_COVERAGE && share <= Goal.MOST_COVERAGE;
    return String.format(Locale.ROOT, "%.1f %%%s", 100 * share, honest ? "" : " !");
  }

  static String number(double value, Figure figure) {
    return number(value, figure.decimals());
  }

  static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    // What rounds to nothing has no sign.
    return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
  }

  private static Section counting(Campaign campaign) {
    Table table = new Table("counting", "sets", "exact", "goal", "met", "reps lifted", "counted", "both");
    StringBuilder wrong = new StringBuilder();
    for (SensorSet sensors : campaign.plan().sensors()) {
      Variant variant = Variant.of(sensors);
      count(table, "deadlifts, " + sensors.label(), campaign.of(variant, SetResult::isDeadlift));
      count(table, "other lifts, " + sensors.label(), campaign.of(variant, result -> !result.isDeadlift()));
      wrong.append(wrong(sensors.label(), campaign.of(variant, result -> true)));
    }
    return new Section("counting", List.of(new Section.Part("Counting: sets with exactly the lifted reps", table,
        wrong.isEmpty() ? "No set was counted wrongly." : "Counted wrongly:\n\n" + wrong.toString().stripTrailing())));
  }

  private static void count(Table table, String label, List<SetResult> results) {
    long exact = results.stream().filter(result -> result.matching().isExact()).count();
    table.add(label, String.valueOf(results.size()), String.valueOf(exact), "every set",
        results.isEmpty() ? NONE : exact == results.size() ? "yes" : "NO", sum(results, Matching::expected),
        sum(results, Matching::found), sum(results, matching -> matching.pairs().size()));
  }

  private static String sum(List<SetResult> results, ToIntFunction<Matching> of) {
    return String.valueOf(results.stream().map(SetResult::matching).mapToInt(of).sum());
  }

  private static String wrong(String label, List<SetResult> results) {
    return results.stream().filter(result -> !result.matching().isExact())
        .map(result -> String.format(Locale.ROOT, "- %s, random-%d, %s: %d reps, %d counted: %s%n", label,
            result.seed(), result.exercise().id(), result.matching().expected(), result.matching().found(),
            result.matching().oddities()))
        .collect(Collectors.joining()).replace("\r\n", "\n");
  }

  private static Section apart(Campaign campaign) {
    List<Section.Part> parts = new ArrayList<>();
    for (SetResult.Kind kind : List.of(SetResult.Kind.FAULT, SetResult.Kind.UNCALIBRATED)) {
      List<SetResult> results = campaign.asDrawn(kind);
      String exact = exact(results);
      String wrong = wrong("as drawn", results);
      parts.add(new Section.Part("Apart, all lifts: " + kind.label(), figures(Campaign.pairs(results), Figure.ALL),
          wrong.isEmpty() ? exact : exact + "\n\n" + wrong.stripTrailing()));
    }
    List<SetResult> unweighed = campaign.asDrawn(SetResult.Kind.UNWEIGHED);
    for (boolean deadlifts : List.of(true, false)) {
      List<Pair> pairs = Campaign
          .pairs(unweighed.stream().filter(result -> result.isDeadlift() == deadlifts).toList());
      parts.add(new Section.Part((deadlifts ? "Apart, deadlifts: " : "Apart, other lifts: ")
          + SetResult.Kind.UNWEIGHED.label(), figures(pairs, List.of(Figure.LOAD, Figure.SIDES)), ""));
    }
    return new Section("apart", parts);
  }
}

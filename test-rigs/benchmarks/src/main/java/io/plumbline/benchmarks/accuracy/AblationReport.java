package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What each idea and each sensor buys: the same deadlifts, measured without it.
final class AblationReport {
  private AblationReport() {}

  static Section section(Campaign campaign) {
    Table deadlifts = table();
    Table others = table();
    List<Variant> variants = new ArrayList<>(Variant.withoutOneIdea());
    for (SensorSet sensors : SensorSet.values()) {
      variants.add(sensors == SensorSet.ALL ? 0 : variants.size(), Variant.of(sensors));
    }
    for (Variant variant : variants) {
      add(deadlifts, variant, campaign.of(variant, SetResult::isDeadlift));
      add(others, variant, campaign.of(variant, result -> !result.isDeadlift()));
    }
    return new Section("ablation", List.of(
        new Section.Part("What each idea buys: deadlifts, 40 to 250 kg", deadlifts, ""),
        new Section.Part("What each idea buys: other lifts", others, ""),
        new Section.Part("What fusing force into velocity would buy: deadlifts, two IMUs and load cells",
            force(Campaign.pairs(campaign.of(Variant.of(SensorSet.ALL), SetResult::isDeadlift))), "")));
  }

  /// What force says of an error that it could mend, beside that error.
  private static Table force(List<Pair> pairs) {
    double[] errors = pairs.stream().mapToDouble(Figure.PEAK_VELOCITY::error).toArray();
    double[] said = pairs.stream().mapToDouble(pair -> pair.measured().peakLessForceMps()).toArray();
    double[] unknown = pairs.stream().mapToDouble(pair -> Double.NaN).toArray();
    double errorSd = ErrorStatistics.of(errors, unknown).sd();
    double correlation = ErrorStatistics.correlation(errors, said);
    Table table = new Table("error of peak velocity", "reps", "its SD, m/s", "SD of what force says of it, m/s",
        "correlation of the two", "SD that the best share of it would leave, m/s");
    ErrorStatistics statistics = ErrorStatistics.of(said, unknown);
    table.add("as force has it", String.valueOf(statistics.n()),
        AccuracyReport.number(errorSd, Figure.PEAK_VELOCITY),
        AccuracyReport.number(statistics.sd(), Figure.PEAK_VELOCITY), AccuracyReport.number(correlation, 2),
        AccuracyReport.number(errorSd * Math.sqrt(1 - correlation * correlation), Figure.PEAK_VELOCITY));
    return table;
  }

  private static Table table() {
    return new Table("measured with", "exact sets", "mean velocity SD, m/s", "its RMSE, m/s", "peak velocity SD, m/s",
        "its RMSE, m/s",
        "range of motion RMSE, m", "drift at top RMSE, m", "drift after 2 s RMSE, m", "lift-off median, s",
        "95 % interval of mean velocity holds");
  }

  private static void add(Table table, Variant variant, List<SetResult> results) {
    List<Pair> pairs = Campaign.pairs(results);
    long exact = results.stream().filter(result -> result.matching().isExact()).count();
    table.add(variant.label(), exact + " of " + results.size(), of(Figure.MEAN_VELOCITY, pairs, ErrorStatistics::sd),
        of(Figure.MEAN_VELOCITY, pairs, ErrorStatistics::rmse), of(Figure.PEAK_VELOCITY, pairs, ErrorStatistics::sd),
        of(Figure.PEAK_VELOCITY, pairs, ErrorStatistics::rmse), of(Figure.HEIGHT, pairs, ErrorStatistics::rmse),
        of(Figure.DRIFT_AT_TOP, pairs, ErrorStatistics::rmse),
        of(Figure.DRIFT_AT_2S, pairs, ErrorStatistics::rmse), of(Figure.LIFT_OFF, pairs, ErrorStatistics::medianAbs),
        AccuracyReport.coverage(Figure.MEAN_VELOCITY.statistics(pairs).coverage()));
  }

  private static String of(Figure figure, List<Pair> pairs, ToDoubleFunction<ErrorStatistics> statistic) {
    return AccuracyReport.number(statistic.applyAsDouble(figure.statistics(pairs)), figure);
  }
}

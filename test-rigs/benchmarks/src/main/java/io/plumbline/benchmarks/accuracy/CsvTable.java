package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.Locale;

/// Every matched rep of a campaign as one line: truth, error and stated standard deviation of each figure; empty where not known.
final class CsvTable {
  private CsvTable() {}

  static String of(Campaign campaign) {
    StringBuilder csv = new StringBuilder("seed,kind,exercise,measured_with,rep,true_load_kg,true_mean_velocity_mps");
    for (Figure figure : Figure.ALL) {
      String name = figure.id();
      String unit = figure.unit().replace("m/s", "mps");
      csv.append(',').append(name).append("_error_").append(unit).append(',').append(name).append("_sd_").append(unit);
    }
    csv.append('\n');
    for (SetResult result : campaign.results()) {
      for (Pair pair : result.matching().pairs()) {
        csv.append(result.seed()).append(',').append(result.kind().name().toLowerCase(Locale.ROOT)).append(',')
            .append(result.exercise().id()).append(',').append(result.variant().label().replace(",", " and"))
            .append(',').append(pair.number());
        append(csv, pair.truth().rep().loadKg());
        append(csv, pair.truth().rep().meanVelocityMps());
        for (Figure figure : Figure.ALL) {
          append(csv, figure.error(pair));
          append(csv, figure.sd(pair));
        }
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, double value) {
    csv.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value));
  }
}

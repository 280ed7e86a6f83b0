package io.plumbline.benchmarks.attitude;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// One table of accuracy and time, a filter a row, and what the rows and columns mean.
///
/// @param filters  the baseline first
/// @param trials   a column group each
/// @param accuracy of each filter, in each trial
/// @param times    of each filter
record AttitudeReport(List<InclinationFilter> filters, List<Trial> trials, List<List<Accuracy>> accuracy,
    List<UpdateTimes> times) {
  void print(PrintWriter out) {
    StringBuilder head = new StringBuilder(String.format("%-20s", "inclination error, °"));
    StringBuilder units = new StringBuilder(" ".repeat(20));
    for (Trial trial : trials) {
      head.append(String.format("  %-22s", trial.name()));
      units.append("  moving   whole     max");
    }
    out.println(head + "  an update");
    out.println(units + "       ns    of baseline (quartiles)");
    for (int k = 0; k < filters.size(); k++) {
      StringBuilder row = new StringBuilder(String.format("%-20s", filters.get(k).name()));
      for (Accuracy a : accuracy.get(k)) {
        row.append(
            String.format(Locale.ROOT, "  %6.3f  %6.3f  %6.2f", a.movingRmseDeg(), a.wholeRmseDeg(), a.mostDeg()));
      }
      UpdateTimes t = times.get(k);
      row.append(String.format(Locale.ROOT, "  %7.1f    %5.2fx (%.2f to %.2f)", t.medianNs(), t.ratio(), t.lowerRatio(),
          t.upperRatio()));
      out.println(row);
    }
    out.println();
    out.println("RMSE and maximum of the angle between the filter's up and the cameras', where they saw the sensor.");
    out.println(Poses.DEFINITION + ".");
    out.println("The trials are of BROAD (Laidig, Caruso, Cereatti, Seel, Data 6(7):72, 2021).");
    for (InclinationFilter filter : filters) {
      out.println(filter.name() + ": " + filter.parameters());
    }
  }
}

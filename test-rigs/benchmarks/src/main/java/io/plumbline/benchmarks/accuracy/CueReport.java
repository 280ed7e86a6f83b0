package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.scenario.Exercise;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// How much of what a lifter hears is told while the bar moves, as tables.
final class CueReport {
  private CueReport() {}

  static Section section(SensorSet sensors, List<CueSet> sets) {
    Table counts = new Table("exercise", "lifted", "counted at the top", "with the summary", "where none was",
        "after the top, ms: p50", "p90");
    for (Exercise exercise : Exercise.values()) {
      List<CueSet> of = sets.stream().filter(set -> set.exercise() == exercise).toList();
      if (!of.isEmpty()) {
        counts.add(row(exercise.id(), of));
      }
    }
    counts.add(row("all", sets));
    List<CueSet.Stop> stops = sets.stream().flatMap(set -> set.stops().stream()).filter(stop -> !stop.failed())
        .toList();
    Table told = new Table("STOP", "sets");
    told.add("while the bar moved, in the rep that the summaries name",
        count(stops, stop -> stop.told() > 0 && stop.told() == stop.summary()));
    told.add("while the bar moved, in an earlier one",
        count(stops, stop -> stop.told() > 0 && stop.told() < stop.summary()));
    told.add("while the bar moved, in a later one",
        count(stops, stop -> stop.told() > stop.summary() && stop.summary() > 0));
    told.add("while the bar moved, and no summary says so", count(stops, stop -> stop.summary() == 0));
    told.add("with a summary only", count(stops, stop -> stop.told() == 0));
    return new Section("cues",
        List.of(
            new Section.Part("Reps counted: " + sensors.label(), counts,
                "With the summary: not certain at the top, counted once the bar rests."),
            new Section.Part("STOP, for velocity lost or drift; failed reps apart", told, "")));
  }

  private static String[] row(String name, List<CueSet> sets) {
    int lifted = sets.stream().mapToInt(CueSet::lifted).sum();
    double[] atTopMs = sets.stream().flatMap(set -> set.atTopS().stream()).mapToDouble(s -> 1000 * s).sorted()
        .toArray();
    int none = sets.stream().mapToInt(set -> set.none().size()).sum();
    return new String[]{name, String.valueOf(lifted), String.valueOf(atTopMs.length),
        String.valueOf(lifted - atTopMs.length), String.valueOf(none), percentile(atTopMs, 0.5),
        percentile(atTopMs, 0.9)};
  }

  private static String percentile(double[] sorted, double share) {
    return sorted.length == 0
        ? "–"
        : String.format(Locale.ROOT, "%.0f", sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)]);
  }

  private static String count(List<CueSet.Stop> stops, Predicate<CueSet.Stop> which) {
    return String.valueOf(stops.stream().filter(which).count());
  }
}

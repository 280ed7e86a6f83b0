package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.exercise.Lift;
import io.plumbline.simulator.scenario.Exercise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What was made of sets whose exercise was not told, as a table: how they were counted, and what they looked like.
final class UntoldReport {
  private UntoldReport() {}

  static Section section(SensorSet sensors, List<UntoldSet> sets) {
    Table counts = new Table("exercise", "sets", "exact told", "exact untold", "right", "not clear", "wrong");
    Table names = new Table(
        header().toArray(String[]::new));
    for (Exercise exercise : Exercise.values()) {
      List<UntoldSet> of = sets.stream().filter(set -> set.exercise() == exercise).toList();
      if (!of.isEmpty()) {
        counts.add(row(exercise.id(), of));
        names.add(named(exercise.id(), of));
      }
    }
    counts.add(row("all", sets));
    return new Section("untold",
        List.of(new Section.Part("Exercise not told: " + sensors.label(), counts,
            "Right, not clear and wrong: what was suggested of the sets with a rep. A trap bar's and a sumo lift may be called deadlift."),
            new Section.Part("What was suggested for which exercise", names, "")));
  }

  private static String[] row(String name, List<UntoldSet> sets) {
    return new String[]{name, String.valueOf(sets.size()), count(sets.stream().filter(UntoldSet::told).count()),
        count(sets.stream().filter(UntoldSet::untold).count()), verdicts(sets, UntoldSet.Verdict.RIGHT),
        verdicts(sets, UntoldSet.Verdict.NOT_CLEAR), verdicts(sets, UntoldSet.Verdict.WRONG)};
  }

  private static String verdicts(List<UntoldSet> sets, UntoldSet.Verdict verdict) {
    return count(sets.stream().filter(set -> set.anyRep() && set.verdict() == verdict).count());
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("exercise"));
    Arrays.stream(Lift.values()).map(UntoldReport::words).forEach(header::add);
    header.add("not clear");
    return header;
  }

  private static String[] named(String name, List<UntoldSet> sets) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (Lift lift : Lift.values()) {
      cells.add(count(sets.stream().filter(set -> set.anyRep() && set.suggestion() == lift).count()));
    }
    cells.add(verdicts(sets, UntoldSet.Verdict.NOT_CLEAR));
    return cells.toArray(String[]::new);
  }

  private static String words(Lift lift) {
    return lift.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String count(long n) {
    return n == 0 ? "–" : String.valueOf(n);
  }
}

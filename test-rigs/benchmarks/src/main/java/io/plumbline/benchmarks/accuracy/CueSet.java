package io.plumbline.benchmarks.accuracy;

import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When the reps of a scenario were counted, and when STOP was told: while the bar moved, or with a rep's summary only.
///
/// @param lifted       reps that were truly lifted
/// @param atTopS       of those that were counted while the bar moved, how long after their true top
/// @param none         times at which a rep was counted where none was lifted, s
/// @param stops        sets in which STOP was told
record CueSet(long seed, Exercise exercise, int lifted, List<Double> atTopS, List<Double> none, List<Stop> stops) {
  /// Longer than anybody holds a bar at the top of a set's last rep.
  private static final double LAST_S = 60;

  /// STOP in one set; numbers of its reps from 1, 0 for none.
  ///
  /// @param told     rep in which it was told while the bar moved
  /// @param summary  rep whose summary is the first to end the set
  /// @param failed   whether the lifter failed in the rep in which it was told
  record Stop(int told, int summary, boolean failed) {}

  private record Heard(Payload payload, long atNs) {}

  CueSet {
    atTopS = List.copyOf(atTopS);
    none = List.copyOf(none);
    stops = List.copyOf(stops);
  }

  /// Simulates the scenario and has the bar's own measurement follow it, told the exercise.
  static CueSet run(long seed, Scenario scenario, SensorSet sensors) {
    Simulation simulation = new Simulation(scenario, scenario.seed(), 0);
    List<Heard> heard = new ArrayList<>();
    ForwardPath path = new ForwardPath();
    follow(simulation, scenario, sensors, path, heard);
    List<Truth> truths = simulation.reps().stream().map(path::truth).toList();
    List<Double> atTopS = new ArrayList<>();
    List<Double> none = new ArrayList<>(counts(heard));
    int lifted = 0;
    for (int i = 0; i < truths.size(); i++) {
      Truth truth = truths.get(i);
      double toS = i + 1 < truths.size() ? truths.get(i + 1).fromS() : truth.toS() + LAST_S;
      if (truth.isLifted()) {
        lifted++;
        none.stream().filter(atS -> atS >= truth.fromS() && atS < toS).findFirst().ifPresent(atS -> {
          atTopS.add(atS - truth.toS());
          none.remove(atS);
        });
      }
    }
    return new CueSet(seed, scenario.exercise(), lifted, atTopS, none, stops(heard));
  }

  private static void follow(Simulation simulation, Scenario scenario, SensorSet sensors, ForwardPath path,
      List<Heard> heard) {
    List<String> columns = simulation.columns();
    @Nullable
    Channel[] channels = sensors.channels(columns);
    Set<Channel> present = EnumSet.noneOf(Channel.class);
    Arrays.stream(channels).filter(Objects::nonNull).forEach(present::add);
    StreamContext context = new StreamContext("bench", "bench", Info.Mode.REPLAY, Setups.setup(scenario, false),
        present,
        io.plumbline.contract.payload.Exercise.fromId(scenario.exercise().id()).orElseThrow(), null,
        StreamContext.DEFAULT_SET_PAUSE);
    SensorFrame frame = new SensorFrame();
    Measurement measurement = new Measurement(context, payload -> heard.add(new Heard(payload, frame.timeNs())),
        List.of());
    RowBlock rows = new RowBlock(columns.size());
    while (rows.fill(simulation, path)) {
      for (int row = 0; row < rows.size(); row++) {
        if (rows.put(row, channels, frame)) {
          measurement.accept(frame);
        }
      }
    }
    measurement.finish();
  }

  /// When reps were counted while the bar moved.
  private static List<Double> counts(List<Heard> heard) {
    List<Double> counts = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).payload() instanceof Cue cue && cue.kind() == Cue.Kind.REP_COUNTED && !isWithSummary(heard, i)) {
        counts.add(cue.timeNs() * 1e-9);
      }
    }
    return counts;
  }

  /// What a summary decides comes with the same sample, before it.
  private static boolean isWithSummary(List<Heard> heard, int at) {
    return heard.stream().skip(at + 1L).takeWhile(later -> later.atNs() == heard.get(at).atNs())
        .anyMatch(later -> later.payload() instanceof RepSummary);
  }

  private static List<Stop> stops(List<Heard> heard) {
    List<RepSummary> reps = heard.stream().map(Heard::payload).filter(RepSummary.class::isInstance)
        .map(RepSummary.class::cast).toList();
    List<Stop> stops = new ArrayList<>();
    int sets = reps.isEmpty() ? 0 : reps.getLast().setNumber();
    for (int set = 1; set <= sets; set++) {
      int number = set;
      List<RepSummary> of = reps.stream().filter(rep -> rep.setNumber() == number).toList();
      long untilNs = reps.stream().filter(rep -> rep.setNumber() > number).mapToLong(RepSummary::startTimeNs)
          .findFirst()
          .orElse(Long.MAX_VALUE);
      int told = told(heard, of, untilNs);
      int summary = 0;
      for (int i = of.size(); i > 0; i--) {
        summary = endsSet(of.get(i - 1)) ? i : summary;
      }
      if (told > 0 || summary > 0) {
        stops.add(new Stop(told, summary, told > 0 && !of.get(told - 1).outcome().isLifted()));
      }
    }
    return stops;
  }

  private static int told(List<Heard> heard, List<RepSummary> of, long untilNs) {
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i).payload() instanceof Cue cue && cue.kind() == Cue.Kind.STOP && !isWithSummary(heard, i)
          && cue.timeNs() > of.getFirst().startTimeNs() && cue.timeNs() < untilNs) {
        return (int) of.stream().filter(rep -> rep.startTimeNs() < cue.timeNs()).count();
      }
    }
    return 0;
  }

  private static boolean endsSet(RepSummary rep) {
    return rep.findings().stream()
        .anyMatch(finding -> finding.rule().equals("velocity-loss") || finding.rule().equals("changed-forward-drift"));
  }
}

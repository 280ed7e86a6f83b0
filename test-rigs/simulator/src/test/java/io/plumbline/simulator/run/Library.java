package io.plumbline.simulator.run;

import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// The named scenarios carried out once for all tests, 4 ms apart.
final class Library {
  static final double STEP_S = 0.004;
  private static final Map<String, Trace> TRACES = new ConcurrentHashMap<>();

  private Library() {}

  static Trace trace(String name) {
    return TRACES.computeIfAbsent(name, key -> {
      Scenario scenario = Scenarios.named(key);
      return Simulation.trace(scenario, scenario.seed(), STEP_S);
    });
  }

  static List<RepTruth> reps(String name) {
    return trace(name).reps();
  }

  static double mean(String name, ToDoubleFunction<RepTruth> figure) {
    return reps(name).stream().mapToDouble(figure).average().orElseThrow();
  }

  static double most(String name, ToDoubleFunction<RepTruth> figure) {
    return reps(name).stream().mapToDouble(figure).max().orElseThrow();
  }

  static double least(String name, ToDoubleFunction<RepTruth> figure) {
    return reps(name).stream().mapToDouble(figure).min().orElseThrow();
  }

  /// The plans of all reps, in their order.
  static List<RepPlan> plans(String name) {
    return trace(name).scenario().sets().stream().flatMap(set -> set.actions().stream())
        .filter(RepPlan.class::isInstance).map(RepPlan.class::cast).toList();
  }

  static double at(Trace trace, double[] curve, double timeS) {
    double place = Math.clamp((timeS - trace.timeS()[0]) / STEP_S, 0, trace.size() - 1.001);
    int i = (int) place;
    return curve[i] + (place - i) * (curve[i + 1] - curve[i]);
  }
}

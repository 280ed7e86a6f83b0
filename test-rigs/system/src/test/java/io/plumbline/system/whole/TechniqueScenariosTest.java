package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What simulated lifters do wrong is told, in time, and what they do well is left alone. The load was entered, as it is after the first set.
class TechniqueScenariosTest {
  /// Seeds of lifters and sensors that no limit was chosen on.
  private static final long[] SEEDS = {4101, 4102};
  private static final double USEFUL_S = 0.05;

  private record Played(List<Payload> payloads, List<RepTruth> truth) {
    <P extends Payload> List<P> all(Class<P> type) {
      return payloads.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Cue> cues(String rule) {
      return all(Cue.class).stream().filter(cue -> rule.equals(cue.rule())).toList();
    }

    long repsWith(String rule) {
      return all(RepSummary.class).stream()
          .filter(rep -> rep.findings().stream().map(Finding::rule).anyMatch(rule::equals)).count();
    }
  }

  private static Played play(String name, long seed) {
    Scenario scenario = Scenarios.named(name, OptionalLong.of(seed));
    Simulation simulation = new Simulation(scenario, seed, 0);
    List<Channel> columns = simulation.columns().stream().map(column -> Channel.fromColumn(column).orElseThrow())
        .toList();
    Exercise exercise = Exercise.fromId(scenario.exercise().id()).orElseThrow();
    List<Payload> payloads = new ArrayList<>();
    StreamContext context = new StreamContext("bar-1", "j-1", Info.Mode.SIM, setup(scenario), EnumSet.copyOf(columns),
        exercise, "Kim", StreamContext.DEFAULT_SET_PAUSE);
    Measurement measurement = new Measurement(context, payloads::add, List.of());
    SensorFrame frame = new SensorFrame();
    while (simulation.advance()) {
      frame.reset(Math.round(simulation.timeS() * 1e9));
      for (int i = 0; i < columns.size(); i++) {
        if (!Double.isNaN(simulation.value(i))) {
          frame.set(columns.get(i), simulation.value(i));
        }
      }
      measurement.accept(frame);
    }
    measurement.finish();
    return new Played(payloads, simulation.reps());
  }

  private static BarSetup setup(Scenario scenario) {
    BarSetup usual = BarSetup.DEFAULT;
    List<BarSetup.Lever> levers = new ArrayList<>(usual.levers());
    for (SensorPlan.Imu imu : scenario.sensors().imus()) {
      levers.set(ImuSite.valueOf(imu.site().name()).ordinal(), new BarSetup.Lever(imu.xM(), imu.yM(), imu.zM()));
    }
    double loadKg = scenario.bar().massKg() + scenario.sets().getFirst().leftKg()
        + scenario.sets().getFirst().rightKg();
    return new BarSetup(usual.mounts(), levers, 1, loadKg, scenario.bar().massKg(), scenario.bar().outboardKg(),
        usual.gravityMps2());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlift-working-set", "deadlift-heavy-250", "drift-none", "slack-no-plateau"})
  void shouldTellNothingOfPathStartAndPlatesWhenTheSetIsCalm(String name) {
    for (long seed : SEEDS) {
      Played played = play(name, seed);
      assertFalse(played.all(RepSummary.class).isEmpty());
      for (String rule : List.of("forward-drift", "jerked-start", "uneven-plates", "fast-lowering")) {
        assertEquals(0, played.repsWith(rule), () -> name + ", seed " + seed + ": " + rule);
        assertEquals(List.of(), played.cues(rule), () -> name + ", seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"drift-forward, forward-drift, 5", "unequal-plates, uneven-plates, 5",
      "descent-dropped-rubber, fast-lowering, 2"})
  void shouldTellTheFaultWhenTheSetHasIt(String name, String rule, int leastReps) {
    for (long seed : SEEDS) {
      Played played = play(name, seed);
      assertTrue(played.repsWith(rule) >= leastReps,
          () -> name + ", seed " + seed + ": " + played.repsWith(rule) + " reps with " + rule);
    }
  }

  @Test
  void shouldTellAYankWithinFiftyMillisecondsOfTheLiftOff() {
    for (long seed : SEEDS) {
      Played played = play("slack-jerked", seed);
      List<Cue> cues = played.cues("jerked-start");
      assertEquals(played.truth().size(), cues.size(), "seed " + seed);
      for (int i = 0; i < cues.size(); i++) {
        double delayS = cues.get(i).timeNs() * 1e-9 - played.truth().get(i).liftOffS();
        System.out.printf("seed %d rep %d: yank told %.0f ms after the lift-off%n", seed, i + 1, 1e3 * delayS);
        assertTrue(delayS < USEFUL_S, "seed " + seed + ", rep " + (i + 1) + ": " + delayS + " s");
      }
      assertEquals(List.of(), play("slack-hurried", seed).cues("jerked-start"), "hurried is no yank");
    }
  }

  @Test
  void shouldTellDriftWhileTheBarIsStillBelowTheTop() {
    for (long seed : SEEDS) {
      Played played = play("drift-forward", seed);
      List<Cue> cues = played.cues("forward-drift");
      assertEquals(played.truth().size(), cues.size(), "seed " + seed);
      for (int i = 0; i < cues.size(); i++) {
        RepTruth truth = played.truth().get(i);
        double share = (cues.get(i).timeNs() * 1e-9 - truth.liftOffS()) / (truth.topS() - truth.liftOffS());
        System.out.printf("seed %d rep %d: drift told at %.0f %% of the ascent%n", seed, i + 1, 100 * share);
        assertTrue(share > 0 && share < 0.6, "seed " + seed + ", rep " + (i + 1) + ": " + share);
      }
    }
  }
}

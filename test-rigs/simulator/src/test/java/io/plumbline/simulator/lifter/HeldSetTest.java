package io.plumbline.simulator.lifter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.run.Trace;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldSetTest {
  private static final double STEP_S = 0.01;

  private static double forwardM(Trace trace, double timeS) {
    int i = 0;
    while (i < trace.size() - 1 && trace.timeS()[i] < timeS) {
      i++;
    }
    return trace.forwardM()[i];
  }

  private static double heightM(Trace trace, double timeS) {
    int i = 0;
    while (i < trace.size() - 1 && trace.timeS()[i] < timeS) {
      i++;
    }
    return trace.heightM()[i];
  }

  /// The lifter stands or lies where he is: what the descent takes the bar forward, the ascent brings it back.
  @ParameterizedTest
  @ValueSource(strings = {"bench-press", "squat", "good-morning", "romanian-deadlift", "overhead-press", "row"})
  void shouldEndEachRepWhereTheFirstEndedWhenTheBarIsHeld(String name) {
    Trace trace = Simulation.trace(Scenarios.named(name), 1, STEP_S);
    double first = forwardM(trace, trace.reps().getFirst().topS());
    for (RepTruth rep : trace.reps()) {
      assertEquals(first, forwardM(trace, rep.topS()), 0.02, name + ", rep " + rep.number());
      assertTrue(rep.peakVelocityMps() < 1.9, name + ", rep " + rep.number() + ": peak " + rep.peakVelocityMps());
    }
  }

  @Test
  void shouldStepOnTheWayOutWhenAStepComesBeforeTheFirstRep() {
    Trace trace = Simulation.trace(Scenarios.named("incident-steps"), 1, STEP_S);
    // Two steps of 0.25 m out of the rack and the scenario's own.
    assertEquals(-0.8, forwardM(trace, trace.reps().getFirst().topS()) - forwardM(trace, 0), 0.05);
  }

  /// Random steps lead to where the bar came from; above the hooks it could not go down, and the rep would go up from there.
  @ParameterizedTest
  @ValueSource(strings = {"random-14", "random-1022"})
  void shouldGoDownByTheRepsWayWhenAStepLeadsBackToTheRack(String name) {
    Trace trace = Simulation.trace(Scenarios.named(name), 1, STEP_S);
    for (RepTruth rep : trace.reps()) {
      double topM = heightM(trace, rep.descentS());
      assertEquals(rep.romM(), topM - heightM(trace, rep.touchDownS()), 0.05, name + ", rep " + rep.number());
    }
  }

  /// Whoever steps far aside has the rack out of reach: the bar missed the hooks once, fell, and the next set began on the floor.
  @ParameterizedTest
  @ValueSource(doubles = {-0.69, 0.31})
  void shouldPutTheBarBackOnItsHooksWhenTheLifterSteppedAside(double stepM) {
    String squats = """
      purpose = "Squats with a step aside"
      exercise = "squat"
      [[set]]
      load_kg = 150
      reps = 2
      [[set.incident]]
      kind = "step"
      after_rep = 2
      size = %s
      """.formatted(stepM);
    Trace trace = Simulation.trace(Scenarios.of("a step aside", squats, OptionalLong.empty()), 1, STEP_S);
    double restsM = heightM(trace, 0);
    double lowestM = Double.POSITIVE_INFINITY;
    for (int i = 0; i < trace.size(); i++) {
      lowestM = trace.timeS()[i] > trace.reps().getLast().topS() ? Math.min(lowestM, trace.heightM()[i]) : lowestM;
    }
    assertEquals(restsM, trace.heightM()[trace.size() - 1], 0.005);
    assertEquals(restsM, lowestM, 0.03);
    assertEquals(forwardM(trace, 0), trace.forwardM()[trace.size() - 1], 0.03);
  }
}

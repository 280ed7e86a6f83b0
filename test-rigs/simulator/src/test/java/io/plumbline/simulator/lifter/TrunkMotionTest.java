package io.plumbline.simulator.lifter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.run.Trace;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lifter's trunk and what goes on around a rep: things that a coach would see at once.
class TrunkMotionTest {
  private static final double STEP_S = 0.005;

  private static Trace trace(String name) {
    return Simulation.trace(Scenarios.named(name), 1, STEP_S);
  }

  /// Nobody's trunk turns faster than some 300°/s, whoever lifts, holds, racks or lets go.
  @ParameterizedTest
  @ValueSource(strings = {"romanian-deadlift", "squat", "row", "descent-released-iron", "deadlift-working-set",
      "good-morning", "incident-carry"})
  void shouldNeverTurnTheTrunkFasterThanPeopleDo(String name) {
    Trace trace = trace(name);
    double fastest = IntStream.range(1, trace.size())
        .mapToDouble(i -> Math.abs(trace.trunkDeg()[i] - trace.trunkDeg()[i - 1]) / STEP_S).max().orElseThrow();
    assertTrue(fastest > 20 && fastest < 320, name + ": " + fastest + " °/s");
  }

  @Test
  void shouldStayBentWhenRowing() {
    Trace trace = trace("row");
    for (RepTruth rep : trace.reps()) {
      double least = IntStream.range(0, trace.size())
          .filter(i -> trace.timeS()[i] > rep.liftOffS() && trace.timeS()[i] < rep.restS())
          .mapToDouble(i -> trace.trunkDeg()[i]).min().orElseThrow();
      assertEquals(57, least, 3, "rep " + rep.number());
    }
  }

  @Test
  void shouldStandBetweenTheSetsWhenPlatesAreChanged() {
    Trace trace = trace("plate-changes");
    double least = IntStream.range(0, trace.size()).filter(i -> trace.phase()[i] == Phase.OTHER)
        .mapToDouble(i -> trace.trunkDeg()[i]).min().orElseThrow();
    assertEquals(3, least, 1);
  }

  @Test
  void shouldBeNoAscentAnyMoreWhenSpottersHelpAFailedSquat() {
    String squat = """
      purpose = "Stuck in the hole"
      exercise = "squat"
      [[set]]
      load_kg = 140
      reps = 1
      [[set.single]]
      number = 1
      outcome.kind = "failed"
      """;
    Trace trace = Simulation.trace(Scenarios.of("failed squat", squat, OptionalLong.empty()), 1, STEP_S);
    RepTruth rep = trace.reps().getFirst();
    assertEquals("failed", rep.outcome());
    int after = (int) ((rep.restS() + 0.5) / STEP_S);
    assertEquals(Phase.OTHER, trace.phase()[after]);
    assertTrue(trace.velocityMps()[after] > 0.05, "it is helped up");
  }

  @Test
  void shouldLiftTheEndWhenAnEmptySleeveGetsItsFirstPlate() {
    Trace trace = trace("incident-loading-one-side");
    double fastest = IntStream.range(0, trace.size()).filter(i -> trace.timeS()[i] < 18)
        .mapToDouble(i -> Math.abs(trace.velocityMps()[i])).max().orElseThrow();
    double highest = IntStream.range(0, trace.size()).filter(i -> trace.timeS()[i] < 18)
        .mapToDouble(i -> trace.heightM()[i]).max().orElseThrow();
    assertTrue(fastest < 0.9 && highest < 0.24, fastest + " m/s, " + highest + " m");
  }
}

package io.plumbline.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Exercise.Start;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.RepPlan.Outcome;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of each named scenario, whatever it is for.
class EveryScenarioTest {
  private static final Map<Phase, Set<Phase>> LEGAL = Map.of(//
      Phase.REST, Set.of(Phase.TENSION, Phase.OTHER, Phase.DESCENT, Phase.ASCENT), //
      Phase.OTHER, Set.of(Phase.REST, Phase.DESCENT, Phase.ASCENT), //
      Phase.TENSION, Set.of(Phase.ASCENT, Phase.REST, Phase.FLOOR), //
      Phase.ASCENT, Set.of(Phase.LOCKOUT, Phase.DESCENT, Phase.OTHER), //
      Phase.LOCKOUT, Set.of(Phase.DESCENT, Phase.OTHER, Phase.REST), //
      // Touch-and-go: the touch of the one rep is the pull of the next.
      Phase.DESCENT, Set.of(Phase.FLOOR, Phase.REST, Phase.ASCENT, Phase.TENSION), //
      Phase.FLOOR, Set.of(Phase.REST, Phase.TENSION, Phase.OTHER));

  static Stream<String> names() {
    // Those about sensors move as the plain set does; the one that drops the bar does not.
    return Scenarios.names().stream().filter(name -> !name.startsWith("sensor-") || name.endsWith("drop"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldStayWithinWhatABarCanDo(String name) {
    Trace trace = Library.trace(name);
    for (int i = 0; i < trace.size(); i++) {
      String when = name + " at " + trace.timeS()[i];
      assertTrue(trace.heightM()[i] > 0 && trace.heightM()[i] < 2.6, when + ": height " + trace.heightM()[i]);
      assertTrue(Math.abs(trace.velocityMps()[i]) < 6, when + ": velocity " + trace.velocityMps()[i]);
      assertTrue(Math.abs(trace.leftBendM()[i]) < 0.1 && Math.abs(trace.rightBendM()[i]) < 0.1,
          when + ": bend " + trace.leftBendM()[i] + " " + trace.rightBendM()[i]);
      assertTrue(Math.abs(trace.forwardM()[i]) < 3, when + ": forward " + trace.forwardM()[i]);
      assertTrue(trace.floorN()[i] >= 0 && trace.floorN()[i] < 3e5, when + ": floor " + trace.floorN()[i]);
      double hands = trace.leftHandN()[i] + trace.rightHandN()[i];
      assertTrue(hands > -100 && hands < 9000, when + ": hands " + hands);
      assertTrue(Math.abs(trace.lumbarDeg()[i]) < 90 && Math.abs(trace.trunkDeg()[i]) < 130, when + ": trunk");
      assertEquals(i * Library.STEP_S, trace.timeS()[i], 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldGoThroughItsPhasesInALegalOrder(String name) {
    Trace trace = Library.trace(name);
    Phase before = Phase.REST;
    assertEquals(Phase.REST, trace.phase()[0]);
    for (int i = 1; i < trace.size(); i++) {
      Phase now = trace.phase()[i];
      if (now != before) {
        assertTrue(LEGAL.getOrDefault(before, Set.of()).contains(now),
            name + " at " + trace.timeS()[i] + ": " + before + " to " + now);
        before = now;
      }
    }
    assertEquals(Phase.REST, before);
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldTellOfEachRepWhatTheCurvesShow(String name) {
    Trace trace = Library.trace(name);
    List<RepPlan> plans = Library.plans(name);
    assertEquals(plans.size(), trace.reps().size(), "a truth for each rep");
    boolean fromFloor = trace.scenario().exercise().start() == Start.FLOOR;
    for (int i = 0; i < plans.size(); i++) {
      RepTruth rep = trace.reps().get(i);
      String which = name + " " + rep;
      Outcome.Kind kind = plans.get(i).outcome().kind();
      boolean completed = kind == Outcome.Kind.COMPLETED || kind == Outcome.Kind.HITCHED;
      assertEquals(completed, rep.outcome().equals("completed") || rep.outcome().equals("hitched"), which);
      assertEquals(completed, !Double.isNaN(rep.topS()), which);
      if (!completed) {
        continue;
      }
      double bottom = Library.at(trace, trace.heightM(), rep.liftOffS());
      double top = Library.at(trace, trace.heightM(), rep.topS());
      assertEquals(top - bottom, rep.romM(), 3e-3, which);
      assertEquals(plans.get(i).romM(), rep.romM(), (fromFloor ? 0.08 : 0.12) * plans.get(i).romM(), which);
      assertEquals(rep.romM() / (rep.topS() - rep.liftOffS()), rep.meanVelocityMps(), 1e-9, which);
      assertTrue(rep.peakVelocityMps() > rep.meanVelocityMps() && rep.peakVelocityMps() < 3, which);
      assertTrue(rep.liftOffS() < rep.topS(), which);
      if (fromFloor) {
        assertTrue(rep.pullS() < rep.liftOffS() && rep.topS() <= rep.descentS(), which);
        assertTrue(rep.descentS() < rep.touchDownS() && rep.touchDownS() <= rep.restS(), which);
        assertTrue(rep.heightGainM() > rep.romM() - 2e-3 && rep.heightGainM() < rep.romM() + 0.04, which);
      }
      assertTrue(rep.leftShare() > 0.3 && rep.leftShare() < 0.7, which);
      assertTrue(rep.leanBackM() >= 0, which);
      double peak = 0;
      for (int k = 0; k < trace.size(); k++) {
        if (trace.timeS()[k] >= rep.liftOffS() && trace.timeS()[k] <= rep.topS()) {
          peak = Math.max(peak, trace.velocityMps()[k]);
        }
      }
      assertEquals(peak, rep.peakVelocityMps(), 0.03, which);
    }
  }
}

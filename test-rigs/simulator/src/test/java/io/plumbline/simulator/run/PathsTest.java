package io.plumbline.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.physics.Figures;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Drift, tilt, twist, roll: what is asked for happens, with the sign that is asked for.
class PathsTest {
  @ParameterizedTest
  @CsvSource({"drift-forward", "drift-left-at-lockout", "drift-backward", "hip-shoot"})
  void shouldDriftAsFarAsAskedFor(String name) {
    List<RepPlan> plans = Library.plans(name);
    double wanted = 0;
    double came = 0;
    for (int i = 0; i < plans.size(); i++) {
      RepTruth rep = Library.reps(name).get(i);
      double drift = plans.get(i).path().driftM();
      wanted += 1e3 * drift / plans.size();
      came += 1e3 * rep.driftMaxM() / plans.size();
      assertEquals(drift, rep.driftMaxM(), 0.01, name + " " + i);
      assertEquals(plans.get(i).path().topDriftM(), rep.driftTopM(), 0.012, name + " " + i);
    }
    Figures.tell("forward travel, " + name, String.format("%.0f mm ± 10", wanted), came, 1, "mm");
  }

  @Test
  void shouldStayPlumbWhenNoDriftIsMeant() {
    double most = Library.most("drift-none", rep -> Math.abs(rep.driftMaxM()));
    Figures.tell("forward travel, none meant: sway is left", "below 6 mm", 1e3 * most, 1, "mm");
    assertTrue(most < 0.006, "" + most);
  }

  @Test
  void shouldDriftMoreFromRepToRepWhenItGrows() {
    List<RepTruth> reps = Library.reps("drift-grows");
    assertTrue(reps.getLast().driftMaxM() - reps.getFirst().driftMaxM() > 0.035, "from " + reps.getFirst().driftMaxM());
  }

  @Test
  void shouldTwistTheRightHandForwardWhenAskedFor() {
    double twist = Library.mean("twist", RepTruth::peakTwistDeg);
    Figures.tell("twist at the top, right hand forward", "4° ± 0.6", twist, 2, "°");
    assertEquals(4, twist, 0.6);
  }

  @Test
  void shouldRollTheShaftInTheHandsWhenGrippedMixed() {
    double roll = Library.mean("mixed-grip-roll", RepTruth::rollDeg);
    Figures.tell("roll of the shaft", "25° ± 1.5", roll, 1, "°");
    assertEquals(25, roll, 1.5);
    assertEquals(0, Library.mean("deadlift-working-set", RepTruth::rollDeg), 1);
  }

  @Test
  void shouldLowerTheRightHandWhenItFollowsTheLeft() {
    assertTrue(Library.least("asymmetric-pull", RepTruth::peakTiltDeg) > 1, "right hand lower is +");
    assertTrue(Library.reps("asymmetry-grows").getLast().peakTiltDeg() < -1, "left hand lower is −");
  }

  /// Moments about the middle between the hands, with bar and plates: 5 kg more on the left at 0.73 m of 0.56 m between the hands.
  @Test
  void shouldPullMoreOnTheHeavierSide() {
    double expected = 0.5 + 5 * 9.81 * 0.735 / 0.56 / (125 * 9.81);
    double share = Library.mean("unequal-plates", RepTruth::leftShare);
    Figures.tell("left hand's share, 5 kg more on the left", String.format("%.3f ± 0.015", expected), share, 3, "");
    assertEquals(expected, share, 0.015);
    assertEquals(0.5, Library.mean("deadlift-working-set", RepTruth::leftShare), 0.01);
    // Lighter on the right: there the plates rise first.
    assertTrue(Library.mean("unequal-plates", RepTruth::liftOffLagS) < 0);
  }

  @Test
  void shouldLeanBackAsFarAsAskedFor() {
    double lean = 1e3 * Library.mean("lean-back", RepTruth::leanBackM);
    Figures.tell("backward travel at the lockout", "50 mm ± 10", lean, 1, "mm");
    assertEquals(50, lean, 10);
    assertTrue(Library.mean("lean-back", RepTruth::lumbarTopDeg) < -9);
  }

  @Test
  void shouldStayInPlaceWhenEachOfManyHeldRepsEndsWithALeanBack() {
    String squats = """
      purpose = "Squats that each end with a lean back"
      exercise = "squat"
      [rep]
      lockout.lean_back_m = 0.04
      [[set]]
      load_kg = 80
      reps = 6
      """;
    Trace trace = Simulation.trace(Scenarios.of("leaning squats", squats, OptionalLong.empty()), 1, Library.STEP_S);
    RepTruth first = trace.reps().getFirst();
    RepTruth last = trace.reps().getLast();
    double wentM = Library.at(trace, trace.forwardM(), last.topS()) - Library.at(trace, trace.forwardM(), first.topS());
    assertEquals(0, wentM, 0.02);
  }

  /// Who lets a twisted bar fall sets it straight before the next pull.
  @Test
  void shouldTwistNoFurtherWhenEachOfManyRepsIsLetFall() {
    String pulls = """
      purpose = "Twisted pulls that are let fall"
      exercise = "deadlift-conventional"
      [rep]
      sides.twist_deg = 4
      descent.kind = "released"
      [[set]]
      load_kg = 100
      reps = 8
      """;
    World world = new World(Scenarios.of("twisted drops", pulls, OptionalLong.empty()), 1, 0);
    double mostRad = 0;
    while (world.step()) {
      mostRad = Math.max(mostRad, Math.abs(world.bar.angleRad(2)));
    }
    assertEquals(8, world.reps().size());
    assertTrue(Math.toDegrees(mostRad) < 8, "twisted by " + Math.toDegrees(mostRad) + "°");
  }

  /// Who finds the bar askew sets it straight.
  @Test
  void shouldPullAStraightBarWhenItsOneEndWasKicked() {
    String pulls = """
      purpose = "A kicked end"
      exercise = "deadlift-conventional"
      [[set]]
      load_kg = 40
      reps = 2
      [[set.incident]]
      kind = "kick"
      after_rep = 0
      size = 14
      side = "left"
      """;
    World world = new World(Scenarios.of("kicked", pulls, OptionalLong.empty()), 1, 0);
    double kickedRad = 0;
    double pulledRad = 0;
    while (world.step()) {
      double twistRad = Math.abs(world.bar.angleRad(2));
      kickedRad = Math.max(kickedRad, twistRad);
      pulledRad = world.hands.upwardN() > 100 ? Math.max(pulledRad, twistRad) : pulledRad;
    }
    assertEquals(2, world.reps().size());
    assertTrue(Math.toDegrees(kickedRad) > 20, "kicked by " + Math.toDegrees(kickedRad) + "°");
    assertTrue(Math.toDegrees(pulledRad) < 5, "pulled at " + Math.toDegrees(pulledRad) + "°");
  }

  @Test
  void shouldShootTheHipsWhenAskedFor() {
    double shoot = Library.mean("hip-shoot", RepTruth::trunkShootDeg);
    Figures.tell("trunk further forward at 5 cm", "14° less what the trunk has risen", shoot, 1, "°");
    assertTrue(shoot > 7 && shoot < 15, "" + shoot);
    assertTrue(Math.abs(Library.mean("deadlift-working-set", RepTruth::trunkShootDeg)) < 2);
  }

  @Test
  void shouldRoundTheBackMoreWhenAskedFor() {
    double rounding = Library.mean("strap-rounding-back", rep -> rep.lumbarPeakDeg() - rep.lumbarStartDeg());
    double clean = Library.mean("strap-clean", rep -> rep.lumbarPeakDeg() - rep.lumbarStartDeg());
    Figures.tell("gain of flexion, rounding back", "8–14°", rounding, 1, "°");
    assertTrue(rounding > 6 && rounding < 16 && clean < 3, rounding + " " + clean);
  }
}

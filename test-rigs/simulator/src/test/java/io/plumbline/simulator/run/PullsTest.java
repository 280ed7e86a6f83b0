package io.plumbline.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.physics.Figures;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How bars come off the floor, or do not.
class PullsTest {
  @Test
  void shouldDifferInTimeAndLoadingRateWhenCalmHurriedOrJerked() {
    String[] names = {"slack-no-plateau", "slack-hurried", "slack-jerked"};
    double[] low = {0.6, 0.3, 0};
    double[] high = {3, 0.6, 0.3};
    double rateBefore = 0;
    double overshootBefore = 0;
    for (int i = 0; i < names.length; i++) {
      for (RepTruth rep : Library.reps(names[i])) {
        assertTrue(rep.tensionS() > low[i] && rep.tensionS() < high[i], names[i] + " " + rep.tensionS());
      }
      double rate = Library.mean(names[i], RepTruth::peakLoadingPctps);
      double overshoot = Library.mean(names[i], RepTruth::overshoot);
      Figures.tell("time to lift-off, " + names[i], low[i] + "–" + high[i] + " s",
          Library.mean(names[i], RepTruth::tensionS), 2, "s");
      Figures.tell("steepest loading, " + names[i], "rising; above 500 %/s only when jerked", rate, 0, "%/s");
      Figures.tell("overshoot, " + names[i], "above 1.45 only when jerked", overshoot, 2, "");
      assertEquals(names[i].equals("slack-jerked"), rate > 500, names[i] + " " + rate);
      assertEquals(names[i].equals("slack-jerked"), overshoot > 1.45, names[i] + " " + overshoot);
      // Calm and hurried differ in time and rate; the drive that follows overshoots alike.
      assertTrue(rate > 1.3 * rateBefore && overshoot > overshootBefore - 0.1,
          names[i] + " " + rate + " " + overshoot);
      rateBefore = rate;
      overshootBefore = overshoot;
    }
    double calm = Library.mean("deadlift-working-set", RepTruth::peakLoadingPctps);
    Figures.tell("steepest loading, calm with a plateau", "below 350 %/s", calm, 0, "%/s");
    assertTrue(calm < 350, "a plateau is calm: " + calm);
  }

  @Test
  void shouldHoldThePlateauThatIsAskedFor() {
    for (RepTruth rep : Library.reps("slack-long-plateau")) {
      assertEquals(1.5, rep.plateauS(), 0.5);
    }
    assertEquals(0, Library.most("slack-hurried", RepTruth::plateauS));
    // Force at 90 % of the weight, plates still on the floor.
    Trace trace = Library.trace("slack-long-plateau");
    RepTruth rep = trace.reps().getFirst();
    double weight = rep.loadKg() * 9.807;
    double held = 0;
    for (int i = 0; i < trace.size(); i++) {
      double force = (trace.leftHandN()[i] + trace.rightHandN()[i]) / weight;
      if (trace.timeS()[i] > rep.pullS() && trace.timeS()[i] < rep.liftOffS() && Math.abs(force - 0.9) < 0.04) {
        held += Library.STEP_S;
        assertTrue(trace.floorN()[i] > 0);
      }
    }
    Figures.tell("plateau at 90 %, seen in the hands' force", "1.5 s ± 0.5", held, 2, "s");
    assertEquals(rep.plateauS(), held, 0.3);
  }

  @Test
  void shouldBendBeforeThePlatesLeaveTheFloor() {
    Trace trace = Library.trace("deadlift-working-set");
    for (RepTruth rep : trace.reps()) {
      double before = Library.at(trace, trace.leftBendM(), rep.pullS());
      double half = Library.at(trace, trace.leftBendM(), rep.pullS() + 0.5 * rep.tensionS());
      double lifted = Library.at(trace, trace.leftBendM(), rep.liftOffS());
      // Lying, the sleeves carry the shaft: it sags between them.
      assertTrue(before < 0 && before > -1e-3, "before " + before);
      assertTrue(half > 0.004, "half " + half);
      assertTrue(lifted > 0.008, "lifted " + lifted);
      double gained = rep.heightGainM() - rep.romM();
      assertTrue(gained > 0.008 && gained < 0.02, "the shaft rises first: " + gained);
      Figures.tell("rise of the shaft before lift-off, 60 kg a side, rep " + rep.number(),
          "bend and bore play, 8–20 mm",
          1e3 * gained, 1, "mm");
    }
  }

  /// Hands that would stop the bar at its lift-off, or begin with one side ahead of the other, would strike it with the lifter's own arms. The
  /// bar's speed falls back by a tenth at the most.
  @ParameterizedTest
  @ValueSource(strings = {"deadlift-working-set", "slack-no-plateau", "slack-hurried", "asymmetry-grows"})
  void shouldPullThroughTheWeightWithoutAJolt(String name) {
    World world = new World(Scenarios.named(name), 1, 0);
    List<double[]> course = new ArrayList<>();
    while (world.reps().isEmpty() && world.step()) {
      course.add(
          new double[]{world.timeS(), world.bar.velocityMps(2), world.hands.upwardN(), world.bar.angleRad(1)});
    }
    RepTruth rep = world.reps().getFirst();
    double weightN = rep.loadKg() * 9.807;
    double fastest = 0;
    double pulledN = 0;
    double tilt = Double.NaN;
    for (double[] now : course) {
      double since = now[0] - rep.liftOffS();
      if (since < -0.02) {
        pulledN = now[2];
      } else if (since < 0) {
        tilt = now[3];
      } else if (since < 0.03) {
        fastest = Math.max(fastest, now[1]);
        assertTrue(now[1] > 0.85 * fastest, "from " + fastest + " to " + now[1] + " m/s after " + since);
        assertEquals(tilt, now[3], 0.002, "tilted after " + since);
      }
    }
    double atLiftOff = course.stream().filter(now -> now[0] >= rep.liftOffS()).findFirst().orElseThrow()[2];
    double rate = (atLiftOff - pulledN) / 0.02 / weightN;
    Figures.tell("loading at lift-off, " + name, "above 0.3 of the weight a second", rate, 2, "/s");
    assertTrue(rate > 0.3, "loading at lift-off " + rate);
  }

  /// The click: sleeves go up through the play of the bores while the pull is still small.
  @Test
  void shouldTakeUpThePlayOfTheBoresBeforeThePlatesRise() {
    World world = new World(Scenarios.named("deadlift-working-set"), 1, 0);
    double restZ = Double.NaN;
    double clicked = Double.NaN;
    double hands = 0;
    while (world.reps().isEmpty() && world.step()) {
      if (world.watch.outside() == Phase.REST && world.hands.upwardN() < 1) {
        restZ = world.bar.positionM(2) + world.bar.bendM(0) - world.bar.plateHeightM(0);
      } else if (Double.isNaN(clicked)) {
        double now = world.bar.positionM(2) + world.bar.bendM(0) - world.bar.plateHeightM(0);
        if (now - restZ > 0.0009) {
          clicked = now - restZ;
          hands = world.hands.upwardN() / (world.bar.massKg() * 9.807);
          assertTrue(world.bar.floorN(0) > 0, "the plates still stand");
        }
      }
    }
    Figures.tell("hands' force over the weight as the sleeves click", "below 0.5", hands, 2, "");
    assertEquals(0.001, clicked, 2e-4);
    assertTrue(hands > 0.05 && hands < 0.5);
  }

  @Test
  void shouldNeverCountAFailedPullAsARep() {
    List<RepTruth> reps = Library.reps("fail-three-ways");
    assertEquals(List.of("no-lift-off", "failed", "failed", "completed"),
        reps.stream().map(RepTruth::outcome).toList());
    assertTrue(Double.isNaN(reps.get(0).liftOffS()) && Double.isNaN(reps.get(0).topS()));
    assertTrue(reps.get(1).liftOffS() > 0 && Double.isNaN(reps.get(1).topS()));
    assertTrue(reps.get(2).liftOffS() > 0 && Double.isNaN(reps.get(2).topS()));
    assertEquals(0.4 * 0.55, reps.get(1).romM(), 0.03);
    assertEquals(0.88 * 0.55, reps.get(2).romM(), 0.03);
    for (String name : List.of("fail-three-ways", "fail-at-knee", "fail-at-lockout", "fail-no-lift-off")) {
      Trace trace = Library.trace(name);
      for (RepTruth rep : trace.reps()) {
        for (int i = 0; i < trace.size(); i++) {
          boolean within = trace.timeS()[i] >= rep.pullS() && trace.timeS()[i] < rep.restS();
          if (within && !rep.outcome().equals("completed")) {
            assertTrue(trace.phase()[i] != Phase.LOCKOUT, name + " at " + trace.timeS()[i]);
          }
          if (within && rep.outcome().equals("no-lift-off")) {
            assertTrue(trace.phase()[i] != Phase.ASCENT && trace.heightM()[i] < 0.26, name + " " + trace.timeS()[i]);
          }
        }
      }
    }
    double tension = Library.reps("fail-no-lift-off").getLast().peakForceN() / (185 * 9.807);
    Figures.tell("force of a pull without lift-off over the weight", "0.93 ± 0.05", tension, 3, "");
    assertEquals(0.93, tension, 0.05);
  }

  /// A failed rep is put down by somebody who could not lift it: he cannot brake it with twice the weight.
  @ParameterizedTest
  @CsvSource({"fail-at-knee", "fail-three-ways", "deadlift-working-set", "deadlift-heavy-250"})
  void shouldNotBrakeHarderThanALifterCan(String name) {
    Trace trace = Library.trace(name);
    double most = 0;
    for (RepTruth rep : trace.reps()) {
      for (int i = 0; i < trace.size(); i++) {
        if (trace.phase()[i] == Phase.DESCENT && trace.timeS()[i] > rep.pullS() && trace.timeS()[i] < rep.restS()) {
          most = Math.max(most, (trace.leftHandN()[i] + trace.rightHandN()[i]) / rep.loadKg() / 9.807);
        }
      }
    }
    Figures.tell("largest force of the hands on the way down, " + name, "below 1.8 of the weight", most, 2, "");
    assertTrue(most < 1.8, name + ": " + most);
  }

  @Test
  void shouldTouchAndGoWithoutAPauseAndStopWhenItIsADeadStop() {
    List<RepTruth> bounced = Library.reps("touch-and-go");
    for (int i = 1; i < bounced.size(); i++) {
      double pause = bounced.get(i).liftOffS() - bounced.get(i - 1).touchDownS();
      assertTrue(pause > 0.02 && pause < 0.4, "pause " + pause);
    }
    List<RepTruth> dead = Library.reps("deadlift-working-set");
    for (int i = 1; i < dead.size(); i++) {
      assertTrue(dead.get(i).liftOffS() - dead.get(i - 1).touchDownS() > 1.5);
    }
    assertTrue(Library.mean("touch-and-go-bounced", RepTruth::touchDownMps) > 0.8);
  }
}

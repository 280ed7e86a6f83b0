package io.plumbline.simulator.run;

import io.plumbline.simulator.lifter.Lifter;
import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.physics.Disturbance;
import io.plumbline.simulator.physics.Hands;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SetPlan;
import java.util.List;
import java.util.SplittableRandom;

/// Lifter and bar, stepped together, watched by the truth. Without any sensor.
final class World {
  static final double STEP_RATE_HZ = 12_000;
  static final double STEP_S = 1 / STEP_RATE_HZ;
  private static final double SANE_M = 10;

  final BarDynamics bar;
  final Hands hands = new Hands();
  final Lifter lifter;
  final RepWatch watch;
  private final Disturbance disturbance = new Disturbance();
  private final double startS;
  private long steps;
  private boolean evaluated;

  World(Scenario scenario, long seed, double startS) {
    SetPlan first = scenario.sets().getFirst();
    this.startS = startS;
    this.bar = new BarDynamics(scenario.bar(), scenario.place(), scenario.body().handStiffnessNpm(), first.leftKg(),
        first.rightKg(), scenario.exercise().isRacked());
    this.lifter = new Lifter(scenario, new SplittableRandom(seed), bar, hands, disturbance, STEP_S);
    this.watch = new RepWatch(scenario.exercise().start());
    settle();
  }

  /// The bar is there before anybody comes: it has come to rest.
  private void settle() {
    for (int i = 0; i < STEP_RATE_HZ; i++) {
      bar.evaluate(hands, disturbance, STEP_S);
      bar.integrate(STEP_S);
    }
  }

  double timeS() {
    return startS + steps * STEP_S;
  }

  /// To the next instant; its accelerations and forces are there afterwards.
  ///
  /// @return false once all is done
  boolean step() {
    if (evaluated) {
      bar.integrate(STEP_S);
      steps++;
    }
    evaluated = true;
    if (!lifter.step(timeS(), STEP_S)) {
      return false;
    }
    bar.evaluate(hands, disturbance, STEP_S);
    if (!(Math.abs(bar.positionM(2)) < SANE_M)) {
      throw new IllegalArgumentException(
          "this scenario throws the bar out of the room at " + timeS() + " s; less extreme values mend it");
    }
    watch.see(this);
    return true;
  }

  /// Those that are over, in their order.
  List<RepTruth> reps() {
    return watch.reps();
  }
}

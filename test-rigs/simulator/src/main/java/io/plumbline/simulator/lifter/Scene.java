package io.plumbline.simulator.lifter;

import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.physics.Disturbance;
import io.plumbline.simulator.physics.Hands;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What a move sees and may change. One per run.
final class Scene {
  final Scenario scenario;
  final BarDynamics bar;
  final Hands hands;
  final Disturbance disturbance;
  final SplittableRandom random;
  final Will will = new Will();
  double timeS;
  double stepS;
  Stage stage = Stage.IDLE;
  /// The rep under way, null between reps.
  @Nullable
  RepPlan rep;
  /// Set and rep number, from 1.
  int set = 1;
  int number;
  /// How many reps have begun.
  int begun;
  /// Height at which a rep begins and ends, and its top; for the trunk.
  double bottomZ;
  double topZ;
  /// Where the bar stood before the rep, across, and how its shaft was turned.
  double startY;
  double startRoll;
  /// Lumbar flexion of the bent lifter between reps, rad.
  double bentLumbar;
  /// Where the bar was taken up before a set in which it is held.
  double placeY;
  double placeZ;
  /// How far the lifter leans back at the top, 0 to 1.
  double leaning;
  /// Counts the changes of plates, so that others can follow them.
  int loads;

  Scene(Scenario scenario, BarDynamics bar, Hands hands, Disturbance disturbance, SplittableRandom random) {
    this.scenario = scenario;
    this.bar = bar;
    this.hands = hands;
    this.disturbance = disturbance;
    this.random = random;
  }

  /// Other plates from now on.
  void load(double leftKg, double rightKg) {
    bar.load(leftKg, rightKg);
    loads++;
  }

  double weightN() {
    return bar.weightN();
  }

  boolean isLifted() {
    return bar.floorN(0) == 0 && bar.floorN(1) == 0;
  }

  double floorN() {
    return bar.floorN();
  }

  /// The will is where the bar is, so that closing the hands changes nothing.
  void takeHold() {
    will.x = bar.positionM(0);
    will.y = bar.positionM(1);
    will.z = bar.positionM(2);
    will.vx = 0;
    will.vy = 0;
    will.vz = 0;
    will.lagZ = 0;
    will.lagVz = 0;
    will.tilt = bar.angleRad(1);
    will.twist = bar.angleRad(2);
    will.roll = bar.angleRad(0);
  }

  /// The hands' springs follow the bar up and down, so that only the feed acts.
  void followUpward() {
    will.holdZ = 0;
    will.z = bar.positionM(2);
    will.vz = bar.velocityMps(2);
    will.lagZ = 0;
    will.lagVz = 0;
    will.tilt = bar.angleRad(1);
  }
}

package io.plumbline.simulator.lifter;

import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.physics.Disturbance;
import io.plumbline.simulator.physics.Hands;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Plays a scenario: at each step it says what the hands want of the bar, having felt what the bar does. Not thread-safe.
public final class Lifter {
  /// Lean of a lifter who stands: 3°.
  static final double STANDING_RAD = StrictMath.toRadians(3);
  private static final double BACK_S = 0.3;
  /// How far a rower gives way with the trunk: 8°.
  private static final double ROWING_RAD = 0.14;

  private final Scene scene;
  private final List<Move> moves;
  private final Tremor tremor;
  private final Trunk trunk;
  private double bentLumbar;
  private int next;

  /// @param hands       told at each step
  /// @param disturbance written at each step
  public Lifter(Scenario scenario, SplittableRandom random, BarDynamics bar, Hands hands, Disturbance disturbance,
      double stepS) {
    this.scene = new Scene(scenario, bar, hands, disturbance, random.split());
    this.moves = Script.of(scenario, random.split());
    this.tremor = new Tremor(scenario.body(), random.split());
    this.trunk = new Trunk(scenario.body(), stepS);
  }

  /// Takes a step; false once all is done.
  public boolean step(double timeS, double stepS) {
    scene.timeS = timeS;
    scene.stepS = stepS;
    while (moves.get(next).advance(scene)) {
      next++;
      if (next == moves.size()) {
        return false;
      }
      if (moves.get(next - 1).takesTime()) {
        break;
      }
    }
    bendTrunk();
    boolean rowing = scene.rep != null && scene.scenario.exercise() == Exercise.ROW;
    scene.hands.ceilingM = rowing ? scene.topZ : Double.POSITIVE_INFINITY;
    if (scene.will.grip > 0) {
      tremor.at(timeS);
    }
    scene.will.tell(scene.hands, tremor, scene.scenario.bar().gripHalfWidthM(),
        scene.scenario.body().handStiffnessNpm());
    trunk.step(scene.will.lean, scene.will.lumbar, scene.will.hipHeight, scene.will.hipForward,
        scene.bar.gravityMps2());
    return true;
  }

  /// The trunk goes with the bar's height between the rep's bottom and top.
  private void bendTrunk() {
    Will will = scene.will;
    RepPlan rep = scene.rep;
    double bent = StrictMath.toRadians(scene.scenario.body().startTrunkDeg());
    // Nobody changes the set of the back at once.
    bentLumbar += (scene.bentLumbar - bentLumbar) * scene.stepS / BACK_S;
    if (rep == null || scene.topZ <= scene.bottomZ) {
      will.lumbar = bent > STANDING_RAD
          ? bentLumbar * Math.max(0, (will.lean - STANDING_RAD) / (bent - STANDING_RAD))
          : 0;
      posture(will, bent);
      return;
    }
    if (scene.stage == Stage.OTHER || (isFalling() && rep.descent().kind() == RepPlan.Descent.Kind.RELEASED)) {
      // Who has let go stays where he is.
      posture(will, bent);
      return;
    }
    RepPlan.Spine spine = rep.spine();
    boolean rising = scene.stage == Stage.ASCENT || scene.stage == Stage.PULL;
    // The trunk runs behind its targets, so they look ahead by as much.
    double ahead = rising ? scene.bar.velocityMps(2) * Trunk.LAG_S : 0;
    double height = scene.bar.positionM(2) + ahead - scene.bottomZ;
    double share = Math.clamp(height / (scene.topZ - scene.bottomZ), 0, 1);
    double rounded = Math.min(StrictMath.toDegrees(bentLumbar) + spine.gainDeg() * Curves.step(share / 0.5),
        scene.scenario.body().fullBendDeg());
    if (scene.scenario.exercise().start() == Exercise.Start.HANG_LOW) {
      // A row is pulled with the trunk bent all the way.
      will.lean = bent - ROWING_RAD * Curves.step(share);
      will.lumbar = StrictMath.toRadians(rounded);
      posture(will, bent);
      return;
    }
    // At the top of the shoot the bar is 5 cm up; by the knee the trunk is back on its way.
    double shoot = rising
        ? StrictMath.toRadians(spine.hipShootDeg()) * Curves.bump(Math.clamp(height / 0.25, 0, 1), 0.2, 0)
        : 0;
    will.lean = STANDING_RAD + (bent - STANDING_RAD) * (1 - Curves.step(share)) + shoot;
    double back = scene.stage == Stage.TOP ? spine.leanBackDeg() * scene.leaning : 0;
    double straightening = 1 - Curves.step((share - 0.5) / 0.45);
    will.lumbar = StrictMath.toRadians(rounded * straightening - back);
    posture(will, bent);
  }

  private boolean isFalling() {
    return scene.stage == Stage.DESCENT || scene.stage == Stage.BOTTOM;
  }

  private static void posture(Will will, double bent) {
    double down = bent > 0 ? Math.clamp(will.lean / bent, 0, 1.3) : 0;
    will.hipHeight = 0.95 - 0.35 * down;
    will.hipForward = -0.3 * down;
  }

  public Stage stage() {
    return scene.stage;
  }

  /// The rep under way, null between reps.
  public @Nullable RepPlan rep() {
    return scene.rep;
  }

  /// How many reps have begun so far.
  public int begun() {
    return scene.begun;
  }

  /// Set of the rep, from 1.
  public int set() {
    return scene.set;
  }

  /// Number of the rep within its set, from 1.
  public int number() {
    return scene.number;
  }

  /// Changes whenever the plates do.
  public int loads() {
    return scene.loads;
  }

  public Trunk trunk() {
    return trunk;
  }
}

package io.plumbline.simulator.run;

import io.plumbline.simulator.lifter.Lifter;
import io.plumbline.simulator.lifter.Stage;
import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.scenario.Exercise.Start;
import io.plumbline.simulator.scenario.RepPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches the world and puts down each rep's figures when it is over. It looks at what the bar does; of the lifter it takes only what he is
/// about.
final class RepWatch {
  /// From this share of the planned way on, the first instant without upward movement is the top.
  private static final double NEARLY_UP = 0.93;

  private final boolean fromFloor;
  private final List<RepTruth> done = new ArrayList<>();
  private int begun;
  private @Nullable RepFigures figures;
  private boolean other;

  RepWatch(Start start) {
    this.fromFloor = start == Start.FLOOR;
  }

  /// What holds outside of every rep: the bar rests, or something is done to it.
  Phase outside() {
    return other ? Phase.OTHER : Phase.REST;
  }

  List<RepTruth> reps() {
    return List.copyOf(done);
  }

  void see(World world) {
    Lifter lifter = world.lifter;
    RepPlan rep = lifter.rep();
    if (rep == null || begun != lifter.begun()) {
      finish(world);
      begun = lifter.begun();
      if (rep != null) {
        figures = new RepFigures(rep, lifter.set(), lifter.number(), world);
      }
    }
    RepFigures now = figures;
    other = lifter.stage() == Stage.OTHER;
    if (rep != null && now != null) {
      now.see(world, judge(world, now, lifter.stage(), rep));
    }
  }

  /// Of a rep that is under way when the recording ends nothing is told: it has no end.
  private void finish(World world) {
    if (figures != null) {
      done.add(figures.truth(world));
      figures = null;
    }
  }

  private Phase judge(World world, RepFigures now, Stage stage, RepPlan rep) {
    BarDynamics bar = world.bar;
    boolean standing = bar.floorN(0) > 0 || bar.floorN(1) > 0;
    return switch (stage) {
      case PULL, ASCENT -> {
        if (now.isUp()) {
          yield Phase.LOCKOUT;
        }
        if (fromFloor && standing && now.isBarelyLifted(world)) {
          now.backOnFloor();
        }
        if (!now.isLifted()) {
          // Trembling hands may take the last newtons off the floor for a moment: that lifts nothing.
          boolean stays = rep.outcome().kind() == RepPlan.Outcome.Kind.NO_LIFT_OFF;
          if (stays || (fromFloor ? standing : stage != Stage.ASCENT)) {
            yield Phase.TENSION;
          }
          now.liftOff(world);
        }
        boolean completes = rep.outcome().kind() != RepPlan.Outcome.Kind.FAILED;
        if (completes && bar.velocityMps(2) <= 0 && now.riseM(world) >= NEARLY_UP * rep.romM()) {
          now.top(world);
          yield Phase.LOCKOUT;
        }
        yield Phase.ASCENT;
      }
      case TOP -> {
        if (!now.isUp()) {
          now.top(world);
        }
        yield Phase.LOCKOUT;
      }
      case DESCENT -> {
        now.descend(world);
        if (fromFloor && (standing || now.isDown())) {
          now.touchDown(world);
          yield Phase.FLOOR;
        }
        yield Phase.DESCENT;
      }
      case BOTTOM -> {
        if (now.isLifted() || !fromFloor) {
          now.touchDown(world);
        } else {
          now.descend(world);
        }
        yield fromFloor ? Phase.FLOOR : Phase.REST;
      }
      case IDLE -> Phase.REST;
      case OTHER -> Phase.OTHER;
    };
  }
}

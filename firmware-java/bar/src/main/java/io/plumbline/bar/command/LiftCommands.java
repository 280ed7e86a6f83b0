package io.plumbline.bar.command;

import io.plumbline.bar.state.KeptSession;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StopLimits;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Command.Facing;
import io.plumbline.contract.payload.Command.SetContext;
import io.plumbline.contract.payload.Command.SetLimits;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Baseline;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Who lifts what, and when STOP is told.
final class LiftCommands {
  private static final int LONGEST_ATHLETE = 100;
  private static final double LEAST_LOSS_MPS = 0.01;
  private static final double MOST_LOSS_MPS = 1;
  private static final double LEAST_DRIFT_M = 0.01;
  private static final double MOST_DRIFT_M = 0.5;

  private final BetweenFrames between;
  private final Measurement measurement;
  private final Athletes athletes;
  private final Fittings fittings;
  private final Memory memory;

  LiftCommands(BetweenFrames between, Measurement measurement, Athletes athletes, Fittings fittings,
      Memory memory) {
    this.between = between;
    this.measurement = measurement;
    this.athletes = athletes;
    this.fittings = fittings;
    this.memory = memory;
  }

  Answer carryOut(SetContext wish) throws InterruptedException, TimeoutException {
    String refusal = refusal(wish);
    if (!refusal.isEmpty()) {
      return Answer.refused(refusal);
    }
    // Nobody else changes it.
    StreamContext now = between.call(measurement::context);
    String athlete = or(wish.athlete(), now.athlete());
    Exercise exercise = wish.exercise() == null ? now.exercise() : wish.exercise();
    Integer planned = or(wish.plannedReps(), now.plannedReps());
    int facing = wish.facing() == null ? now.setup().facing() : direction(wish.facing());
    boolean sameLifter = exercise == now.exercise() && Objects.equals(athlete, now.athlete());
    Athletes.Known known = sameLifter ? null : athletes.find(athlete, exercise);
    boolean changed = between.call(() -> {
      if (measurement.isLifting()) {
        return false;
      }
      Baseline usual = known == null ? measurement.stream().learned() : known.usual();
      Baseline before = measurement.change(now.with(athlete, exercise, planned, facing, usual));
      if (known != null) {
        known.begin(before);
      }
      fittings.record("set-context", measurement.lastFrameNs(), measurement.context());
      return true;
    });
    if (!changed) {
      return Answer.refused("the bar moves: change the lift when it has been put down");
    }
    if (known != null) {
      known.settle();
    }
    return Answer.done((athlete == null ? "somebody unknown" : athlete) + " lifts " + exercise.id()
        + (planned == null ? "" : ", " + planned + " reps a set")
        + (facing == 0 ? "" : facing > 0 ? ", facing +y" : ", facing -y")
        + kept(memory.session().with(wish.athlete(), wish.exercise(), wish.plannedReps(),
            wish.facing() == null ? 0 : direction(wish.facing()))));
  }

  private static String refusal(SetContext wish) {
    if (wish.athlete() == null && wish.exercise() == null && wish.plannedReps() == null && wish.facing() == null) {
      return "it changes nothing: give athlete, exercise, planned_reps or facing";
    }
    if (wish.exercise() == Exercise.UNKNOWN) {
      return "this bar does not know the exercise: deadlift-conventional, deadlift-sumo and so on, as the contract's schema lists them";
    }
    String athlete = wish.athlete();
    return athlete != null && athlete.length() > LONGEST_ATHLETE
        ? "athlete must be 1 to " + LONGEST_ATHLETE + " characters"
        : "";
  }

  private static int direction(Facing facing) {
    return facing == Facing.PLUS_Y ? 1 : -1;
  }

  private static <T> @Nullable T or(@Nullable T wished, @Nullable T now) {
    return wished == null ? now : wished;
  }

  Answer carryOut(SetLimits wish) throws InterruptedException, TimeoutException {
    Double loss = wish.velocityLossMps();
    Double drift = wish.forwardDriftM();
    if (loss != null && !(loss >= LEAST_LOSS_MPS && loss <= MOST_LOSS_MPS)) {
      return Answer.refused("velocity_loss_mps must be " + LEAST_LOSS_MPS + " to " + MOST_LOSS_MPS
          + ", or null for none, but is " + loss);
    }
    if (drift != null && !(drift >= LEAST_DRIFT_M && drift <= MOST_DRIFT_M)) {
      return Answer.refused("forward_drift_m must be " + LEAST_DRIFT_M + " to " + MOST_DRIFT_M
          + ", or null for none, but is " + drift);
    }
    String refusal = between.call(() -> {
      StreamContext now = measurement.context();
      if (drift != null && now.setup().facing() == 0) {
        return "nobody knows which way the lifter faces, so that no forward drift is told: set the context's facing first";
      }
      if (drift != null && !StopLimits.hasPlumbLine(now.exercise())) {
        return "the path of a " + now.exercise().id()
            + " is not compared with a plumb line: forward_drift_m must be null";
      }
      measurement.change(now.with(new StopLimits(loss, drift)));
      fittings.record("set-limits", measurement.lastFrameNs(), measurement.context());
      return "";
    });
    if (!refusal.isEmpty()) {
      return Answer.refused(refusal);
    }
    return Answer.done("STOP at "
        + (loss == null ? "no loss of velocity" : String.format(Locale.ROOT, "%.2f m/s of lost velocity", loss))
        + " and " + (drift == null ? "no drift" : String.format(Locale.ROOT, "%.0f mm of drift", 1000 * drift))
        + kept(memory.session().with(loss, drift)));
  }

  private String kept(KeptSession session) {
    try {
      return memory.keep(session) ? "" : "; kept until the program ends";
    } catch (IOException e) {
      return "; kept until the program ends, because it could not be written: " + e.getMessage();
    }
  }
}

package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request to the bar, on `cmd/<name>`, never retained. The answer is a [CommandResult] with the same correlation id; a repeated id is answered
/// again and not carried out again. It has no time in it: a bar that is away never gets it, so that none comes late.
public sealed interface Command extends Payload {
  /// Chosen by the sender, unique for each request.
  String correlationId();

  /// Who lifts what next. Null leaves a field as it is. Refused while the bar moves; another athlete, exercise or facing closes the open set.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  /// @param athlete       who lifts
  /// @param exercise      what is lifted
  /// @param plannedReps   reps that the set shall have
  /// @param facing        the side of the bar frame the lifter faces
  record SetContext(@Bounds(id = true) String correlationId, @Nullable String athlete, @Nullable Exercise exercise, @Bounds(min = 1, max = 1000) @Nullable Integer plannedReps,
    @Nullable Facing facing) implements Command {
    public SetContext {
      Check.id("correlation_id", correlationId);
      Check.optionalText("athlete", athlete);
      if (plannedReps != null) {
        Check.range("planned_reps", plannedReps, 1, 1000);
      }
    }
  }

  /// Set the load cells' zero, while the bar lies still: on the floor, or empty in the rack. What it must weigh there is taken into account.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  record Tare(@Bounds(id = true) String correlationId) implements Command {
    public Tare {
      Check.id("correlation_id", correlationId);
    }
  }

  /// One step of a calibration. `zero` is [Tare]. `rest`, `faces`, `mount`, `lever` and `load` need somebody at the bar, whom [Guidance] tells what to do;
  /// the answer comes when it has ended, and meanwhile nothing is measured. `cancel` ends the one under way.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  /// @param step          id of the step
  /// @param platesKg      for `load`: plates on each side, in the order in which they are hung on; null for the other steps
  record Calibrate(@Bounds(id = true) String correlationId, @Bounds(id = true) String step,
      @Bounds(min = 0, max = MOST_PLATES_KG, entries = MOST_LOADS) @Nullable List<Double> platesKg) implements Command {
    /// Most plates on a side.
    public static final double MOST_PLATES_KG = 500;
    /// Most loads, one after the other.
    public static final int MOST_LOADS = 16;

    public Calibrate {
      Check.id("correlation_id", correlationId);
      Check.id("step", step);
      if (platesKg != null) {
        platesKg = Check.list("plates_kg", platesKg, MOST_LOADS);
        platesKg.forEach(kg -> Check.range("plates_kg", kg, 0, MOST_PLATES_KG));
      }
    }

    /// Without plates.
    public Calibrate(String correlationId, String step) {
      this(correlationId, step, null);
    }
  }

  /// Blink and beep for some seconds. Refused while the bar moves, because a tone could be taken for a cue.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  record Identify(@Bounds(id = true) String correlationId) implements Command {
    public Identify {
      Check.id("correlation_id", correlationId);
    }
  }

  /// When to give the STOP cue, from now on, instead of what is usual for the lift. Null switches a limit off.
  ///
  /// @param correlationId   chosen by the sender, unique for each request
  /// @param velocityLossMps absolute loss from the set's best rep
  /// @param forwardDriftM   forward travel from the plumb line
  record SetLimits(@Bounds(id = true) String correlationId, @Bounds(min = 0) @Nullable Double velocityLossMps, @Bounds(min = 0) @Nullable Double forwardDriftM) implements Command {
    public SetLimits {
      Check.id("correlation_id", correlationId);
      Check.notNegative("velocity_loss_mps", velocityLossMps);
      Check.notNegative("forward_drift_m", forwardDriftM);
    }
  }

  /// Publish a range of a journal again.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  /// @param journalId     which journal
  /// @param from          first sequence number
  /// @param to            last sequence number, included
  record Resend(@Bounds(id = true) String correlationId, @Bounds(id = true) String journalId, @Bounds(min = 1) long from, @Bounds(min = 1) long to) implements Command {
    public Resend {
      Check.id("correlation_id", correlationId);
      Check.id("journal_id", journalId);
      Check.sequences(from, to);
    }
  }

  /// End the program in good order, so that its service manager starts it again. Refused while the bar moves or a set is open, and where nobody would
  /// start it again.
  ///
  /// @param correlationId chosen by the sender, unique for each request
  record Restart(@Bounds(id = true) String correlationId) implements Command {
    public Restart {
      Check.id("correlation_id", correlationId);
    }
  }

  /// Which way the lifter faces, in the bar frame.
  enum Facing {
    /// Towards +y.
    @JsonProperty("+y")
    PLUS_Y,
    /// Towards −y.
    @JsonProperty("-y")
    MINUS_Y
  }
}

package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A request to the bar, on `cmd/<name>`. The answer is a [CommandResult] with the same correlation id; a repeated id is answered again and
/// not carried out again.
public sealed interface Command extends Payload {
  /// Chosen by the sender, unique for each request.
  String correlationId();

  /// Who lifts what next. Null leaves a field as it is.
  ///
  /// @param facing the side of the bar frame the lifter faces
  record SetContext(String correlationId, @Nullable String athlete, @Nullable Exercise exercise, @Nullable Integer plannedReps,
    @Nullable Facing facing) implements Command {
    public SetContext {
      Check.id("correlation_id", correlationId);
      Check.optionalText("athlete", athlete);
      if (plannedReps != null && (plannedReps < 1 || plannedReps > 1000)) {
        throw new IllegalArgumentException("planned_reps must be 1 to 1000, but is " + plannedReps);
      }
    }
  }

  /// Take the present force as zero.
  record Tare(String correlationId) implements Command {
    public Tare {
      Check.id("correlation_id", correlationId);
    }
  }

  /// One step of a calibration.
  ///
  /// @param step id of the step
  record Calibrate(String correlationId, String step) implements Command {
    public Calibrate {
      Check.id("correlation_id", correlationId);
      Check.id("step", step);
    }
  }

  /// Blink and beep.
  record Identify(String correlationId) implements Command {
    public Identify {
      Check.id("correlation_id", correlationId);
    }
  }

  /// When to give the STOP cue. Null switches a limit off.
  ///
  /// @param velocityLossMps absolute loss from the set's best rep
  /// @param forwardDriftM   forward travel from the plumb line
  record SetLimits(String correlationId, @Nullable Double velocityLossMps, @Nullable Double forwardDriftM) implements Command {
    public SetLimits {
      Check.id("correlation_id", correlationId);
      Check.notNegative("velocity_loss_mps", velocityLossMps);
      Check.notNegative("forward_drift_m", forwardDriftM);
    }
  }

  /// Publish a range of a journal again.
  record Resend(String correlationId, String journalId, long from, long to) implements Command {
    public Resend {
      Check.id("correlation_id", correlationId);
      Check.id("journal_id", journalId);
      if (from < 1 || to < from) {
        throw new IllegalArgumentException("a range must have 1 <= from <= to, but is " + from + " to " + to);
      }
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

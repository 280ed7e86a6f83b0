package io.plumbline.simulator.scenario;

/// One rep as it is meant; what becomes of it is the physics' affair.
///
/// @param romM            height of the top above the bottom, of the bar's centre
/// @param meanVelocityMps mean of the ascent
/// @param peakToMean      peak over mean velocity of the ascent
/// @param peakAt          share of the ascent's time at which the velocity peaks
/// @param sticking        how far the velocity falls after its first peak, as a share of the peak; 0 for none
/// @param stickingAt      share of the ascent's time at which it is slowest
/// @param slack           how tension is built up; for reps that begin on the floor
/// @param path            how straight
/// @param sides           how even
/// @param lockout         the top
/// @param descent         the way down
/// @param pauseS          stillness after it (on the floor, or at the bottom of a lift that goes down first); 0 for touch-and-go
/// @param outcome         how it ends
/// @param spine           what the strap would see
public record RepPlan(double romM, double meanVelocityMps, double peakToMean, double peakAt, double sticking,
    double stickingAt, Slack slack, Path path, Sides sides, Lockout lockout, Descent descent, double pauseS,
    Outcome outcome, Spine spine) implements Action {
  /// How tension is built up.
  ///
  /// @param tensionS      from the first pull to the plateau or, without one, to lift-off
  /// @param plateau       pre-tension as a share of the load, below 1
  /// @param plateauS      how long it is held; 0 for none
  public record Slack(double tensionS, double plateau, double plateauS) {}

  /// How far from the plumb line the bar goes.
  ///
  /// @param driftM    farthest forward travel, + away from the lifter
  /// @param driftAt   share of the ascent at which it is farthest
  /// @param topDriftM forward travel that is left at the top
  public record Path(double driftM, double driftAt, double topDriftM) {}

  /// How unequal left and right are.
  ///
  /// @param leftShare share of the pull that the left hand takes, 0.5 for even
  /// @param lagS      by how much the right hand follows the left
  /// @param tiltDeg   at the top, + right hand lower
  /// @param twistDeg  at the top, + right hand forward
  /// @param rollDeg   of the shaft in the hands, from bottom to top
  public record Sides(double leftShare, double lagS, double tiltDeg, double twistDeg, double rollDeg) {}

  /// The top.
  ///
  /// @param holdS     stillness at the top
  /// @param leanBackM backward travel of the bar after the top
  public record Lockout(double holdS, double leanBackM) {}

  /// The way down.
  ///
  /// @param kind         how it goes down
  /// @param durationS    of a controlled one
  /// @param touchDownMps speed at which the plates meet the floor after a controlled one
  public record Descent(Descent.Kind kind, double durationS, double touchDownMps) {
    public enum Kind {
      /// Lowered by the lifter.
      CONTROLLED,
      /// Falls with the hands following it.
      DROPPED,
      /// Let go.
      RELEASED
    }
  }

  /// How it ends.
  ///
  /// @param kind  how the rep ends
  /// @param at    share of the ROM at which it stalls, for a failure after lift-off; share of the load reached, without lift-off
  /// @param holdS how long the lifter fights there
  public record Outcome(Outcome.Kind kind, double at, double holdS) {
    public enum Kind {
      COMPLETED,
      /// Completed with the bar supported on the thighs on its way: at `at` it sinks a little and goes on.
      HITCHED,
      /// Full tension, the plates stay on the floor.
      NO_LIFT_OFF,
      /// Lifted off and down again.
      FAILED
    }
  }

  /// What the back does.
  ///
  /// @param startDeg     lumbar flexion at the bottom
  /// @param gainDeg      how much more it becomes until the knee
  /// @param hipShootDeg  by how much the trunk leans further forward before the bar is 5 cm up
  /// @param leanBackDeg  lumbar extension beyond standing at the top
  public record Spine(double startDeg, double gainDeg, double hipShootDeg, double leanBackDeg) {}
}

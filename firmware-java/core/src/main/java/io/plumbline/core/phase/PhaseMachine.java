package io.plumbline.core.phase;

/// The phase of now, from the causal height and velocity. Directions need a movement of [#MOVE_M] so that tremor is no phase; what it says
/// is for people who watch, the boundaries of a measured rep come from the smoothed curve.
///
/// Allocates nothing after construction. Not thread-safe.
public final class PhaseMachine {
  private static final double MOVE_M = 0.04;
  private static final double START_MPS = 0.05;
  private static final double STOP_MPS = 0.03;

  private Phase phase = Phase.REST;
  private double turnHeightM;
  private long turnNs;
  private double extremeM;
  private long lowestNs;
  private double startHeightM;
  private long startNs;
  private boolean concentricEnded;
  private double endHeightM;
  private long endNs;

  /// Takes the estimate of an instant.
  ///
  /// @param pulled whether plates that stood on the floor are pulled at, so that they weigh on it no more or only in part
  public void update(long timeNs, double heightM, double velocityMps, boolean atRest, boolean pulled) {
    concentricEnded = false;
    if (pulled && (phase == Phase.REST || phase == Phase.FLOOR)) {
      phase = Phase.TENSION;
    } else if (!pulled && phase == Phase.TENSION) {
      phase = Phase.REST;
    }
    switch (phase) {
      case REST, TENSION, FLOOR -> leaveFloor(timeNs, heightM, velocityMps);
      case ASCENT -> ascend(timeNs, heightM, velocityMps, atRest);
      case LOCKOUT -> {
        extremeM = Math.max(extremeM, heightM);
        if (velocityMps < -START_MPS && extremeM - heightM > MOVE_M) {
          enter(Phase.DESCENT, timeNs, heightM);
        } else if (velocityMps > START_MPS && heightM - turnHeightM > MOVE_M) {
          enter(Phase.ASCENT, timeNs, heightM);
        }
      }
      case DESCENT -> {
        if (heightM <= extremeM) {
          extremeM = heightM;
          lowestNs = timeNs;
        }
        if (atRest) {
          enter(Phase.FLOOR, timeNs, heightM);
        } else if (velocityMps > START_MPS && heightM - extremeM > MOVE_M) {
          startAscent(timeNs, heightM);
        }
      }
    }
  }

  private void leaveFloor(long timeNs, double heightM, double velocityMps) {
    if (Math.abs(velocityMps) < STOP_MPS) {
      turnHeightM = heightM;
      turnNs = timeNs;
    }
    if (velocityMps > START_MPS && heightM - turnHeightM > MOVE_M) {
      startAscent(timeNs, heightM);
    } else if (velocityMps < -START_MPS && turnHeightM - heightM > MOVE_M) {
      enter(Phase.DESCENT, timeNs, heightM);
    }
  }

  private void startAscent(long timeNs, double heightM) {
    startHeightM = phase == Phase.DESCENT ? extremeM : turnHeightM;
    startNs = phase == Phase.DESCENT ? lowestNs : turnNs;
    enter(Phase.ASCENT, timeNs, heightM);
  }

  private void ascend(long timeNs, double heightM, double velocityMps, boolean atRest) {
    extremeM = Math.max(extremeM, heightM);
    if (velocityMps < STOP_MPS || atRest) {
      endHeightM = heightM;
      endNs = timeNs;
      concentricEnded = true;
      enter(Phase.LOCKOUT, timeNs, heightM);
    }
  }

  private void enter(Phase next, long timeNs, double heightM) {
    phase = next;
    extremeM = heightM;
    lowestNs = timeNs;
    turnHeightM = heightM;
    turnNs = timeNs;
  }

  /// The bar lies at its base: whatever it was doing has ended. Heights count from here.
  public void rest() {
    phase = Phase.REST;
    extremeM = 0;
    turnHeightM = 0;
  }

  /// The present phase.
  public Phase phase() {
    return phase;
  }

  /// Whether the last update ended a concentric phase.
  public boolean concentricEnded() {
    return concentricEnded;
  }

  /// Height gained by the concentric phase that ended last.
  public double concentricM() {
    return endHeightM - startHeightM;
  }

  /// Duration of the concentric phase that ended last.
  public double concentricS() {
    return (endNs - startNs) * 1e-9;
  }
}

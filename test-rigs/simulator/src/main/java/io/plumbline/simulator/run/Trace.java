package io.plumbline.simulator.run;

import io.plumbline.simulator.scenario.Scenario;
import java.util.List;

/// A run's true curves at even steps, for pictures and tests. All arrays have the same length.
///
/// @param timeS      of the recording
/// @param heightM    of the bar's centre above the floor
/// @param forwardM   of the bar's centre, + away from the lifter
/// @param velocityMps vertical, of the bar's centre
/// @param leftHandN  upward force of the left hand (the left half of the back or the rack's left hook not included)
/// @param rightHandN upward force of the right hand
/// @param leftBendM  how far the left sleeve hangs below the line of the hands
/// @param rightBendM how far the right sleeve hangs below the line of the hands
/// @param floorN     force of the floor on all plates
/// @param lumbarDeg  lumbar flexion
/// @param trunkDeg   forward lean of the trunk
/// @param phase      at each instant
/// @param reps       in their order
@SuppressWarnings("ArrayRecordComponent")
public record Trace(Scenario scenario, double[] timeS, double[] heightM, double[] forwardM, double[] velocityMps,
    double[] leftHandN, double[] rightHandN, double[] leftBendM, double[] rightBendM, double[] floorN,
    double[] lumbarDeg, double[] trunkDeg, Phase[] phase, List<RepTruth> reps) {
  /// Number of instants.
  public int size() {
    return timeS.length;
  }
}

package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.Place;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.List;

/// All sensors of a plan: feels a stimulus at every step of the physics and gives the rows of a recording.
///
/// Sensors that share a clock fill one row; each other clock gives rows of its own with the remaining cells empty. High-g accelerometers exist
/// beside the left and right inertial unit that the plan has, with the same axes. Times of faults and of the strap's slip count from the
/// start. A fault of a sensor that is not fitted has no effect. Not thread-safe; allocates nothing after construction.
public final class SensorSuite {
  /// Least distance of two stamps: six decimals still tell them apart.
  private static final double SPACING_S = 2e-6;

  private final double startS;
  private final List<String> columns;
  private final SampleClock[] clocks;
  private final double[] row;
  private double beforeS = Double.NaN;
  private double nowS = Double.NaN;
  private int next;
  private double dueS;
  private double timeS;
  private double trueTimeS = Double.NaN;

  /// @param seed   decides each sensor's errors, each from its own name
  /// @param stepS  of the physics, s
  /// @param startS time of the first step; sensors with a common clock are sampled first at this time
  public SensorSuite(SensorPlan plan, Place place, long seed, double stepS, double startS) {
    this.startS = startS;
    timeS = startS - SPACING_S;
    Wiring wiring = new Wiring(plan, place, seed, stepS, startS);
    columns = List.copyOf(wiring.columns);
    clocks = wiring.clocks.toArray(SampleClock[]::new);
    row = new double[columns.size()];
    Arrays.fill(row, Double.NaN);
    findNext();
  }

  /// Names of the recording format, in the order of the values; without time and truth.
  public List<String> columns() {
    return columns;
  }

  /// One step of the physics; its time must be `stepS` after the one before.
  public void take(Stimulus stimulus) {
    beforeS = nowS;
    nowS = stimulus.timeS;
    for (SampleClock clock : clocks) {
      clock.step(stimulus);
    }
  }

  /// Goes to the next row that became due within the last step.
  ///
  /// @return false if there is none left
  public boolean poll() {
    while (dueS <= nowS) {
      SampleClock clock = clocks[next];
      trueTimeS = dueS;
      double share = nowS > beforeS ? (trueTimeS - beforeS) / (nowS - beforeS) : 1;
      Arrays.fill(row, Double.NaN);
      boolean filled = clock.sample(share, trueTimeS - startS, row);
      double stampS = trueTimeS + clock.stampErrorS();
      findNext();
      if (filled) {
        timeS = Math.max(stampS, timeS + SPACING_S);
        return true;
      }
    }
    return false;
  }

  private void findNext() {
    dueS = Double.POSITIVE_INFINITY;
    for (int i = 0; i < clocks.length; i++) {
      if (clocks[i].dueS() < dueS) {
        dueS = clocks[i].dueS();
        next = i;
      }
    }
  }

  /// Time stamp of the row, s; more than that of the row before.
  public double timeS() {
    return timeS;
  }

  /// When the row was really sampled, s; between the last two steps.
  public double trueTimeS() {
    return trueTimeS;
  }

  /// NaN where nothing was sampled.
  public double value(int column) {
    return row[column];
  }
}

package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.calibration.CalibrationRefusedException;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.LoadCellFit;
import io.plumbline.core.calibration.LoadPoint;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Load cells that were set against known plates in the place where the bar is used: the firmware's own fit over what [KnownPlates] read, put
/// over a recording. It takes gain, cross-talk and zero of that day out, and the place's gravity, as the fit is not told of it. What is left: plates
/// weighed to 20 g, the accelerometers' word on the roll, and what zeros wander with the temperature. Not thread-safe.
final class WeighedCells {
  private static final int BRIDGES = 2;
  /// Gravity as `plumbline bar calibrate` takes it where nobody names another, and as the pipeline divides by it.
  private static final LoadCellFit.Params USUAL = LoadCellFit.Params.DEFAULT;

  private final List<LoadCellCalibration> sides = new ArrayList<>();
  private final int[] first = new int[2];
  private final Double[] ratio = new Double[BRIDGES];

  private WeighedCells(List<LoadCellCalibration> sides, List<String> columns) {
    this.sides.addAll(sides);
    first[0] = columns.indexOf("left_fy");
    first[1] = columns.indexOf("right_fy");
  }

  /// @param columns of the rows to come: with two planes a side
  static WeighedCells of(Scenario scenario, List<String> columns) {
    LoadCellFit fit = new LoadCellFit(new LoadCellFit.Params(USUAL.gravityMps2(), scenario.bar().outboardKg(),
        USUAL.outboardSdKg(), USUAL.nominalNPerRatio(), USUAL.forceSdN(), USUAL.confidence(), USUAL.mostResidual(),
        USUAL.mostGainSd(), USUAL.leastLoads(), USUAL.leastScaleKg()));
    List<LoadCellCalibration> sides = new ArrayList<>();
    for (List<LoadPoint> points : KnownPlates.weigh(scenario, USUAL.nominalNPerRatio())) {
      try {
        sides.add(fit.fit(points));
      } catch (CalibrationRefusedException e) {
        throw new IllegalStateException("a calibration that was done as asked is refused", e);
      }
    }
    return new WeighedCells(sides, columns);
  }

  /// What the fit says of a side.
  ///
  /// @param side 0 left, 1 right
  LoadCellCalibration side(int side) {
    return sides.get(side);
  }

  /// Puts the calibration over a row's forces.
  ///
  /// @param values of some rows
  /// @param from   where the row begins in them
  void correct(double[] values, int from) {
    for (int side = 0; side < first.length; side++) {
      int at = from + first[side];
      if (Double.isNaN(values[at]) || Double.isNaN(values[at + 1])) {
        continue;
      }
      ratio[0] = values[at] / USUAL.nominalNPerRatio();
      ratio[1] = values[at + 1] / USUAL.nominalNPerRatio();
      double[] force = sides.get(side).apply(List.of(ratio));
      values[at] = force[0];
      values[at + 1] = force[1];
    }
  }
}

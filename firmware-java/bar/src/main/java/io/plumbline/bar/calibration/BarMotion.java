package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.CalibrationRefusedException;
import io.plumbline.core.calibration.MountCalibration;
import io.plumbline.core.calibration.Motion;
import java.util.List;

/// A movement in the bar frame: readings corrected and turned, rates as the mean of the units.
final class BarMotion {
  private BarMotion() {}

  static Motion of(Movement movement, List<UnitSolver> units) throws CalibrationRefusedException {
    Motion motion = new Motion(Block.PERIOD_S);
    for (Block block : movement.blocks()) {
      double[] rate = new double[3];
      double[][] forces = new double[units.size()][];
      for (int i = 0; i < units.size(); i++) {
        UnitSolver unit = units.get(i);
        MountCalibration mount = unit.mount();
        if (mount == null) {
          throw new CalibrationRefusedException("how the units are mounted is not known: do the part mount first");
        }
        double[] bias = movement.before().rate(unit.index());
        double[] felt = block.rate(unit.index());
        double[] turned = mount.toBar(felt[0] - bias[0], felt[1] - bias[1], felt[2] - bias[2]);
        for (int axis = 0; axis < 3; axis++) {
          rate[axis] += turned[axis] / units.size();
        }
        forces[i] = mount.toBar(unit.accelerometer().apply(block.acceleration(unit.index())));
      }
      motion.add(rate, forces);
    }
    return motion;
  }
}

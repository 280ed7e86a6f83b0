package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Positions of the inertial units from rolling and tilting: f = c + α × r + ω × (ω × r), the same c for all units of a rigid bar at an
/// instant (Titterton and Weston, section 3.5). c itself is not known, so differences between units count; while the bar rolls on a level floor,
/// its vertical part is gravity alone, and that counts too: it tells how far each unit is off the axis. Along the bar only differences can
/// be told: the middle of the units is taken from the configuration. What is left of bias and mount of each unit is estimated beside.
public final class LeverFit {
  private static final int PER_UNIT = 9;
  private static final int BIAS = 3;
  private static final int TURN = 6;
  private static final int PASSES = 3;
  /// Scale of the gyroscope, ±0.5 % read as three standard deviations (facts/icm-42688-p.md, section 4); it counts twice in ω².
  private static final double GYRO_SCALE_SD = 0.0017;
  /// Where in its case a chip feels.
  private static final double CASE_SD_M = 0.0003;

  private final Params params;
  private final List<List<Double>> nominalM;
  private final List<Motion> rolls = new ArrayList<>();
  private final List<Motion> tilts = new ArrayList<>();

  /// What is known beforehand.
  ///
  /// @param gravityMps2   local gravity
  /// @param forceSdMps2   standard deviation of a difference, at first; then that of the residuals
  /// @param verticalSdMps2 of the vertical acceleration of a bar that rolls
  /// @param middleSdM     of the middle of the units along the bar
  /// @param acrossSdM     of a unit's distance from the axis, before anything was measured
  /// @param alongSdM      of a unit's place along the bar, before anything was measured
  /// @param biasSdMps2    what calibration left of the bias
  /// @param turnSdRad     what calibration left of the mount
  /// @param mostSdM       refused where a lever is known less well
  public record Params(double gravityMps2, double forceSdMps2, double verticalSdMps2, double middleSdM,
      double acrossSdM, double alongSdM, double biasSdMps2, double turnSdRad, double mostSdM) {
    /// Pods within 1 cm of their drawn place; 2 mg and 0.2° after calibration.
    public static final Params DEFAULT = new Params(9.80665, 0.02, 0.05, 0.01, 0.1, 0.5, 0.02, 3.5e-3, 0.01);
  }

  /// @param nominalM x, y, z of each unit by the configuration
  public LeverFit(Params params, List<List<Double>> nominalM) {
    this.params = params;
    this.nominalM = List.copyOf(nominalM);
  }

  /// Adds rolling on a level floor, from rest to rest.
  public void addRoll(Motion motion) {
    rolls.add(motion);
  }

  /// Adds any other movement of the bar.
  public void addTilt(Motion motion) {
    tilts.add(motion);
  }

  /// Fits.
  ///
  /// @throws CalibrationRefusedException where the movement was too little, or units are exchanged
  public LeverCalibration fit() throws CalibrationRefusedException {
    double difference = params.forceSdMps2;
    double vertical = Math.hypot(params.forceSdMps2, params.verticalSdMps2);
    LeverRows rows = new LeverRows(nominalM.size(), params, nominalM);
    double[] solution = {};
    double[] covariance = {};
    double residual = Double.NaN;
    int samples = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      rows.collect(rolls, tilts, difference, vertical);
      double[] solved = rows.solve();
      double[] spread = rows.covariance();
      if (solved == null || spread == null) {
        throw new CalibrationRefusedException("the movement holds no finite numbers");
      }
      solution = solved;
      covariance = spread;
      LeverRows.Spread spreads = rows.residuals(solution, rolls, tilts);
      difference = spreads.differenceMps2();
      vertical = spreads.verticalMps2();
      residual = spreads.rmsMps2();
      samples = spreads.samples();
    }
    return result(solution, covariance, residual, samples);
  }

  private LeverCalibration result(double[] solution, double[] covariance, double residual, int samples)
      throws CalibrationRefusedException {
    int size = solution.length;
    List<List<Double>> levers = new ArrayList<>();
    List<List<Double>> sds = new ArrayList<>();
    for (int unit = 0; unit < nominalM.size(); unit++) {
      List<Double> lever = new ArrayList<>();
      List<Double> sd = new ArrayList<>();
      for (int axis = 0; axis < 3; axis++) {
        int at = unit * PER_UNIT + axis;
        lever.add(solution[at]);
        double scaled = 2 * GYRO_SCALE_SD * solution[at];
        sd.add(Math.sqrt(covariance[at * size + at] + scaled * scaled + CASE_SD_M * CASE_SD_M));
      }
      levers.add(List.copyOf(lever));
      sds.add(List.copyOf(sd));
    }
    for (int unit = 1; unit < nominalM.size(); unit++) {
      int here = unit * PER_UNIT;
      int before = here - PER_UNIT;
      double found = solution[here] - solution[before];
      double variance = covariance[here * size + here] + covariance[before * size + before]
          - 2 * covariance[here * size + before];
      refuse(found, Math.sqrt(variance), nominalM.get(unit).getFirst() - nominalM.get(unit - 1).getFirst());
    }
    for (List<Double> sd : sds) {
      double worst = Math.max(sd.get(1), sd.get(2));
      if (!(worst < params.mostSdM)) {
        throw new CalibrationRefusedException(String.format(Locale.ROOT,
            "the rolling leaves %.0f mm open across the bar, %.0f are allowed: roll it faster, by at least one turn",
            1000 * worst, 1000 * params.mostSdM));
      }
    }
    return new LeverCalibration(levers, sds, residual, samples);
  }

  private void refuse(double foundM, double sdM, double nominalDifferenceM) throws CalibrationRefusedException {
    if (!(sdM < params.mostSdM)) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the tilting leaves %.0f mm open along the bar, %.0f are allowed: raise and lower each end three times, briskly",
          1000 * sdM, 1000 * params.mostSdM));
    }
    if (foundM * nominalDifferenceM < 0) {
      throw new CalibrationRefusedException(
          "left and right are exchanged: the ends that were raised are not those that the pods feel; swap the pods in the configuration, or raise the end that is asked for");
    }
  }

  /// Where things are in a unit's nine parameters.
  static int bias(int unit) {
    return unit * PER_UNIT + BIAS;
  }

  static int turn(int unit) {
    return unit * PER_UNIT + TURN;
  }

  static int position(int unit) {
    return unit * PER_UNIT;
  }
}

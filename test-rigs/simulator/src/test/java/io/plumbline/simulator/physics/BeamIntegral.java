package io.plumbline.simulator.physics;

/// The shaft's deflection found the long way: statics gives the bending moment, M / EI is integrated twice by trapezia, and the line through
/// the hands is taken off. Beyond the collars nothing bends.
final class BeamIntegral {
  private static final int STEPS = 40_000;
  private static final double COLLAR_M = 0.655;
  private static final double STEP_M = 2 * COLLAR_M / STEPS;

  private final double[] deflectionM = new double[STEPS + 1];
  private final double[] slope = new double[STEPS + 1];

  /// @param gripM  hands at ± this
  /// @param leftXM, rightXM distance of the loads from the centre
  /// @param leftN, rightN upward
  BeamIntegral(double diameterM, double gripM, double leftXM, double rightXM, double leftN, double rightN) {
    double flexural = 205e9 * Math.PI * Math.pow(diameterM / 2, 4) / 4;
    double rightHandN = -(rightN * (rightXM + gripM) + leftN * (gripM - leftXM)) / (2 * gripM);
    double leftHandN = -leftN - rightN - rightHandN;
    double before = 0;
    for (int i = 0; i <= STEPS; i++) {
      double x = -COLLAR_M + i * STEP_M;
      double moment = leftN * (x + leftXM) + leftHandN * Math.max(0, x + gripM) + rightHandN * Math.max(0, x - gripM);
      double curvature = moment / flexural;
      if (i > 0) {
        slope[i] = slope[i - 1] + (before + curvature) / 2 * STEP_M;
        deflectionM[i] = deflectionM[i - 1] + (slope[i - 1] + slope[i]) / 2 * STEP_M;
      }
      before = curvature;
    }
    double atLeft = deflection(-gripM);
    double turn = (deflection(gripM) - atLeft) / (2 * gripM);
    for (int i = 0; i <= STEPS; i++) {
      deflectionM[i] -= atLeft + turn * (-COLLAR_M + i * STEP_M + gripM);
      slope[i] -= turn;
    }
  }

  /// Upward, m; straight on beyond the collars.
  double deflection(double xM) {
    double inside = Math.clamp(xM, -COLLAR_M, COLLAR_M);
    return at(deflectionM, inside) + at(slope, inside) * (xM - inside);
  }

  double slope(double xM) {
    return at(slope, Math.clamp(xM, -COLLAR_M, COLLAR_M));
  }

  private static double at(double[] values, double xM) {
    double place = (xM + COLLAR_M) / STEP_M;
    int i = Math.min(STEPS - 1, (int) place);
    return values[i] + (place - i) * (values[i + 1] - values[i]);
  }
}

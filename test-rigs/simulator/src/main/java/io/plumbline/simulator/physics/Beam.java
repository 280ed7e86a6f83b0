package io.plumbline.simulator.physics;

import io.plumbline.simulator.scenario.Bar;

/// The shaft as an Euler–Bernoulli beam on two supports, the hands, with a rigid sleeve clamped to each end and one load a side. Its two
/// coordinates are how far each load is displaced from the straight line through the hands. Sources: Timoshenko, *Strength of Materials I*,
/// overhanging beams (deflection by double integration of M = F (a + e − s)); end moments on a simple span (M L / 3 E I, M L / 6 E I).
///
/// Shaft of solid steel, E = 205 GPa. Isotropic: the same stiffness up and down and forward, whatever the roll.
public final class Beam {
  /// Bar steels have 200 to 210.
  private static final double YOUNG_PA = 205e9;
  /// Half the distance between the collars (IWF: 1310 mm).
  public static final double COLLAR_M = 0.655;
  /// From the collar to the centre of mass of an empty sleeve.
  private static final double SLEEVE_CENTRE_M = 0.2;
  /// From the collar to the middle of the stack: first plate, then about 1.8 mm a kilogram.
  private static final double FIRST_PLATE_M = 0.03;
  private static final double STACK_MPKG = 0.0009;

  private final double flexuralNm2;
  private final double gripM;
  private final double overhangM;
  private final double[] loadArmM = new double[2];
  private final double[][] stiffnessNpm = new double[2][2];

  /// @param leftKg  plates on the left
  /// @param rightKg plates on the right
  public Beam(Bar bar, double leftKg, double rightKg) {
    double d = bar.diameterM();
    this.flexuralNm2 = bar.stiffnessFactor() * YOUNG_PA * StrictMath.PI * d * d * d * d / 64;
    this.gripM = bar.gripHalfWidthM();
    this.overhangM = COLLAR_M - gripM;
    loadArmM[0] = loadArm(bar.outboardKg(), leftKg);
    loadArmM[1] = loadArm(bar.outboardKg(), rightKg);
    double own0 = ownComplianceMpN(0);
    double own1 = ownComplianceMpN(1);
    double cross = (overhangM + loadArmM[0]) * (overhangM + loadArmM[1]) * gripM / (3 * flexuralNm2);
    double determinant = own0 * own1 - cross * cross;
    stiffnessNpm[0][0] = own1 / determinant;
    stiffnessNpm[1][1] = own0 / determinant;
    stiffnessNpm[0][1] = -cross / determinant;
    stiffnessNpm[1][0] = stiffnessNpm[0][1];
  }

  private static double loadArm(double outboardKg, double platesKg) {
    double stack = FIRST_PLATE_M + STACK_MPKG * platesKg;
    double mass = outboardKg + platesKg;
    return mass == 0 ? SLEEVE_CENTRE_M : (outboardKg * SLEEVE_CENTRE_M + platesKg * stack) / mass;
  }

  private double ownComplianceMpN(int side) {
    double e = loadArmM[side];
    double arm = overhangM + e;
    return ((arm * arm * arm - e * e * e) / 3 + arm * arm * 2 * gripM / 3) / flexuralNm2;
  }

  /// Distance of a side's load from the bar's centre, m, positive on both sides.
  public double loadXM(int side) {
    return COLLAR_M + loadArmM[side];
  }

  /// Force that holds displacement one at `column`, taken at `row`, N/m.
  public double stiffnessNpm(int row, int column) {
    return stiffnessNpm[row][column];
  }

  /// How far the shaft's axis at `xM` (+ right) is displaced per displacement of a side's load, the other load in its place.
  double shape(double xM, int side) {
    return combine(xM, side, false);
  }

  /// Slope of [#shape], 1/m.
  double slope(double xM, int side) {
    return combine(xM, side, true);
  }

  private double combine(double xM, int side, boolean slope) {
    return influence(xM, 0, slope) * stiffnessNpm[0][side] + influence(xM, 1, slope) * stiffnessNpm[1][side];
  }

  /// Displacement (or slope) at `xM` per newton at a side's load. The left half is the mirror image of the right one.
  private double influence(double xM, int side, boolean slope) {
    int place = side == 0 ? -1 : 1;
    double x = place * xM;
    double value = slope ? place * slopeOfRightLoad(x, loadArmM[side]) : deflectionOfRightLoad(x, loadArmM[side]);
    return value / flexuralNm2;
  }

  private double deflectionOfRightLoad(double x, double e) {
    double arm = overhangM + e;
    if (x < -gripM) {
      // Unloaded overhang: straight on with the slope at the left hand.
      return arm * gripM / 3 * (-gripM - x);
    }
    if (x < gripM) {
      double xi = (x + gripM) / (2 * gripM);
      return -arm * 4 * gripM * gripM / 6 * (xi - xi * xi * xi);
    }
    double s = x - gripM;
    return arm * 2 * gripM / 3 * s + arm * s * s / 2 - s * s * s / 6;
  }

  private double slopeOfRightLoad(double x, double e) {
    double arm = overhangM + e;
    if (x < -gripM) {
      return -arm * gripM / 3;
    }
    if (x < gripM) {
      double xi = (x + gripM) / (2 * gripM);
      return -arm * 2 * gripM / 6 * (1 - 3 * xi * xi);
    }
    double s = x - gripM;
    return arm * 2 * gripM / 3 + arm * s - s * s / 2;
  }
}

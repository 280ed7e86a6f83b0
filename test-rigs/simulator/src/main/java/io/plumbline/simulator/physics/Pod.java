package io.plumbline.simulator.physics;

/// What an ideal inertial unit at a place of the shaft feels: it moves and turns with the shaft, and with the shaft's bending there. Frame:
/// the shaft's at that place, x along it. Not thread-safe.
public final class Pod {
  private final double xM;
  private final double yM;
  private final double zM;
  private final double[] shape = new double[2];
  private final double[] slope = new double[2];
  private final double[] rate = new double[3];
  private final double[] turn = new double[3];
  private final double[] world = new double[3];
  private final double[][] frame = new double[3][3];
  private double sr;
  private double cr;
  private double st;
  private double ct;

  /// @param xM along the shaft, yM, zM off its axis
  public Pod(double xM, double yM, double zM) {
    this.xM = xM;
    this.yM = yM;
    this.zM = zM;
  }

  /// To be called when the plates have changed.
  public void follow(Beam beam) {
    for (int side = 0; side < 2; side++) {
      shape[side] = beam.shape(xM, side);
      slope[side] = beam.slope(xM, side);
    }
  }

  /// The shaft's axes at this place, in the world: the columns of Rz(yaw) Ry(tilt) Rx(roll). Bending adds small angles.
  void turn(BarDynamics bar) {
    double droop = -bent(bar.bend, slope, 1);
    double swing = bent(bar.bend, slope, 0);
    sr = bar.sine[0];
    cr = bar.cosine[0];
    double s = Angle.smallSine(droop);
    double c = Angle.smallCosine(droop);
    st = bar.sine[1] * c + bar.cosine[1] * s;
    ct = bar.cosine[1] * c - bar.sine[1] * s;
    s = Angle.smallSine(swing);
    c = Angle.smallCosine(swing);
    double sy = bar.sine[2] * c + bar.cosine[2] * s;
    double cy = bar.cosine[2] * c - bar.sine[2] * s;
    frame[0][0] = cy * ct;
    frame[1][0] = sy * ct;
    frame[2][0] = -st;
    frame[0][1] = cy * st * sr - sy * cr;
    frame[1][1] = sy * st * sr + cy * cr;
    frame[2][1] = ct * sr;
    frame[0][2] = cy * st * cr + sy * sr;
    frame[1][2] = sy * st * cr - cy * sr;
    frame[2][2] = ct * cr;
  }

  /// Specific force and angular rate of this instant.
  public void feel(BarDynamics bar, double[] specificForceMps2, double[] rateRadps) {
    turn(bar);
    double tiltRate = bar.angleRate[1] - bent(bar.bendRate, slope, 1);
    double yawRate = bar.angleRate[2] + bent(bar.bendRate, slope, 0);
    double tiltTurn = bar.angleAcceleration[1] - bent(bar.bendAcceleration, slope, 1);
    double yawTurn = bar.angleAcceleration[2] + bent(bar.bendAcceleration, slope, 0);
    double rollRate = bar.angleRate[0];
    rate[0] = rollRate - yawRate * st;
    rate[1] = tiltRate * cr + yawRate * ct * sr;
    rate[2] = -tiltRate * sr + yawRate * ct * cr;
    turn[0] = bar.angleAcceleration[0] - yawTurn * st - yawRate * tiltRate * ct;
    turn[1] = tiltTurn * cr - tiltRate * rollRate * sr + yawTurn * ct * sr - yawRate * tiltRate * st * sr
        + yawRate * rollRate * ct * cr;
    turn[2] = -tiltTurn * sr - tiltRate * rollRate * cr + yawTurn * ct * cr - yawRate * tiltRate * st * cr
        - yawRate * rollRate * ct * sr;
    straight(bar, bar.sine[1], bar.cosine[1], bar.sine[2], bar.cosine[2]);
    double ax = world[0];
    double ay = world[1] + bent(bar.bendAcceleration, shape, 0);
    double az = world[2] + bent(bar.bendAcceleration, shape, 1) + bar.gravityMps2();
    double wy = rate[1];
    double wz = rate[2];
    double wx = rate[0];
    // Lever off the axis, in the shaft's frame: α × r + ω × (ω × r).
    double across = wy * yM + wz * zM;
    specificForceMps2[0] = frame[0][0] * ax + frame[1][0] * ay + frame[2][0] * az + turn[1] * zM - turn[2] * yM
        + wx * across;
    specificForceMps2[1] = frame[0][1] * ax + frame[1][1] * ay + frame[2][1] * az - turn[0] * zM + wy * across
        - yM * (wx * wx + wy * wy + wz * wz);
    specificForceMps2[2] = frame[0][2] * ax + frame[1][2] * ay + frame[2][2] * az + turn[0] * yM + wz * across
        - zM * (wx * wx + wy * wy + wz * wz);
    rateRadps[0] = rate[0];
    rateRadps[1] = rate[1];
    rateRadps[2] = rate[2];
  }

  /// Acceleration of the straight line at `xM`: of the centre, and second derivatives of x (cos t cos p, cos t sin p, −sin t).
  private void straight(BarDynamics bar, double st, double ct, double sp, double cp) {
    double dt = bar.angleRate[1];
    double dp = bar.angleRate[2];
    double at = bar.angleAcceleration[1];
    double ap = bar.angleAcceleration[2];
    double squares = dt * dt + dp * dp;
    world[0] = bar.acceleration[0]
        + xM * (-ct * cp * squares + 2 * st * sp * dt * dp - st * cp * at - ct * sp * ap);
    world[1] = bar.acceleration[1]
        + xM * (-ct * sp * squares - 2 * st * cp * dt * dp - st * sp * at + ct * cp * ap);
    world[2] = bar.acceleration[2] + xM * (st * dt * dt - ct * at);
  }

  private static double bent(double[][] bend, double[] weights, int axis) {
    return weights[0] * bend[0][axis] + weights[1] * bend[1][axis];
  }

  /// Force of everything outside a side's load-cell plane on the shaft, {y, z} in the shaft's frame at this place.
  public void force(BarDynamics bar, int side, double[] outN) {
    turn(bar);
    double y = bar.sideForceN[side][0];
    double z = bar.sideForceN[side][1];
    outN[0] = frame[1][1] * y + frame[2][1] * z;
    outN[1] = frame[1][2] * y + frame[2][2] * z;
  }
}

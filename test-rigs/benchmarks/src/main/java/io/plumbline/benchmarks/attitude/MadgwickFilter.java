package io.plumbline.benchmarks.attitude;

/// The filter for inertial units of Madgwick, Harrison and Vaidyanathan (Estimation of IMU and MARG orientation using a gradient descent
/// algorithm, ICORR 2011), written from the paper. Equation numbers are those of its long form, Madgwick's report of 2010 (An efficient
/// orientation filter for inertial and inertial/magnetic sensor arrays), whose symbols both share. Its compensation of bias needs a
/// magnetometer and is no part of the filter for inertial units.
final class MadgwickFilter implements InclinationFilter {
  /// β for inertial units in section 6 of the report, and in the paper.
  static final double PUBLISHED_BETA_RADPS = 0.033;

  private final double betaRadps;
  private double q1 = 1;
  private double q2;
  private double q3;
  private double q4;

  /// @param betaRadps the one parameter: magnitude of the gyro's error as a quaternion's rate (eq. 50)
  MadgwickFilter(double betaRadps) {
    this.betaRadps = betaRadps;
  }

  @Override
  public String name() {
    return "Madgwick";
  }

  @Override
  public String parameters() {
    return "beta " + betaRadps + " rad/s"
        + (betaRadps == PUBLISHED_BETA_RADPS ? " (as published for inertial units)" : "");
  }

  @Override
  public void begin(double ax, double ay, double az) {
    Rotation start = new Rotation();
    start.setToBringUp(ax, ay, az);
    set(start.w, start.x, start.y, start.z);
  }

  private void set(double a, double b, double c, double d) {
    double n = 1 / Math.sqrt(a * a + b * b + c * c + d * d);
    q1 = a * n;
    q2 = b * n;
    q3 = c * n;
    q4 = d * n;
  }

  @Override
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS) {
    // Rate of the quaternion from the gyro: half of q ⊗ ω (eq. 11).
    double d1 = 0.5 * (-q2 * gx - q3 * gy - q4 * gz);
    double d2 = 0.5 * (q1 * gx + q3 * gz - q4 * gy);
    double d3 = 0.5 * (q1 * gy - q2 * gz + q4 * gx);
    double d4 = 0.5 * (q1 * gz + q2 * gy - q3 * gx);
    double force = Math.sqrt(ax * ax + ay * ay + az * az);
    if (force > 0) {
      // What up should look like from the sensor, less what it does (eq. 25).
      double f1 = 2 * (q2 * q4 - q1 * q3) - ax / force;
      double f2 = 2 * (q1 * q2 + q3 * q4) - ay / force;
      double f3 = 2 * (0.5 - q2 * q2 - q3 * q3) - az / force;
      // Gradient of half its square: the transposed Jacobian (eq. 26) times it (eq. 20).
      double s1 = -2 * q3 * f1 + 2 * q2 * f2;
      double s2 = 2 * q4 * f1 + 2 * q1 * f2 - 4 * q2 * f3;
      double s3 = -2 * q1 * f1 + 2 * q4 * f2 - 4 * q3 * f3;
      double s4 = 2 * q2 * f1 + 2 * q3 * f2;
      double slope = Math.sqrt(s1 * s1 + s2 * s2 + s3 * s3 + s4 * s4);
      if (slope > 0) {
        // A step of constant size down the gradient (eq. 43 and 44).
        double step = betaRadps / slope;
        d1 -= step * s1;
        d2 -= step * s2;
        d3 -= step * s3;
        d4 -= step * s4;
      }
    }
    // eq. 42, and back to unit length.
    set(q1 + d1 * dtS, q2 + d2 * dtS, q3 + d3 * dtS, q4 + d4 * dtS);
  }

  @Override
  public void upInSensor(double[] into) {
    into[0] = 2 * (q2 * q4 - q1 * q3);
    into[1] = 2 * (q1 * q2 + q3 * q4);
    into[2] = 1 - 2 * (q2 * q2 + q3 * q3);
  }
}

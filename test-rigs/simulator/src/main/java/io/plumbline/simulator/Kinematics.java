package io.plumbline.simulator;

/// The rigid bar at one instant: its centre in the world frame, its roll about the shaft and its tilt. The bar-to-world rotation is
/// `R = Ry(tilt) Rx(roll)`. Mutable, reused from sample to sample.
final class Kinematics {
  static final double GRAVITY_MPS2 = 9.80665;

  final Jet x = new Jet();
  final Jet y = new Jet();
  final Jet z = new Jet();
  final Jet rollRad = new Jet();
  final Jet tiltRad = new Jet();
  /// Share of the weight that hangs in the hands: 0 lying on its plates, 1 lifted.
  final Jet hung = new Jet();
  Phase phase = Phase.REST;

  private final double[] omega = new double[3];
  private final double[] omegaDot = new double[3];
  private final double[] toBar = new double[9];

  /// Works out rotation and its rates, once the jets are set.
  void update() {
    double sinRoll = StrictMath.sin(rollRad.value);
    double cosRoll = StrictMath.cos(rollRad.value);
    double sinTilt = StrictMath.sin(tiltRad.value);
    double cosTilt = StrictMath.cos(tiltRad.value);
    omega[0] = rollRad.rate;
    omega[1] = tiltRad.rate * cosRoll;
    omega[2] = -tiltRad.rate * sinRoll;
    omegaDot[0] = rollRad.acceleration;
    omegaDot[1] = tiltRad.acceleration * cosRoll - tiltRad.rate * rollRad.rate * sinRoll;
    omegaDot[2] = -tiltRad.acceleration * sinRoll - tiltRad.rate * rollRad.rate * cosRoll;
    // Rows of R transposed: the bar's axes in the world.
    toBar[0] = cosTilt;
    toBar[1] = 0;
    toBar[2] = -sinTilt;
    toBar[3] = sinTilt * sinRoll;
    toBar[4] = cosRoll;
    toBar[5] = cosTilt * sinRoll;
    toBar[6] = sinTilt * cosRoll;
    toBar[7] = -sinRoll;
    toBar[8] = cosTilt * cosRoll;
  }

  /// Angular rate in the bar frame, rad/s.
  void angularRate(double[] out) {
    System.arraycopy(omega, 0, out, 0, 3);
  }

  /// Specific force (acceleration minus gravity) of the point `lever` of the bar, in the bar frame, m/s².
  void specificForce(double leverX, double leverY, double leverZ, double[] out) {
    double upMps2 = z.acceleration + GRAVITY_MPS2;
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = toBar[3 * axis] * x.acceleration + toBar[3 * axis + 1] * y.acceleration
          + toBar[3 * axis + 2] * upMps2;
    }
    double along = omega[0] * leverX + omega[1] * leverY + omega[2] * leverZ;
    double square = omega[0] * omega[0] + omega[1] * omega[1] + omega[2] * omega[2];
    out[0] += omegaDot[1] * leverZ - omegaDot[2] * leverY + omega[0] * along - square * leverX;
    out[1] += omegaDot[2] * leverX - omegaDot[0] * leverZ + omega[1] * along - square * leverY;
    out[2] += omegaDot[0] * leverY - omegaDot[1] * leverX + omega[2] * along - square * leverZ;
  }

  /// Bar to world as `w x y z`.
  void orientation(double[] out) {
    double cosHalfTilt = StrictMath.cos(tiltRad.value / 2);
    double sinHalfTilt = StrictMath.sin(tiltRad.value / 2);
    double cosHalfRoll = StrictMath.cos(rollRad.value / 2);
    double sinHalfRoll = StrictMath.sin(rollRad.value / 2);
    out[0] = cosHalfTilt * cosHalfRoll;
    out[1] = cosHalfTilt * sinHalfRoll;
    out[2] = sinHalfTilt * cosHalfRoll;
    out[3] = -sinHalfTilt * sinHalfRoll;
  }
}

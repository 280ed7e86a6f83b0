package io.plumbline.simulator.physics;

/// Two hooks under the shaft. The bar rests on them where it is above them, and is free of them as soon as it has been carried away.
final class Rack {
  private static final double[] HOOK_X_M = {-0.5, 0.5};
  private static final double STIFFNESS_NPM = 1.5e6;
  private static final double RESTITUTION = 0.2;
  private static final double HALF_DEPTH_M = 0.05;
  /// More than any bar falls in one step.
  private static final double CATCH_M = 0.001;
  private static final double FRICTION = 0.3;
  private static final double SLIP_MPS = 0.01;

  private final double heightM;
  private final Contact[] hooks;

  /// @param heightM of the shaft's axis on the hooks; NaN for no rack
  /// @param shaftKg of the shaft alone
  Rack(double heightM, double shaftKg) {
    this.heightM = heightM;
    double half = shaftKg / 2;
    this.hooks = new Contact[]{new Contact(STIFFNESS_NPM, RESTITUTION, half),
        new Contact(STIFFNESS_NPM, RESTITUTION, half)};
  }

  double xM(int hook) {
    return HOOK_X_M[hook];
  }

  /// Upward force on the shaft.
  double upwardN(int hook, double yM, double zM, double zMps, double stepS) {
    // What comes up from below passes the hook: only what comes down on it is caught.
    double caughtM = hooks[hook].isTouching() ? HALF_DEPTH_M : zMps <= 0 ? CATCH_M : 0;
    boolean above = Math.abs(yM) < HALF_DEPTH_M && zM > heightM - caughtM;
    return hooks[hook].step(above ? heightM - zM : -1, -zMps, stepS);
  }

  /// Forward force on the shaft, of friction.
  double forwardN(int hook, double yMps) {
    return -FRICTION * hooks[hook].forceN() * Side.smooth(yMps, SLIP_MPS);
  }

  double forceN() {
    return hooks[0].forceN() + hooks[1].forceN();
  }
}

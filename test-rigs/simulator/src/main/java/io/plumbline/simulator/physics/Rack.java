package io.plumbline.simulator.physics;

/// Two hooks under the shaft. The bar rests on them where it is above them, and is free of them as soon as it has been carried away.
final class Rack {
  private static final double[] HOOK_X_M = {-0.5, 0.5};
  private static final double STIFFNESS_NPM = 1.5e6;
  private static final double RESTITUTION = 0.2;
  private static final double HALF_DEPTH_M = 0.05;
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
    boolean above = Math.abs(yM) < HALF_DEPTH_M && zM > heightM - HALF_DEPTH_M;
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

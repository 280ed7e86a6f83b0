package io.plumbline.simulator.physics;

/// A place where two bodies press on each other and do not stick: linear stiffness with the damping of Hunt and Crossley (J. Appl. Mech. 42,
/// 1975), `F = k x (1 + χ v / v₀)`, with x the penetration, v its rate and v₀ the rate at first touch.
///
/// χ follows from the coefficient of restitution e without approximation: m v dv = −k x (1 + χ v / v₀) dx integrates to
/// `χ (1 + e) = ln((1 + χ) / (1 − χ e))`, whatever the mass and stiffness. Not thread-safe.
final class Contact {
  /// Below this a touch is a resting one: without a floor for v₀ its damping would have no bounds.
  private static final double LEAST_SPEED_MPS = 0.02;
  /// After so long in touch an impact is over and what follows are small movements about rest.
  private static final double IMPACT_S = 0.15;

  /// An explicit step removes at the most this share of the lighter body's speed; more would make it chatter.
  private static final double MOST_PER_STEP = 0.3;

  private final double stiffnessNpm;
  private final double damping;
  private double lightestKg;
  private double firstMps;
  private double touchedS;
  private double forceN;

  /// @param stiffnessNpm N/m, above 0
  /// @param restitution  rebound over impact speed, 0.05 to 0.95
  /// @param lightestKg   the lighter of the two bodies, with what is firmly joined to it
  Contact(double stiffnessNpm, double restitution, double lightestKg) {
    this.lightestKg = lightestKg;
    this.stiffnessNpm = stiffnessNpm;
    this.damping = dampingFor(restitution);
  }

  /// The bodies have changed.
  void setLightest(double newLightestKg) {
    lightestKg = newLightestKg;
  }

  /// χ for a coefficient of restitution, by bisection between 0 and 1/e.
  static double dampingFor(double restitution) {
    double low = 1e-9;
    double high = 1 / restitution - 1e-12;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      double excess = StrictMath.log((1 + middle) / (1 - middle * restitution)) - middle * (1 + restitution);
      if (excess < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// Takes one step.
  ///
  /// @param depthM  penetration, negative where the bodies are apart
  /// @param rateMps rate of the penetration
  /// @return force that pushes them apart, N, never negative
  double step(double depthM, double rateMps, double stepS) {
    if (depthM <= 0) {
      touchedS = 0;
      forceN = 0;
      return 0;
    }
    if (touchedS == 0) {
      firstMps = Math.max(rateMps, LEAST_SPEED_MPS);
    } else if (touchedS > IMPACT_S) {
      firstMps = LEAST_SPEED_MPS;
    }
    touchedS += stepS;
    // The law holds between impact and rebound; faster movements come from outside and are not to be pulled or thrown by the damping.
    double relative = Math.max(-1, Math.min(1, rateMps / firstMps));
    double spring = stiffnessNpm * depthM;
    double most = MOST_PER_STEP * lightestKg / stepS * Math.abs(rateMps);
    forceN = Math.max(0, spring + Math.max(-most, Math.min(most, spring * damping * relative)));
    return forceN;
  }

  /// The force of the last step.
  double forceN() {
    return forceN;
  }

  boolean isTouching() {
    return touchedS > 0;
  }

  /// Rate at first touch of this touch.
  double firstMps() {
    return firstMps;
  }
}

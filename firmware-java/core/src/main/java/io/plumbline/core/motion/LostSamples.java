package io.plumbline.core.motion;

/// Bridges samples that were lost. That they were is sure some samples later only ([SampleClock]); until then the acceleration to both sides of the
/// place is kept, so that what the plates did meanwhile is not taken for what was lost.
///
/// Allocates nothing after construction. Not thread-safe.
final class LostSamples {
  /// What was lost is off the line between its neighbours by such a share of their difference, 1 sigma: a knock of plates is over in 2 to 4 ms.
  private static final double OFF_SHARE = 0.5;

  private final double[] meanMps2 = new double[3];
  private final double[] jumpMps2 = new double[3];
  private boolean suspected;

  /// Samples may have been lost between two that follow one another, with these accelerations in the world.
  void suspect(double[] beforeMps2, double[] afterMps2) {
    for (int i = 0; i < 3; i++) {
      meanMps2[i] = 0.5 * (beforeMps2[i] + afterMps2[i]);
      jumpMps2[i] = afterMps2[i] - beforeMps2[i];
    }
    suspected = true;
  }

  /// Nothing was lost, or it does not matter where.
  void forget() {
    suspected = false;
  }

  /// Whether the place is known.
  boolean suspected() {
    return suspected;
  }

  /// Acceleration while they were lost, an axis of the world.
  double meanMps2(int axis) {
    return meanMps2[axis];
  }

  /// Variance that the vertical velocity gains, (m/s)².
  ///
  /// @param lostS for how long they were lost
  double upNoise(double lostS) {
    double offMps = OFF_SHARE * jumpMps2[2] * lostS;
    return offMps * offMps;
  }

  /// The same for the level axes.
  double levelNoise(double lostS) {
    double offS = OFF_SHARE * lostS;
    return offS * offS * (jumpMps2[0] * jumpMps2[0] + jumpMps2[1] * jumpMps2[1]);
  }
}

package io.plumbline.core.motion;

import io.plumbline.core.sample.SensorFrame;

/// Sees that a sensor repeats itself: six noisy numbers do not stay the same to the last bit for [#FROZEN_S], unless the part is stuck or its
/// samples were made without noise. Only the other sensors can tell which. Allocates nothing after construction. Not thread-safe.
public final class FreezeDetector {
  private static final double FROZEN_S = 0.05;
  private static final int AXES = 6;

  private final double[] last = new double[AXES];
  private long sinceNs = Long.MIN_VALUE;
  private boolean frozen;

  /// Takes the six values of a sensor that begin at a channel.
  public void look(SensorFrame frame, int firstChannel) {
    boolean same = sinceNs != Long.MIN_VALUE;
    for (int i = 0; i < AXES; i++) {
      double value = frame.get(firstChannel + i);
      same &= value == last[i];
      last[i] = value;
    }
    if (!same) {
      sinceNs = frame.timeNs();
    }
    frozen = same && (frame.timeNs() - sinceNs) * 1e-9 > FROZEN_S;
  }

  /// Whether it has repeated itself for long.
  public boolean frozen() {
    return frozen;
  }
}

package io.plumbline.core.motion;

/// Evens out the time stamps of one sensor, which samples at a steady rate whatever its stamps say. A phase-locked loop of second order follows
/// them; a stamp that is late is not believed until the next ones agree with it: then samples were lost.
///
/// Allocates nothing after construction. Not thread-safe.
final class SampleClock {
  private static final int LEARNING = 64;
  private static final double PHASE_GAIN = 0.02;
  private static final double PERIOD_GAIN = 1e-4;
  private static final double BELIEVED_PERIODS = 0.5;
  private static final int AGREEING = 3;
  private static final long LEAST_STEP_NS = 1000;

  private double periodNs;
  private double outNs;
  private long firstNs;
  private long lastStampNs;
  private int seen;
  private int late;

  /// Nothing is known of the next stamps.
  void restart() {
    seen = 0;
    late = 0;
  }

  /// When a sample was taken, in rising order.
  long correct(long stampNs) {
    if (seen < LEARNING) {
      return learn(stampNs);
    }
    double expectedNs = outNs + periodNs;
    boolean crowded = stampNs - lastStampNs < BELIEVED_PERIODS * periodNs;
    lastStampNs = stampNs;
    double errorNs = stampNs - expectedNs;
    if (Math.abs(errorNs) < BELIEVED_PERIODS * periodNs) {
      late = 0;
      outNs = expectedNs + PHASE_GAIN * errorNs;
      periodNs += PERIOD_GAIN * errorNs;
    } else if (errorNs > 0) {
      // Stamps that crowd behind a late one are late too; after a true gap they keep their distance.
      late = crowded ? 0 : late + 1;
      boolean lost = late >= AGREEING;
      outNs = lost ? stampNs : expectedNs;
      late = lost ? 0 : late;
    } else {
      late = 0;
      outNs = Math.max(outNs + LEAST_STEP_NS, (double) stampNs);
    }
    return Math.round(outNs);
  }

  private long learn(long stampNs) {
    if (seen == 0) {
      firstNs = stampNs;
    } else {
      periodNs = (double) (stampNs - firstNs) / seen;
    }
    seen++;
    lastStampNs = stampNs;
    outNs = stampNs;
    return stampNs;
  }
}

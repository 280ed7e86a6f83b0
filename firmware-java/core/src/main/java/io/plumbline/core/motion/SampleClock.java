package io.plumbline.core.motion;

/// Evens out the time stamps of one sensor, which samples at a steady rate whatever its stamps say. A phase-locked loop of second order follows
/// them; a stamp that is late is not believed until the next ones are late too: then samples were lost, and the least late of them tells by how
/// much, for a stamp is put off by whatever it waits for, but never brought forward.
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
  private double leastLateNs;
  private boolean suspects;
  private boolean firstLate;
  private double lostNs;

  /// Nothing is known of the next stamps.
  void restart() {
    seen = 0;
    late = 0;
    suspects = false;
    firstLate = false;
    lostNs = 0;
  }

  /// When a sample was taken, in rising order.
  long correct(long stampNs) {
    firstLate = false;
    lostNs = 0;
    if (seen < LEARNING) {
      return learn(stampNs);
    }
    double expectedNs = outNs + periodNs;
    boolean crowded = stampNs - lastStampNs < BELIEVED_PERIODS * periodNs;
    lastStampNs = stampNs;
    double errorNs = stampNs - expectedNs;
    if (Math.abs(errorNs) < BELIEVED_PERIODS * periodNs) {
      late = 0;
      suspects = false;
      outNs = expectedNs + PHASE_GAIN * errorNs;
      periodNs += PERIOD_GAIN * errorNs;
    } else if (errorNs > 0) {
      firstLate = !suspects;
      // Stamps that crowd behind a late one are late too; after a true gap they keep their distance.
      late = crowded ? 0 : late + 1;
      leastLateNs = late > 1 ? Math.min(leastLateNs, errorNs) : errorNs;
      boolean lost = late >= AGREEING;
      lostNs = lost ? leastLateNs : 0;
      outNs = expectedNs + lostNs;
      late = lost ? 0 : late;
      suspects = !lost;
    } else {
      late = 0;
      suspects = false;
      outNs = Math.max(outNs + LEAST_STEP_NS, (double) stampNs);
    }
    return Math.round(outNs);
  }

  /// Whether the last stamp was the first late one: if samples were lost, they were lost just before it.
  boolean isFirstLate() {
    return firstLate;
  }

  /// For how long samples were lost, as the last stamp made sure, s; 0 where it did not. The time of that stamp is later by so much than the samples
  /// before it had it, the first late one included.
  double lostS() {
    return lostNs * 1e-9;
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

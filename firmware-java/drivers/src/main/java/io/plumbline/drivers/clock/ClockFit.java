package io.plumbline.drivers.clock;

/// Maps the number of a sample to the time when it was taken, and so finds the chip's true rate. What it is told are times at which a sample
/// was seen to be there; these are late, never early, by little (an edge) or by much (a poll, a pause of the whole program). So it keeps the
/// line that lies below all of them: the side of their lower convex hull above their middle (Moon, Skelly and Towsley 1999, "Estimation and
/// removal of clock skew from network delay measurements", give the same line as a linear programme).
///
/// Numbers count up by one a sample, lost ones too. Not thread-safe. Allocates only when it is made.
public final class ClockFit {
  private static final double WINDOW_S = 4;
  private static final double SETTLED_S = 1;
  private static final double TRUSTED_S = 0.2;
  // A start that was late for long tilts the line, which then lies far below what came in between; a number taken from it would be wrong.
  private static final double LOOSE_PERIODS = 0.5;
  private static final int FIRST_BUCKET = 8;
  // A chip's clock is at most 3 % off, an RC one over temperature; the rest is margin.
  private static final double WORST_RATE_ERROR = 0.06;
  // An honest clock moves slowly: what comes earlier than this part of a period is a mistake, until it comes again and again.
  private static final double EARLY_PERIODS = 0.15;
  private static final int EARLY_WEIGHT = 4;
  private static final int EARLY_LIMIT = 64;
  private static final double LATE_PERIODS = 3;
  private static final int LATE_BUCKETS = 8;

  /// What [#numberBetween] gives where it is not known.
  public static final long UNKNOWN = Long.MIN_VALUE;

  private final double nominalPeriodNs;
  private final double largestBucket;
  private final Envelope envelope = new Envelope();

  private boolean observed;
  private long baseNumber;
  private long baseTimeNs;
  private double periodNs;
  private double offsetNs;
  private boolean settled;
  private double uncertainty;
  private double loosenessNs;

  private double bucketSamples;
  private double bucketFrom;
  private double lowestX;
  private double lowestY;
  private boolean bucketUsed;
  private double earlyLevel;
  private int lateBuckets;

  private long lastNumber;
  private long lastTimeNs;
  private boolean given;

  /// @param nominalRateHz of the samples
  public ClockFit(double nominalRateHz) {
    nominalPeriodNs = 1e9 / nominalRateHz;
    largestBucket = Math.max(FIRST_BUCKET, Math.ceil(WINDOW_S * nominalRateHz / Envelope.CAPACITY));
    periodNs = nominalPeriodNs;
    forget();
  }

  /// The chip was started again: nothing is known of its phase, but its rate will be about the same. The times given go on from the last.
  public void restart() {
    forget();
  }

  private void forget() {
    observed = false;
    settled = false;
    uncertainty = Double.NaN;
    envelope.clear();
    bucketSamples = FIRST_BUCKET;
    bucketUsed = false;
    earlyLevel = 0;
    lateBuckets = 0;
  }

  /// Tells that a sample was there at a time.
  ///
  /// @param number of the newest sample that was there
  /// @param timeNs when it was seen: its data-ready edge, or the reading
  public void observe(long number, long timeNs) {
    if (!observed) {
      begin(number, timeNs);
      return;
    }
    double x = number - baseNumber;
    double y = timeNs - baseTimeNs;
    double lateNs = y - offsetNs - x * periodNs;
    if (settled && lateNs < -EARLY_PERIODS * periodNs) {
      earlyLevel += EARLY_WEIGHT;
      if (earlyLevel > EARLY_LIMIT) {
        forget();
        begin(number, timeNs);
      }
      return;
    }
    earlyLevel = Math.max(0, earlyLevel - 1);
    if (lateNs < 0) {
      offsetNs += lateNs;
    }
    collect(x, y);
  }

  private void begin(long number, long timeNs) {
    observed = true;
    baseNumber = number;
    baseTimeNs = timeNs;
    offsetNs = 0;
    bucketFrom = 0;
    collect(0, 0);
  }

  private void collect(double x, double y) {
    if (bucketUsed && x - bucketFrom >= bucketSamples) {
      closeBucket();
    }
    if (!bucketUsed) {
      bucketUsed = true;
      bucketFrom = x;
      lowestX = x;
      lowestY = y;
    } else if (y - lowestY < (x - lowestX) * periodNs) {
      lowestX = x;
      lowestY = y;
    }
  }

  private void closeBucket() {
    bucketUsed = false;
    double lateNs = lowestY - offsetNs - lowestX * periodNs;
    lateBuckets = lateNs > LATE_PERIODS * periodNs ? lateBuckets + 1 : 0;
    if (lateBuckets >= LATE_BUCKETS) {
      // Samples were lost that nobody noticed, or the chip's clock stood still: begin again.
      long number = baseNumber + (long) lowestX;
      long timeNs = baseTimeNs + (long) lowestY;
      forget();
      begin(number, timeNs);
      return;
    }
    if (envelope.isFull()) {
      if (bucketSamples < largestBucket) {
        envelope.halve(periodNs);
        bucketSamples *= 2;
      } else {
        envelope.dropOldest();
      }
    }
    envelope.add(lowestX, lowestY);
    fit();
  }

  private void fit() {
    double spanS = envelope.spanSamples() * periodNs / 1e9;
    if (spanS < TRUSTED_S || !envelope.fit()) {
      // Too short for a slope: through the last of the lowest points.
      offsetNs = lowestY - lowestX * periodNs;
      return;
    }
    double slope = envelope.slope();
    if (Math.abs(slope / nominalPeriodNs - 1) > WORST_RATE_ERROR) {
      offsetNs = lowestY - lowestX * periodNs;
      return;
    }
    periodNs = slope;
    offsetNs = envelope.intercept();
    uncertainty = 2 * envelope.meanDistance() / (envelope.spanSamples() * periodNs);
    loosenessNs = envelope.looseness();
    settled |= spanS >= SETTLED_S && loosenessNs < LOOSE_PERIODS * periodNs;
  }

  /// Whether rate and phase are known well; before, times are coarse.
  public boolean isSettled() {
    return settled;
  }

  /// Whether anything was observed since the start.
  public boolean isObserved() {
    return observed;
  }

  /// When a sample was taken. Ask in rising order: times given never run backwards.
  public long timeNs(long number) {
    long timeNs = baseTimeNs + Math.round(offsetNs + (number - baseNumber) * periodNs);
    if (given && number > lastNumber && timeNs <= lastTimeNs) {
      timeNs = lastTimeNs + 1;
    }
    given = true;
    lastNumber = number;
    lastTimeNs = timeNs;
    return timeNs;
  }

  /// Number that the sampling has come to at a time, as a fraction: the newest sample is its floor.
  public double numberAt(long timeNs) {
    return baseNumber + (timeNs - baseTimeNs - offsetNs) / periodNs;
  }

  /// Number of the newest sample at an unknown moment between two times.
  ///
  /// @param margin how near to a sample is too near to be sure, in periods
  /// @return [#UNKNOWN] where a sample came between them or too near to either, before it [#isSettled()], and while what was seen lately is
  ///     farther than the margin from the line
  public long numberBetween(long fromNs, long toNs, double margin) {
    double first = Math.floor(numberAt(fromNs) - margin);
    boolean known = settled && loosenessNs < margin * periodNs;
    return known && first == Math.floor(numberAt(toNs) + margin) ? (long) first : UNKNOWN;
  }

  /// Samples between two times.
  public double samplesIn(long durationNs) {
    return durationNs / periodNs;
  }

  /// Time between two samples, as far as is known, ns.
  public double periodNs() {
    return periodNs;
  }

  /// Samples a second by the host's clock; NaN until it [#isSettled()].
  public double rateHz() {
    return settled ? 1e9 / periodNs : Double.NaN;
  }

  /// How far the rate may be off, Hz: the scatter of what was observed over its length; NaN until it [#isSettled()].
  public double rateUncertaintyHz() {
    return settled ? uncertainty * 1e9 / periodNs : Double.NaN;
  }
}

package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// What the floor carries of one side: N = c₀ + c₁ a − c₂ s″ − y sin φ − z cos φ − P, with P the pull of that side on its load cell, a the upward
/// acceleration of the shaft's end, s its outward slope, + where it falls, and φ its roll. What hangs on a sleeve hangs some way outside the pod
/// and goes with that slope, be it bend or tilt: its own acceleration is a − x s″, x = c₂ / c₁ being its overhang. In the air N is 0, and the
/// coefficients are fitted there by least squares: c₀ is the weight as this cell reads it (its gain cancels), c₁ the mass, y and z what is left
/// of the cell's zeros. The [CellZero], which joins weight and mass, and where about the plates hang are known beforehand. All are seen through
/// the same window, so that none lags. Not thread-safe.
final class FloorReaction {
  private static final int REACH = PlateMotion.REACH;
  private static final int FEWEST = 40;
  private static final int ROUNDS = 4;
  /// How well these terms can tell a side's weight at all.
  private static final double LEAST_SHARE = 0.001;
  private static final int RINGING = 40;
  private static final int NOWHERE = -2;
  /// From one entry to the next: a time constant of 30 ms.
  private static final double FADING = 0.9;
  private static final double CALM_MPS2 = 1.5;
  // Beyond that the sleeve falls nearly as fast as the plates on it.
  private static final double LOOSE_MPS2 = 4;
  private static final double LOOSE_FACTOR = 10;
  private static final double STOPPED_MPS2 = 2;
  // Plates that accelerate so while the floor carries some of them struck it, and higher modes ring on.
  private static final double STRUCK_MPS2 = 8;
  private static final double STRUCK_SHARE = 0.2;
  private static final double STRUCK_FACTOR = 3;
  /// How well the clocks of cells and pods agree, s.
  private static final double CLOCK_SD_S = 0.0005;
  private static final double CAUCHY = 3;
  private static final double MEAN_ROOT = 0.822;
  /// How well the air tells the overhang, as a share of it: a shaft that whips as the plates leave turns by more than ever after.
  private static final double OVERHANG_SHARE = 0.1;
  /// How well the motion of an end without a pod is known, as a share of its acceleration.
  private static final double GUESSED_SHARE = 0.4;

  private final AirFit air = new AirFit();
  private final double[] row = air.row();
  private double noiseN;
  private double violenceMps2;
  private double pullNps;
  private double hangingN = Double.POSITIVE_INFINITY;
  private int airFrom;
  private int rungAt = NOWHERE;
  private double rungMps2;
  private boolean guessed;

  /// Fits the coefficients over entries in the air. What these terms leave out (play of the plates, higher modes) grows with the
  /// acceleration, so calm entries count for more, and what rattles is left aside: each round weighs a residual r of standard deviation σ down
  /// by 1 + (r/3σ)² (Cauchy's weights).
  ///
  /// @return whether there were enough of them, and different enough
  boolean fit(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    noiseN = Double.POSITIVE_INFINITY;
    hangingN = Double.POSITIVE_INFINITY;
    airFrom = from;
    boolean solved = true;
    for (int round = 0; round < ROUNDS && solved; round++) {
      solved = fitRound(c, loads, side, from, to);
    }
    return solved;
  }

  private boolean fitRound(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    air.begin();
    rungAt = NOWHERE;
    int n = 0;
    double sumN = 0;
    for (int i = from; i <= to; i++) {
      if (fill(c, loads, side, i)) {
        double p = pullN(loads, side, i);
        double spread = spread();
        double r = air.residual(p) / (CAUCHY * noiseN * spread);
        air.add(p, 1 / (spread * spread * (1 + r * r)));
        sumN += p;
        n++;
      }
    }
    if (n < FEWEST) {
      return false;
    }
    if (!air.solve(loads.zero(side), sumN / n, noiseN)) {
      return false;
    }
    hangingN = weightN();
    rungAt = NOWHERE;
    double sum = 0;
    for (int i = from; i <= to; i++) {
      double r = atN(c, loads, side, i);
      sum += Double.isNaN(r) ? 0 : Math.sqrt(Math.abs(r) / spread());
    }
    // Of a normal residual the mean root of its size is 0.822 √σ; few large ones hardly move it.
    double root = sum / (n * MEAN_ROOT);
    noiseN = root * root;
    return true;
  }

  /// By how much more than in calm the residual spreads at the entry that was filled last: its acceleration counts, and that of the time before,
  /// as what was struck rings on.
  private double spread() {
    double a = violenceMps2 / CALM_MPS2;
    return Math.sqrt(1 + a * a);
  }

  private boolean fill(MotionCurve c, LoadCurve loads, int side, int i) {
    if (!PlateMotion.isKnown(c, i)) {
      return false;
    }
    row[0] = 1;
    guessed = c.endGuessed(side);
    row[1] = PlateMotion.sleeveMps2(c, side, i);
    row[2] = -PlateMotion.slopeRadps2(c, side, i);
    double roll = loads.rollRad(c, side, i);
    row[AirFit.ZERO] = -Math.sin(roll);
    row[AirFit.ZERO + 1] = -Math.cos(roll);
    pullNps = (loads.pullN(side, i + REACH) - loads.pullN(side, i - REACH))
        / c.secondsBetween(i - REACH, i + REACH);
    violenceMps2 = Math.max(violence(c, loads, side, i, row[1]), ringing(c, loads, side, i));
    return !Double.isNaN(pullN(loads, side, i));
  }

  /// What the violence of all entries before one is still worth there: one step on from the entry before, where that was asked for last.
  private double ringing(MotionCurve c, LoadCurve loads, int side, int i) {
    int from = i - 1;
    if (from != rungAt) {
      from = Math.max(1, i - RINGING);
      rungMps2 = 0;
    }
    for (int k = from; k < i; k++) {
      double accel = (c.endVelocityMps(side, k + 1) - c.endVelocityMps(side, k - 1)) / c.secondsBetween(k - 1, k + 1);
      rungMps2 = FADING * Math.max(rungMps2, violence(c, loads, side, k, accel));
    }
    rungAt = i;
    return rungMps2;
  }

  /// A sleeve that is jerked up and stopped by plates that stand does not fall away from them.
  private boolean mayBeLoose(MotionCurve c, int side, int i) {
    return i >= airFrom || c.endVelocityMps(side, i) < 0;
  }

  /// A sleeve that is jerked comes up through its play in the plates before they feel anything, and is stopped by them: they stand, and its
  /// acceleration is none of theirs.
  private boolean isStopped(MotionCurve c, int side, int i) {
    return sleeveMps2() + tipMps2() < -STOPPED_MPS2 && !mayBeLoose(c, side, i)
        && !PlateMotion.mayRebound(c, side, i);
  }

  /// Plates that are let fall lose their hold on the sleeve and rattle.
  private double violence(MotionCurve c, LoadCurve loads, int side, int i, double accelMps2) {
    if (accelMps2 < -LOOSE_MPS2 && mayBeLoose(c, side, i)) {
      return -LOOSE_FACTOR * accelMps2;
    }
    boolean struck = accelMps2 > STRUCK_MPS2
        && massKg() * accelMps2 + hangingN - loads.pullN(side, i) > STRUCK_SHARE * hangingN;
    return struck ? STRUCK_FACTOR * accelMps2 : Math.abs(accelMps2);
  }

  /// Mean over the window in which the velocity's difference is taken.
  private static double pullN(LoadCurve loads, int side, int i) {
    double sum = 0;
    for (int k = 1 - REACH; k < REACH; k++) {
      sum += loads.pullN(side, i + k);
    }
    return sum / (2 * REACH - 1);
  }

  /// Floor reaction at an entry, N, NaN where it is not known.
  double atN(MotionCurve c, LoadCurve loads, int side, int i) {
    if (!fill(c, loads, side, i)) {
      return Double.NaN;
    }
    double n = air.residual(pullN(loads, side, i));
    return isStopped(c, side, i) ? Math.max(n, n - massKg() * row[1] - air.coefficient(2) * row[2]) : n;
  }

  /// Upward acceleration of the shaft's end at the entry that was filled last, m/s².
  private double sleeveMps2() {
    return row[1];
  }

  /// By how much that of the plates, further out, is more, m/s².
  private double tipMps2() {
    return PlateMotion.OVERHANG_M * row[2];
  }

  /// Standard deviation of the reaction that [#atN] told last: of what the fit leaves in the air at such an acceleration.
  double sdN() {
    double calmN = Math.hypot(noiseN, LEAST_SHARE * weightN());
    double tipN = OVERHANG_SHARE * massKg() * tipMps2();
    double guessN = guessed ? GUESSED_SHARE * massKg() * Math.hypot(sleeveMps2(), tipMps2()) : 0;
    return Math.hypot(Math.hypot(calmN * spread(), Math.hypot(guessN, tipN)), CLOCK_SD_S * pullNps);
  }

  /// Standard deviation of what a calm entry leaves of the fit, N: the play of the plates, the beam's higher modes.
  double noiseN() {
    return noiseN;
  }

  /// Weight of the side as its cell reads it.
  double weightN() {
    return air.coefficient(0);
  }

  /// Its variance, the zero's share in it.
  double weightVar() {
    return air.weightVar();
  }

  /// By how much the weight is wrong where ε of the [CellZero] is wrong by its standard deviation, N.
  double shareSdN() {
    return air.shareSdN();
  }

  /// Tells what the last fit knows of the zero.
  void tell(CellZero zero) {
    air.tell(zero);
  }

  /// Mass of the side as its cell reads it.
  double massKg() {
    return air.coefficient(1);
  }
}

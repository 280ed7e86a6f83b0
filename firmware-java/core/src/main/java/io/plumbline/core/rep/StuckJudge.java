package io.plumbline.core.rep;

/// Whether a first attempt was stuck, where no rep before it tells how high a lockout is: what its hold, its velocity and the hands' tremor say
/// for and against it, as logarithms of likelihood ratios, added up to what is known of attempts beforehand (Neyman and Pearson: On the problem
/// of the most efficient tests of statistical hypotheses. Phil. Trans. R. Soc. A 231, 1933; naive Bayes). Stateless.
final class StuckJudge {
  /// Of first attempts at a heavy weight one in eight is stuck, and of those that end lower than lockouts do, one in two.
  private static final double PRIOR = -2;
  private static final double PRIOR_LOW = 0;
  /// A lifter moves 90 % of what can be lifted at 0.44 m/s, 80 % at 0.56 and 60 % at 0.81 (domain literature). The faster it rises, the seldomer it
  /// gets stuck, by our assumption one in 20 at 80 %, and above the last of these none.
  private static final double HEAVY_MPS = 0.44;
  private static final double PRIOR_PER_MPS = -1 / 0.12;
  private static final double SLOW_MPS = 0.65;
  /// A stuck bar sinks by anything between these; what sinks further is let down.
  private static final double LEAST_SUNK_M = 0.002;
  private static final double MOST_SUNK_M = 0.02;
  /// A lockout is not held more still than this.
  private static final double STILL_M = 0.001;
  /// What the smoother says of the velocity in a hold is cautious: 2200 simulated holds had half of it.
  private static final double SD_SHARE = 0.6;
  /// A bar that swung goes on swinging by so much of it.
  private static final double SWING_SHARE = 0.5;
  /// Tremor across the bar, as a velocity, of a heavy lockout and of a bar that is stuck: strong effort makes it several times as strong (Furness,
  /// Jessop and Lippold: Long-lasting increases in the tremor of human hand muscles following brief, strong effort. J. Physiol. 265, 1977), by our
  /// assumption four times. And the spread of either's logarithm from one lifter to the next.
  private static final double LOCKED_TREMOR_MPS = 0.0085;
  private static final double STUCK_TREMOR_MPS = 0.034;
  private static final double TREMOR_SPREAD = 0.6;
  /// Lifters differ more than any table: no tremor says more than that.
  private static final double MOST_BY_TREMOR = 5;

  private StuckJudge() {}

  /// Whether it is more likely than not that a first attempt was stuck.
  ///
  /// @param meanConcentricMps mean velocity of its way up
  /// @param lowShare          whether it ended lower than lockouts of this kind of lift do: 0 not at all, 1 surely
  static boolean isStuck(TopHold hold, double meanConcentricMps, double lowShare) {
    double fast = PRIOR + PRIOR_PER_MPS * Math.max(0, meanConcentricMps - HEAVY_MPS);
    double prior = fast + lowShare * (PRIOR_LOW - fast);
    return hold.heldS > 0 && meanConcentricMps < SLOW_MPS && prior + bySinking(hold) + byTremor(hold) > 0;
  }

  private static double bySinking(TopHold hold) {
    double doubtM = SD_SHARE * hold.sunkSdM;
    double swingM = SWING_SHARE * hold.swungM;
    double sdM = Math.sqrt(STILL_M * STILL_M + doubtM * doubtM + swingM * swingM);
    double ofLocked = longTailed(hold.sunkM / sdM) / sdM;
    double ofStuck = (below((hold.sunkM - LEAST_SUNK_M) / sdM) - below((hold.sunkM - MOST_SUNK_M) / sdM))
        / (MOST_SUNK_M - LEAST_SUNK_M);
    return Math.log(Math.max(ofStuck, Double.MIN_NORMAL)) - Math.log(Math.max(ofLocked, Double.MIN_NORMAL));
  }

  private static double byTremor(TopHold hold) {
    if (!(hold.tremorMps > 0)) {
      return 0;
    }
    double apart = Math.log(STUCK_TREMOR_MPS / LOCKED_TREMOR_MPS);
    double beyond = Math.log(hold.tremorMps / Math.sqrt(STUCK_TREMOR_MPS * LOCKED_TREMOR_MPS));
    return Math.clamp(beyond * apart / (TREMOR_SPREAD * TREMOR_SPREAD), -MOST_BY_TREMOR, MOST_BY_TREMOR);
  }

  /// Student's t with four degrees of freedom: one hold in some hundreds is off by more than a normal distribution has it.
  private static double longTailed(double z) {
    return 0.375 * Math.pow(1 + z * z / 4, -2.5);
  }

  private static double density(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  /// Share of a normal distribution below so many standard deviations, to 1e-5 (Abramowitz and Stegun, Handbook of Mathematical Functions,
  /// 26.2.16).
  private static double below(double z) {
    double t = 1 / (1 + 0.33267 * Math.abs(z));
    double tail = density(z) * t * (0.4361836 + t * (-0.1201676 + t * 0.9372980));
    return z > 0 ? 1 - tail : tail;
  }
}

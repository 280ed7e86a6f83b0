package io.plumbline.core.motion;

/// Parts a slope y that one pod feels into the tilt τ of the bar and the bending κ h of its shaft, where the course of h is known, what bends the
/// shaft, but not the factor κ:
///
///     y = τ + κ h + r,   τ″ = w,   κ ~ N(κ₀, σ₀²)
///
/// with white r and w. A Kalman filter for τ and τ′ is linear in what it is fed, so the innovations of y and of h come from the same gains, and κ
/// is the regression of the one on the other (de Jong: The diffuse Kalman filter. Annals of Statistics 19(2), 1991). Some lifters sway and
/// others do not: the likeliest of a few strengths of w is taken. Then a Rauch-Tung-Striebel smoother (AIAA Journal 3(8), 1965) tells τ with
/// hindsight. Allocates nothing after construction. Not thread-safe.
final class LoneTilt {
  /// What is known beforehand.
  ///
  /// @param factor     κ₀, rad for h = 1
  /// @param factorSd   σ₀
  /// @param noise      variance of r over one second, rad² s
  /// @param standNoise the same of a tilt of zero while the plates stand
  record Params(double factor, double factorSd, double noise, double standNoise) {}

  /// Strengths of w, (rad/s)²/s: from a bar that sways by 2 mrad in half a second to one that tips by 4° in a tenth.
  private static final double[] LIVELINESS = {1e-4, 1e-3, 1e-2, 1e-1};
  private static final double START_VAR = 1e-8;
  private static final double START_RATE_VAR = 1e-4;
  private static final int KEPT = 7;

  /// The slope, NaN is not allowed; on the pod's side, bending down is positive.
  final double[] slopeRad = new double[MotionCurve.CAPACITY];
  /// What bends the shaft there, NaN where that is not known.
  final double[] drive = new double[MotionCurve.CAPACITY];
  /// Whether plates stand on both sides: then there is no tilt, whatever the slope.
  final boolean[] stands = new boolean[MotionCurve.CAPACITY];
  /// The answer: tilt and its rate's and its own variance.
  final double[] tiltRad = new double[MotionCurve.CAPACITY];
  final double[] tiltVar = new double[MotionCurve.CAPACITY];
  final double[] rateVar = new double[MotionCurve.CAPACITY];

  private final double[] kept = new double[KEPT * MotionCurve.CAPACITY];
  private double factor;
  private double factorVar;

  /// Parts the slopes of the first `size` entries.
  void part(long[] timeNs, int size, Params params) {
    double best = Double.NEGATIVE_INFINITY;
    double likeliest = LIVELINESS[0];
    for (double liveliness : LIVELINESS) {
      double likelihood = filter(timeNs, size, liveliness, params);
      if (likelihood > best) {
        best = likelihood;
        likeliest = liveliness;
      }
    }
    filter(timeNs, size, likeliest, params);
    smooth(timeNs, size, likeliest);
  }

  /// κ as it was found last.
  double factor() {
    return factor;
  }

  /// Runs the filter over slope and drive at once and finds κ.
  ///
  /// @return logarithm of the likelihood, less a constant
  private double filter(long[] timeNs, int size, double liveliness, Params params) {
    double yt = 0;
    double yr = 0;
    double ht = 0;
    double hr = 0;
    double ptt = START_VAR;
    double ptr = 0;
    double prr = START_RATE_VAR;
    double logs = 0;
    double yy = 0;
    double yh = 0;
    double hh = 0;
    for (int k = 0; k < size; k++) {
      double dt = k == 0 ? 0 : (timeNs[k] - timeNs[k - 1]) * 1e-9;
      yt += dt * yr;
      ht += dt * hr;
      ptt += dt * (2 * ptr + dt * prr) + liveliness * dt * dt * dt / 3;
      ptr += dt * prr + liveliness * dt * dt / 2;
      prr += liveliness * dt;
      if (dt > 0 && (stands[k] || !Double.isNaN(drive[k]))) {
        double s = ptt + (stands[k] ? params.standNoise : params.noise) / dt;
        double ey = (stands[k] ? 0 : slopeRad[k]) - yt;
        double eh = (stands[k] ? 0 : drive[k]) - ht;
        logs += Math.log(s);
        yy += ey * ey / s;
        yh += ey * eh / s;
        hh += eh * eh / s;
        double kt = ptt / s;
        double kr = ptr / s;
        yt += kt * ey;
        yr += kr * ey;
        ht += kt * eh;
        hr += kr * eh;
        prr -= kr * ptr;
        ptr -= kt * ptr;
        ptt -= kt * ptt;
      }
      keep(k, yt, yr, ht, hr, ptt, ptr, prr);
    }
    double prior = 1 / (params.factorSd * params.factorSd);
    factorVar = 1 / (hh + prior);
    factor = (yh + params.factor * prior) * factorVar;
    double off = factor - params.factor;
    return -0.5 * (logs + yy - 2 * factor * yh + factor * factor * hh + off * off * prior - Math.log(factorVar));
  }

  private void keep(int k, double yt, double yr, double ht, double hr, double ptt, double ptr, double prr) {
    int o = KEPT * k;
    kept[o] = yt;
    kept[o + 1] = yr;
    kept[o + 2] = ht;
    kept[o + 3] = hr;
    kept[o + 4] = ptt;
    kept[o + 5] = ptr;
    kept[o + 6] = prr;
  }

  private void smooth(long[] timeNs, int size, double liveliness) {
    int o = KEPT * (size - 1);
    double yt = kept[o];
    double yr = kept[o + 1];
    double ht = kept[o + 2];
    double hr = kept[o + 3];
    double stt = kept[o + 4];
    double str = kept[o + 5];
    double srr = kept[o + 6];
    store(size - 1, yt, ht, hr, stt, srr);
    for (int k = size - 2; k >= 0; k--) {
      double dt = (timeNs[k + 1] - timeNs[k]) * 1e-9;
      o = KEPT * k;
      double ptt = kept[o + 4];
      double ptr = kept[o + 5];
      double prr = kept[o + 6];
      double qtt = ptt + dt * (2 * ptr + dt * prr) + liveliness * dt * dt * dt / 3;
      double qtr = ptr + dt * prr + liveliness * dt * dt / 2;
      double qrr = prr + liveliness * dt;
      // Gain C = P Fᵀ (F P Fᵀ + Q)⁻¹, by rows.
      double det = qtt * qrr - qtr * qtr;
      double att = ptt + dt * ptr;
      double art = ptr + dt * prr;
      double ctt = (att * qrr - ptr * qtr) / det;
      double ctr = (ptr * qtt - att * qtr) / det;
      double crt = (art * qrr - prr * qtr) / det;
      double crr = (prr * qtt - art * qtr) / det;
      double et = yt - (kept[o] + dt * kept[o + 1]);
      double er = yr - kept[o + 1];
      yt = kept[o] + ctt * et + ctr * er;
      yr = kept[o + 1] + crt * et + crr * er;
      et = ht - (kept[o + 2] + dt * kept[o + 3]);
      er = hr - kept[o + 3];
      ht = kept[o + 2] + ctt * et + ctr * er;
      hr = kept[o + 3] + crt * et + crr * er;
      double dtt = stt - qtt;
      double dtr = str - qtr;
      double drr = srr - qrr;
      double gtt = ctt * dtt + ctr * dtr;
      double gtr = ctt * dtr + ctr * drr;
      stt = ptt + gtt * ctt + gtr * ctr;
      str = ptr + gtt * crt + gtr * crr;
      srr = prr + (crt * dtt + crr * dtr) * crt + (crt * dtr + crr * drr) * crr;
      store(k, yt, ht, hr, stt, srr);
    }
  }

  /// What κ may be wrong by goes into the tilt as far as the drive does.
  private void store(int k, double yt, double ht, double hr, double stt, double srr) {
    tiltRad[k] = yt - factor * ht;
    tiltVar[k] = Math.max(0, stt) + factorVar * ht * ht;
    rateVar[k] = Math.max(0, srr) + factorVar * hr * hr;
  }
}

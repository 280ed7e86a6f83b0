package io.plumbline.core.motion;

/// What one axis' filter believed after each step, and, after [#smooth], what it would have believed with hindsight. Allocates nothing after
/// construction. Not thread-safe.
final class AxisHistory {
  private static final int STATE = 9;

  final double[] positionM;
  final double[] velocityMps;
  final double[] velocityVar;
  final double[] positionVar;
  final double[] accelMps2;
  private final double[] biasShift;
  private final double[] filtered;
  private final double[] toldVelocitySdMps;
  private final double[] toldPositionM;
  private final double[] toldPositionSdM;
  private final AxisFilter again = new AxisFilter();
  private final double[] inverse = new double[6];

  AxisHistory(int capacity) {
    positionM = new double[capacity];
    velocityMps = new double[capacity];
    velocityVar = new double[capacity];
    positionVar = new double[capacity];
    accelMps2 = new double[capacity];
    biasShift = new double[capacity];
    filtered = new double[capacity * STATE];
    toldVelocitySdMps = new double[capacity];
    toldPositionM = new double[capacity];
    toldPositionSdM = new double[capacity];
  }

  /// Records the filter after step `i`, which was driven by `accel` and `shift`, the known change of its bias.
  void put(int i, AxisFilter f, double accel, double shift) {
    accelMps2[i] = accel;
    biasShift[i] = shift;
    toldVelocitySdMps[i] = f.toldVelocitySdMps;
    toldPositionM[i] = f.toldPositionM;
    toldPositionSdM[i] = f.toldPositionSdM;
    putState(i, f);
  }

  /// Records the filter once more after it was told something behind step `i`.
  void putAgain(int i, AxisFilter f) {
    put(i, f, accelMps2[i], biasShift[i]);
  }

  /// Filters the steps after the first one again, from the state after that and with what each was told. With a velocity of zero where
  /// `stillSdMps` is its standard deviation, 0 for none, and the position `placeM` where `placeSdM` is its, what was learned later helps [#smooth];
  /// without any, all is as it was, bit for bit.
  void filter(int last, double[] dtS, double[] velocityNoise, double[] biasNoise, double[] stillSdMps, double[] placeM,
      double[] placeSdM) {
    take(0, again);
    for (int i = 1; i <= last; i++) {
      again.predict(accelMps2[i], dtS[i], velocityNoise[i], biasNoise[i], biasShift[i]);
      if (toldVelocitySdMps[i] > 0) {
        again.measureStill(toldVelocitySdMps[i]);
      }
      if (toldPositionSdM[i] > 0) {
        again.measurePosition(toldPositionM[i], toldPositionSdM[i]);
      }
      if (stillSdMps[i] > 0) {
        again.measureStill(stillSdMps[i]);
      }
      if (placeSdM[i] > 0) {
        again.measurePosition(placeM[i], placeSdM[i]);
      }
      putState(i, again);
    }
  }

  private void take(int i, AxisFilter f) {
    int o = i * STATE;
    f.positionM = filtered[o];
    f.velocityMps = filtered[o + 1];
    f.biasMps2 = filtered[o + 2];
    f.ppp = filtered[o + 3];
    f.ppv = filtered[o + 4];
    f.ppb = filtered[o + 5];
    f.pvv = filtered[o + 6];
    f.pvb = filtered[o + 7];
    f.pbb = filtered[o + 8];
  }

  private void putState(int i, AxisFilter f) {
    int o = i * STATE;
    filtered[o] = f.positionM;
    filtered[o + 1] = f.velocityMps;
    filtered[o + 2] = f.biasMps2;
    filtered[o + 3] = f.ppp;
    filtered[o + 4] = f.ppv;
    filtered[o + 5] = f.ppb;
    filtered[o + 6] = f.pvv;
    filtered[o + 7] = f.pvb;
    filtered[o + 8] = f.pbb;
  }

  /// The causal velocity after step `i`.
  double filteredVelocityMps(int i) {
    return filtered[i * STATE + 1];
  }

  /// The causal error of acceleration after step `i`.
  double filteredBiasMps2(int i) {
    return filtered[i * STATE + 2];
  }

  /// Variance of [#filteredBiasMps2(int)].
  double filteredBiasVar(int i) {
    return filtered[i * STATE + 8];
  }

  /// Drops the first `count` of `size` steps.
  void drop(int count, int size) {
    System.arraycopy(accelMps2, count, accelMps2, 0, size - count);
    System.arraycopy(biasShift, count, biasShift, 0, size - count);
    System.arraycopy(toldVelocitySdMps, count, toldVelocitySdMps, 0, size - count);
    System.arraycopy(toldPositionM, count, toldPositionM, 0, size - count);
    System.arraycopy(toldPositionSdM, count, toldPositionSdM, 0, size - count);
    System.arraycopy(filtered, count * STATE, filtered, 0, (size - count) * STATE);
  }

  /// Rauch-Tung-Striebel smoother over the steps 0 to `last`, both included (AIAA Journal 3(8), 1965, eqs. 3.29 to 3.31), into
  /// position, velocity and their variances.
  ///
  /// @param dtS           duration of each step
  /// @param velocityNoise by step, as given to the filter
  /// @param biasNoise     by step, as given to the filter
  void smooth(int last, double[] dtS, double[] velocityNoise, double[] biasNoise) {
    int o = last * STATE;
    double xp = filtered[o];
    double xv = filtered[o + 1];
    double xb = filtered[o + 2];
    double spp = filtered[o + 3];
    double spv = filtered[o + 4];
    double spb = filtered[o + 5];
    double svv = filtered[o + 6];
    double svb = filtered[o + 7];
    double sbb = filtered[o + 8];
    store(last, xp, xv, spp, svv);
    for (int k = last - 1; k >= 0; k--) {
      double dt = dtS[k + 1];
      double h = 0.5 * dt * dt;
      o = k * STATE;
      double fp = filtered[o];
      double fv = filtered[o + 1];
      double fb = filtered[o + 2];
      double ppp = filtered[o + 3];
      double ppv = filtered[o + 4];
      double ppb = filtered[o + 5];
      double pvv = filtered[o + 6];
      double pvb = filtered[o + 7];
      double pbb = filtered[o + 8];
      // A = P Fᵀ, by rows; then the predicted covariance F A + Q.
      double app = ppp + dt * ppv - h * ppb;
      double apv = ppv - dt * ppb;
      double apb = ppb;
      double avp = ppv + dt * pvv - h * pvb;
      double avv = pvv - dt * pvb;
      double avb = pvb;
      double abp = ppb + dt * pvb - h * pbb;
      double abv = pvb - dt * pbb;
      double abb = pbb;
      double qpp = app + dt * avp - h * abp + AxisFilter.positionNoise(velocityNoise[k + 1], dt);
      double qpv = apv + dt * avv - h * abv + 0.5 * dt * velocityNoise[k + 1];
      double qpb = apb + dt * avb - h * abb;
      double qvv = avv - dt * abv + velocityNoise[k + 1];
      double qvb = avb - dt * abb;
      double qbb = abb + biasNoise[k + 1];
      invert(qpp, qpv, qpb, qvv, qvb, qbb);
      double ipp = inverse[0];
      double ipv = inverse[1];
      double ipb = inverse[2];
      double ivv = inverse[3];
      double ivb = inverse[4];
      double ibb = inverse[5];
      // Gain C = A (F A + Q)⁻¹.
      double cpp = app * ipp + apv * ipv + apb * ipb;
      double cpv = app * ipv + apv * ivv + apb * ivb;
      double cpb = app * ipb + apv * ivb + apb * ibb;
      double cvp = avp * ipp + avv * ipv + avb * ipb;
      double cvv = avp * ipv + avv * ivv + avb * ivb;
      double cvb = avp * ipb + avv * ivb + avb * ibb;
      double cbp = abp * ipp + abv * ipv + abb * ipb;
      double cbv = abp * ipv + abv * ivv + abb * ivb;
      double cbb = abp * ipb + abv * ivb + abb * ibb;
      double a = accelMps2[k + 1] - fb;
      double ep = xp - (fp + dt * fv + h * a);
      double ev = xv - (fv + dt * a);
      double eb = xb - (fb + biasShift[k + 1]);
      xp = fp + cpp * ep + cpv * ev + cpb * eb;
      xv = fv + cvp * ep + cvv * ev + cvb * eb;
      xb = fb + cbp * ep + cbv * ev + cbb * eb;
      // D = S − (F A + Q); S = P + C D Cᵀ.
      double dpp = spp - qpp;
      double dpv = spv - qpv;
      double dpb = spb - qpb;
      double dvv = svv - qvv;
      double dvb = svb - qvb;
      double dbb = sbb - qbb;
      double gpp = cpp * dpp + cpv * dpv + cpb * dpb;
      double gpv = cpp * dpv + cpv * dvv + cpb * dvb;
      double gpb = cpp * dpb + cpv * dvb + cpb * dbb;
      double gvp = cvp * dpp + cvv * dpv + cvb * dpb;
      double gvv = cvp * dpv + cvv * dvv + cvb * dvb;
      double gvb = cvp * dpb + cvv * dvb + cvb * dbb;
      double gbp = cbp * dpp + cbv * dpv + cbb * dpb;
      double gbv = cbp * dpv + cbv * dvv + cbb * dvb;
      double gbb = cbp * dpb + cbv * dvb + cbb * dbb;
      spp = ppp + gpp * cpp + gpv * cpv + gpb * cpb;
      spv = ppv + gpp * cvp + gpv * cvv + gpb * cvb;
      spb = ppb + gpp * cbp + gpv * cbv + gpb * cbb;
      svv = pvv + gvp * cvp + gvv * cvv + gvb * cvb;
      svb = pvb + gvp * cbp + gvv * cbv + gvb * cbb;
      sbb = pbb + gbp * cbp + gbv * cbv + gbb * cbb;
      store(k, xp, xv, spp, svv);
    }
  }

  /// What was believed at each time stands, without hindsight.
  void takeFiltered(int size) {
    for (int i = 0; i < size; i++) {
      int o = i * STATE;
      store(i, filtered[o], filtered[o + 1], filtered[o + 3], filtered[o + 6]);
    }
  }

  private void store(int i, double p, double v, double varP, double varV) {
    positionM[i] = p;
    velocityMps[i] = v;
    positionVar[i] = Math.max(varP, 0);
    velocityVar[i] = Math.max(varV, 0);
  }

  /// Inverse of a symmetric 3 × 3 matrix by cofactors.
  private void invert(double a, double b, double c, double d, double e, double f) {
    double co1 = d * f - e * e;
    double co2 = c * e - b * f;
    double co3 = b * e - c * d;
    double r = 1 / (a * co1 + b * co2 + c * co3);
    inverse[0] = co1 * r;
    inverse[1] = co2 * r;
    inverse[2] = co3 * r;
    inverse[3] = (a * f - c * c) * r;
    inverse[4] = (b * c - a * e) * r;
    inverse[5] = (a * d - b * b) * r;
  }
}

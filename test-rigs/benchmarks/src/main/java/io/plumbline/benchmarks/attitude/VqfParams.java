package io.plumbline.benchmarks.attitude;

/// Parameters of [VqfFilter], in the units of its paper.
///
/// @param tauAccS                of the low-pass of specific force
/// @param biasSigmaInitDegps     standard deviation of the bias at the start
/// @param biasForgettingS        time in which the bias's standard deviation grows from 0 to 0.1 °/s
/// @param biasClipDegps          largest bias, and largest innovation
/// @param biasSigmaMotionDegps   standard deviation that the bias converges to in motion
/// @param biasVerticalForgetting how much less the bias along the vertical is pulled to zero in motion
/// @param biasSigmaRestDegps     standard deviation that it converges to at rest
/// @param restMinS               how long it must be still before it rests
/// @param restFilterTauS         of the low-passes of rest detection
/// @param restGyroDegps          most deviation of angular rate from its low-pass at rest
/// @param restAccMps2            most deviation of specific force
record VqfParams(double tauAccS, double biasSigmaInitDegps, double biasForgettingS, double biasClipDegps,
    double biasSigmaMotionDegps, double biasVerticalForgetting, double biasSigmaRestDegps, double restMinS,
    double restFilterTauS, double restGyroDegps, double restAccMps2) {
  /// As published (Laidig and Seel 2023, table of parameters).
  static final VqfParams PUBLISHED = new VqfParams(3, 0.5, 100, 2, 0.1, 1e-4, 0.03, 1.5, 0.5, 2, 0.5);
}

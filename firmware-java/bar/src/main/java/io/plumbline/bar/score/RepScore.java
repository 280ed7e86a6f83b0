package io.plumbline.bar.score;

/// One rep beside its reference: each error is measured minus true, NaN where the reference does not say.
///
/// @param startS            start of the concentric phase as measured
/// @param heightRmseM       over the points of the rep's curve
/// @param forwardRmseM      the same for travel across the bar, NaN where the side the lifter faces is not known
/// @param startErrorS       of the start of the concentric phase
/// @param endErrorS         of its end
record RepScore(double startS, double peakMps, double peakErrorMps, double peakSdMps, double meanMps,
    double meanErrorMps,
    double meanSdMps, double romM, double romErrorM, double romSdM, double heightRmseM, double forwardRmseM,
    double startErrorS, double endErrorS) {}

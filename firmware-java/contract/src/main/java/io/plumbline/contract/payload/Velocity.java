package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// Vertical velocity of the bar's centre in one rep, m/s, up positive; eccentric values are speeds (positive downward). Each value has its
/// standard deviation (1 sigma) beside it.
///
/// @param meanConcentricMps  mean over the whole concentric phase
/// @param peakConcentricMps  highest velocity of the concentric phase
/// @param meanPropulsiveMps  mean over the part of the concentric phase with acceleration above −g (Sanchez-Medina 2010)
/// @param meanEccentricMps   mean speed of the eccentric phase, null where the rep has none
/// @param peakEccentricMps   highest speed of the eccentric phase, null where the rep has none
/// @param firstTenCentimetresMps mean from the start through the first 0.10 m of height, null where the bar did not come so far
/// @param stickingMps        slowest velocity between two peaks of the concentric phase, null where it has one peak only
/// @param stickingHeightM    height of that point above the start
public record Velocity(double meanConcentricMps, @Bounds(min = 0) double meanConcentricSdMps, double peakConcentricMps,
    @Bounds(min = 0) double peakConcentricSdMps,
    double meanPropulsiveMps, @Bounds(min = 0) double meanPropulsiveSdMps, @Nullable Double meanEccentricMps,
    @Bounds(min = 0) @Nullable Double meanEccentricSdMps,
    @Nullable Double peakEccentricMps, @Bounds(min = 0) @Nullable Double peakEccentricSdMps,
    @Nullable Double firstTenCentimetresMps, @Bounds(min = 0) @Nullable Double firstTenCentimetresSdMps,
    @Nullable Double stickingMps, @Bounds(min = 0) @Nullable Double stickingSdMps, @Nullable Double stickingHeightM) {
  public Velocity {
    Check.finite("mean_concentric_mps", meanConcentricMps);
    Check.notNegative("mean_concentric_sd_mps", meanConcentricSdMps);
    Check.finite("peak_concentric_mps", peakConcentricMps);
    Check.notNegative("peak_concentric_sd_mps", peakConcentricSdMps);
    Check.finite("mean_propulsive_mps", meanPropulsiveMps);
    Check.notNegative("mean_propulsive_sd_mps", meanPropulsiveSdMps);
    Check.finite("mean_eccentric_mps", meanEccentricMps);
    Check.notNegative("mean_eccentric_sd_mps", meanEccentricSdMps);
    Check.finite("peak_eccentric_mps", peakEccentricMps);
    Check.notNegative("peak_eccentric_sd_mps", peakEccentricSdMps);
    Check.finite("first_ten_centimetres_mps", firstTenCentimetresMps);
    Check.notNegative("first_ten_centimetres_sd_mps", firstTenCentimetresSdMps);
    Check.finite("sticking_mps", stickingMps);
    Check.notNegative("sticking_sd_mps", stickingSdMps);
    Check.finite("sticking_height_m", stickingHeightM);
    Check.pair("mean_eccentric_mps", meanEccentricMps, "mean_eccentric_sd_mps", meanEccentricSdMps);
    Check.pair("peak_eccentric_mps", peakEccentricMps, "peak_eccentric_sd_mps", peakEccentricSdMps);
    Check.pair("first_ten_centimetres_mps", firstTenCentimetresMps, "first_ten_centimetres_sd_mps",
        firstTenCentimetresSdMps);
    Check.pair("sticking_mps", stickingMps, "sticking_sd_mps", stickingSdMps);
  }
}

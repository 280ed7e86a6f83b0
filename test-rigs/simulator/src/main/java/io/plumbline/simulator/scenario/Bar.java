package io.plumbline.simulator.scenario;

/// The bar.
///
/// @param massKg          empty
/// @param outboardKg      part of it outside each load-cell plane (sleeve and shaft end), one side
/// @param diameterM       of the shaft, from which its bending stiffness follows
/// @param stiffnessFactor on that stiffness, 1 for a plain bar, more for a trap bar's frame
/// @param dampingRatio    of the bending mode
/// @param borePlayM       bore of the plates less sleeve, diameters
/// @param plateRadiusM    of the largest plate
/// @param gripHalfWidthM  from the bar's centre to the middle of each hand
public record Bar(double massKg, double outboardKg, double diameterM, double stiffnessFactor, double dampingRatio,
    double borePlayM, double plateRadiusM, double gripHalfWidthM) {}

package io.plumbline.simulator.scenario;

/// The lifter's body as far as the bar and the strap feel it.
///
/// @param oneRepMaxKg       in this exercise
/// @param handStiffnessNpm  of both arms together, along the pull
/// @param tremorM           root mean square of the hands' physiological tremor, 8 to 12 Hz
/// @param swayM             root mean square of slow wandering
/// @param torsoM            hips to shoulders
/// @param startTrunkDeg     forward lean of the trunk where the bar is lowest
/// @param fullBendDeg       lumbar flexion of the own full forward bend
public record Body(double oneRepMaxKg, double handStiffnessNpm, double tremorM, double swayM, double torsoM,
    double startTrunkDeg, double fullBendDeg) {}

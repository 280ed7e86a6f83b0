package io.plumbline.simulator.run;

/// What truly happened in one rep. Times in s of the recording, NaN where there was no such moment. Heights and travels of the bar's centre
/// (the middle between the hands); forward is + away from the lifter, from the plumb line through the place of the lift-off.
///
/// @param set            from 1
/// @param number         within the set, from 1; failed attempts count too
/// @param outcome        `completed`, `hitched`, `failed` or `no-lift-off`
/// @param loadKg         bar and plates
/// @param leftKg         plates on the left
/// @param rightKg        plates on the right
/// @param pullS          first pull at the bar on the floor
/// @param liftOffS       the last plate leaves the floor, or the ascent begins where the rep begins in the air
/// @param liftOffLagS    right plates' lift-off less the left ones'
/// @param topS           the ascent ends
/// @param descentS       the descent begins; without lift-off: the lifter gives up
/// @param touchDownS     the first plate meets the floor, or the descent ends in the air
/// @param restS          all is still again
/// @param romM           rise from lift-off to top
/// @param heightGainM    rise from before the pull to top, bending included
/// @param meanVelocityMps of the ascent, lift-off to top
/// @param peakVelocityMps of the ascent
/// @param driftMaxM      farthest forward travel of the ascent, by magnitude, signed
/// @param driftKneeM     where half the ROM is done
/// @param driftTopM      at the top
/// @param leanBackM      backward travel from the top until the descent begins, ≥ 0
/// @param tensionS       first pull to lift-off
/// @param plateauS       time spent within ± 3 % of the pre-tension plateau, 0 without one
/// @param peakForceN     of both hands together, until half the ROM is done
/// @param overshoot      largest force of both hands from the pull until 0.15 s after the lift-off, over the weight
/// @param peakLoadingPctps steepest rise of the hands' force before lift-off, over 20 ms, % of the weight a second
/// @param leftShare      share of the hands' impulse between lift-off and top that the left hand gave
/// @param peakTiltDeg    largest by magnitude, signed, of the ascent; + right hand lower
/// @param peakTwistDeg   largest by magnitude, signed, of the ascent, from the direction at lift-off; + right hand forward
/// @param rollDeg        of the shaft from lift-off to top
/// @param touchDownMps   speed of the plates as they met the floor
/// @param impactPeakMps2 largest acceleration of the plates on the floor
/// @param lumbarStartDeg lumbar flexion at lift-off
/// @param lumbarKneeDeg  where half the ROM is done
/// @param lumbarPeakDeg  largest of the ascent
/// @param lumbarTopDeg   least between the top and the descent; below 0: extension beyond standing
/// @param trunkShootDeg  how much further forward the trunk leans when the bar is 5 cm up than at lift-off
public record RepTruth(int set, int number, String outcome, double loadKg, double leftKg, double rightKg, double pullS,
    double liftOffS, double liftOffLagS, double topS, double descentS, double touchDownS, double restS, double romM,
    double heightGainM, double meanVelocityMps, double peakVelocityMps, double driftMaxM, double driftKneeM,
    double driftTopM, double leanBackM, double tensionS, double plateauS, double peakForceN, double overshoot,
    double peakLoadingPctps, double leftShare, double peakTiltDeg, double peakTwistDeg, double rollDeg,
    double touchDownMps, double impactPeakMps2, double lumbarStartDeg, double lumbarKneeDeg, double lumbarPeakDeg,
    double lumbarTopDeg, double trunkShootDeg) {}

package io.plumbline.contract.payload;

/// A rep that has just reached its top, as the causal estimate has it: provisional. The summary with the same set and rep number takes its place
/// once the bar has been put down; where there comes none, it was no rep.
///
/// @param timeNs              monotonic clock of the bar at the top (of the recording)
/// @param setNumber           set within the journal that it will belong to
/// @param repNumber           number within the set that it will have
/// @param meanConcentricMps   mean concentric velocity
/// @param meanConcentricSdMps its standard deviation
public record Top(long timeNs, @Bounds(min = 1) int setNumber, @Bounds(min = 1) int repNumber, double meanConcentricMps,
    @Bounds(min = 0) double meanConcentricSdMps) {
  public Top {
    Check.atLeast("set_number", setNumber, 1);
    Check.atLeast("rep_number", repNumber, 1);
    Check.finite("mean_concentric_mps", meanConcentricMps);
    Check.notNegative("mean_concentric_sd_mps", meanConcentricSdMps);
  }
}

package io.plumbline.bar.check;

import io.plumbline.drivers.ChipState;
import org.jspecify.annotations.Nullable;

/// What the check found of one chip.
///
/// @param name         place and purpose
/// @param chip         part
/// @param place        bus and address, for a person
/// @param state        at the end of the search
/// @param rateHz       true sample rate, NaN where not known
/// @param nominalHz    wanted
/// @param noiseRatio   the noisiest channel's standard deviation over the data sheet's, NaN where not judged
/// @param noisiest     that channel; empty where not judged
/// @param temperatureC NaN where it has none
/// @param lost         samples lost while it was measured
/// @param selfTest     whether it passed, null where it was not run
/// @param verdict      good, doubtful or bad
/// @param advice       what was found and what to do; empty where all is good
public record ChipFinding(String name, String chip, String place, ChipState state, double rateHz, double nominalHz,
    double noiseRatio, String noisiest, double temperatureC, long lost, @Nullable Boolean selfTest, Verdict verdict,
    String advice) {
  /// How it looks.
  public enum Verdict {
    /// As it should be.
    GOOD,
    /// Works, but look at it.
    DOUBTFUL,
    /// Cannot be used like this.
    BAD
  }
}

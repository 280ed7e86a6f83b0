package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.technique.Baseline;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a stream of samples before its first one.
///
/// @param barId     which bar
/// @param journalId which journal its summaries belong to
/// @param mode      where the samples come from
/// @param channels  what is measured
/// @param athlete   who lifts, null where not known
/// @param setPause  a set is closed where no rep begins for so long, in the time of the samples
/// @param baseline  what is usual for the athlete in this exercise, null where nothing is known; never changed by whoever reads it
/// @param calibrationIds calibrations in force
public record StreamContext(String barId, String journalId, Info.Mode mode, BarSetup setup, Set<Channel> channels,
    Exercise exercise, @Nullable String athlete, Duration setPause, @Nullable Baseline baseline,
    List<String> calibrationIds) {
  /// Longer than the rests inside a cluster set (10 to 30 s), shorter than those between sets (90 s and more).
  public static final Duration DEFAULT_SET_PAUSE = Duration.ofSeconds(60);

  /// Of an athlete of whom nothing is known.
  public StreamContext(String barId, String journalId, Info.Mode mode, BarSetup setup, Set<Channel> channels,
      Exercise exercise, @Nullable String athlete, Duration setPause) {
    this(barId, journalId, mode, setup, channels, exercise, athlete, setPause, null, List.of());
  }

  public StreamContext {
    channels = Set.copyOf(channels);
    calibrationIds = List.copyOf(calibrationIds);
    if (setPause.isNegative() || setPause.isZero()) {
      throw new IllegalArgumentException("the set pause must be longer than 0, but is " + setPause);
    }
  }
}

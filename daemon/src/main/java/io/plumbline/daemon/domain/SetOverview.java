package io.plumbline.daemon.domain;

import org.jspecify.annotations.Nullable;

/// One line of the list of sets, worked out from the reps that are stored.
///
/// @param wallTimeMs             when its first rep began by the bar's clock, ms since 1970; null where the bar knew no wall clock
/// @param wallTimeSynchronised   whether that clock could be trusted
/// @param receivedAtMs           when its first rep was stored, by the daemon's clock, ms since 1970
/// @param reps                   attempts stored
/// @param bestMeanConcentricMps  best mean concentric velocity of the completed reps
/// @param closed                 whether the set's own summary has arrived
public record SetOverview(String barId, String journalId, int setNumber, String exercise, @Nullable String athlete,
    @Nullable Long wallTimeMs, boolean wallTimeSynchronised, long receivedAtMs, int reps, int completedReps,
    @Nullable Double loadTotalKg, String loadSource, @Nullable Double bestMeanConcentricMps, boolean closed) {}

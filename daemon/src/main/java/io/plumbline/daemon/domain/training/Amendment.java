package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change that a person made, kept for ever.
///
/// @param version    of the thing after the change
/// @param at         daemon's clock
/// @param by         who made it
/// @param beforeJson the whole thing before, null where it was made
/// @param afterJson  the whole thing after, null where it was taken away
public record Amendment(long version, Instant at, String by, @Nullable String beforeJson, @Nullable String afterJson) {}

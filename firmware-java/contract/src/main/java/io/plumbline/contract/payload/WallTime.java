package io.plumbline.contract.payload;

/// Wall time as the bar believed it. A Pi has no battery-backed clock: unless `synchronised` is true the value may be years off.
///
/// @param epochMs      milliseconds since 1970-01-01T00:00Z
/// @param synchronised whether the system clock was synchronised when the time was taken
public record WallTime(long epochMs, boolean synchronised) {}

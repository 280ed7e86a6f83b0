package io.plumbline.daemon.domain.training;

/// Something kept, with the number of its changes.
///
/// @param version 0 for what nobody changed yet, one more with each change
public record Kept<T>(T value, long version) {}

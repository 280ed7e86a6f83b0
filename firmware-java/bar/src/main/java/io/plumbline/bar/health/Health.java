package io.plumbline.bar.health;

/// What was seen at a moment, and what it means.
///
/// @param verdict the state
/// @param signs   what it was decided from
/// @param timeNs  when
public record Health(Verdict verdict, Signs signs, long timeNs) {}

package io.plumbline.daemon.domain.training;

/// A change about an athlete, with what it is of.
///
/// @param kind   `athlete`, `rule-overrides`, `bar-name`, `set` or the id of a [ToldKind]
/// @param id     which of that kind
public record AthleteChange(String kind, String id, Amendment change) {}

package io.plumbline.blackbox;

/// Something that happened at a time between the samples: a note, a changed exercise.
///
/// @param timeNs on the monotonic clock of the samples
/// @param kind   what it is, a short word: `note`, `context`
/// @param text   what there is to say
public record BlackBoxEvent(long timeNs, String kind, String text) {}

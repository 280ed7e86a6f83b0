package io.plumbline.bar.link;

/// What became of the payloads.
///
/// @param acknowledged summaries and traces that the broker acknowledged
/// @param unsent       those that it did not
/// @param dropped      those that were given up because the queue was full
/// @param storedUpTo   what the daemon said last that it has stored of this journal, −1 where it said nothing
public record LinkReport(long acknowledged, long unsent, long dropped, long storedUpTo) {}

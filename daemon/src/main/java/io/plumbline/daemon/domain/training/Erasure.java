package io.plumbline.daemon.domain.training;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a deletion did, and what a search after it found.
///
/// @param athleteId who was deleted
/// @param by        who wanted it
/// @param deleted   rows that are gone, by table; of `summary` the content, as the key stays
/// @param blanked   rows of somebody else's from which the name or the id was taken, by table
/// @param left      rows that a search found afterwards to belong to the athlete or to hold the name, by table: 0 each
/// @param oldBytes  what became of the bytes that the rows took
/// @param elsewhere where copies may be that no daemon reaches
public record Erasure(String athleteId, Instant at, String by, Map<String, Long> deleted, Map<String, Long> blanked,
    Map<String, Long> left, String oldBytes, List<String> elsewhere) {
  /// Where copies may be.
  public static final List<String> ELSEWHERE = List.of(
      "backups that were made before, exports, and the database server's own logs and backups",
      "the bars: journals and black boxes keep what was measured until newer data take its place, and a bar goes on telling the name until it is told another",
      "reps that a bar has not sent yet: they make a new athlete of the same name when they come");

  public Erasure {
    deleted = Collections.unmodifiableMap(new LinkedHashMap<>(deleted));
    blanked = Collections.unmodifiableMap(new LinkedHashMap<>(blanked));
    left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    elsewhere = List.copyOf(elsewhere);
  }

  /// Whether the search found nothing.
  public boolean isComplete() {
    return left.values().stream().allMatch(count -> count == 0);
  }
}

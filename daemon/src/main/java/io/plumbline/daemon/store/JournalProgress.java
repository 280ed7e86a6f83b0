package io.plumbline.daemon.store;

import io.plumbline.contract.payload.Ack;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How far a journal is complete and where it has holes, from what is stored.
final class JournalProgress {
  private JournalProgress() {}

  /// Up to where the journal was complete when it was last changed, 0 where it is not known.
  static long recorded(Handle handle, String barId, String journalId) {
    return handle
        .createQuery("SELECT stored_up_to FROM journal WHERE bar_id = :bar_id AND journal_id = :journal_id")
        .bind("bar_id", barId).bind("journal_id", journalId).mapTo(Long.class).findOne().orElse(0L);
  }

  /// What is stored now.
  ///
  /// @param before up to where it is known to be complete
  static Ack above(Handle handle, String barId, String journalId, long before) {
    Map<String, ?> names = Map.of("bar_id", barId, "journal_id", journalId);
    // Read first, so that what is stored meanwhile makes no hole look filled.
    long highest = highest(handle, names, before);
    List<Ack.Hole> holes = handle.createQuery("""
      SELECT previous + 1 AS first, sequence - 1 AS last
      FROM (SELECT sequence, LAG(sequence, 1, :before) OVER (ORDER BY sequence) AS previous
            FROM summary
            WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence > :before
              AND sequence <= :highest) AS numbered
      WHERE sequence > previous + 1
      ORDER BY sequence
      LIMIT :limit""").bindMap(names).bind("before", before).bind("highest", highest).bind("limit", Ack.MAX_HOLES)
        .map((row, context) -> new Ack.Hole(row.getLong("first"), row.getLong("last"))).list();
    long storedUpTo = holes.isEmpty() ? highest : holes.getFirst().from() - 1;
    return new Ack(barId, journalId, storedUpTo, holes, highest);
  }

  private static long highest(Handle handle, Map<String, ?> names, long atLeast) {
    return handle.createQuery("""
      SELECT COALESCE(MAX(sequence), :at_least) FROM summary
      WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence > :at_least""").bindMap(names)
        .bind("at_least", atLeast).mapTo(Long.class).one();
  }
}

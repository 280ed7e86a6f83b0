package io.plumbline.daemon.store;

import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `audit`, which only grows.
final class AuditRows {
  private AuditRows() {}

  private record Numbered(long number, AuditEntry entry) {}

  static void insert(Handle handle, AuditEntry entry) {
    handle.createUpdate("""
      INSERT INTO audit (at_ms, done_by, action, subject, address, detail)
      VALUES (:at_ms, :by, :action, :subject, :address, :detail)""").bind("at_ms", entry.at().toEpochMilli())
        .bind("by", entry.by()).bind("action", entry.action()).bind("subject", entry.subject())
        .bind("address", entry.address()).bind("detail", entry.detail()).execute();
  }

  static Page<AuditEntry> page(Handle handle, @Nullable Place after, int limit) {
    List<Numbered> found = handle.createQuery("""
      SELECT number, at_ms, done_by, action, subject, address, detail FROM audit
      WHERE number < :before ORDER BY number DESC LIMIT :limit""").bind("before", number(after))
        .bind("limit", limit + 1)
        .map((row, context) -> new Numbered(row.getLong("number"), new AuditEntry(
            Instant.ofEpochMilli(row.getLong("at_ms")), row.getString("done_by"), row.getString("action"),
            row.getString("subject"), row.getString("address"), row.getString("detail"))))
        .list();
    boolean more = found.size() > limit;
    List<Numbered> page = more ? found.subList(0, limit) : found;
    return new Page<>(page.stream().map(Numbered::entry).toList(),
        more ? new Place(page.getLast().entry().at().toEpochMilli(), "" + page.getLast().number()) : null);
  }

  private static long number(@Nullable Place after) {
    try {
      return after == null ? Long.MAX_VALUE : Long.parseLong(after.id());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cursor must be one that this list gave as next", e);
    }
  }
}

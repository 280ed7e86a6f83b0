package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.TraceKeeping;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Deletes curves; never a summary.
final class JdbcTraceKeeping implements TraceKeeping {
  private final Jdbi jdbi;

  JdbcTraceKeeping(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public int forget(Instant before, int most) throws StoreException {
    try {
      return jdbi.inTransaction(handle -> handle.createUpdate("""
        DELETE FROM trace WHERE (bar_id, journal_id, sequence) IN
          (SELECT bar_id, journal_id, sequence FROM trace WHERE received_at_ms < :before
           ORDER BY received_at_ms LIMIT :most)""").bind("before", before.toEpochMilli()).bind("most", most)
          .execute());
    } catch (RuntimeException e) {
      throw StoreErrors.of("old traces cannot be deleted", e);
    }
  }
}

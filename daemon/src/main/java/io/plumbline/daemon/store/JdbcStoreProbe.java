package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreProbe;
import org.jdbi.v3.core.Jdbi;

/// Asks the writer's connection for a change of no row. The database refuses it as it would refuse a summary where it is gone, locked or read-only;
/// a full disk shows only when a summary comes.
final class JdbcStoreProbe implements StoreProbe {
  private final Jdbi jdbi;

  JdbcStoreProbe(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void requireWritable() throws StoreException {
    try {
      jdbi.useTransaction(handle -> handle.execute("UPDATE journal SET stored_up_to = stored_up_to WHERE 1 = 0"));
    } catch (RuntimeException e) {
      throw StoreErrors.of("the database cannot be written", e);
    }
  }
}

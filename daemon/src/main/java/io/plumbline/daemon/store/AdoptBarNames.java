package io.plumbline.daemon.store;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Makes athletes of the names in reps that are older than the table of athletes.
final class AdoptBarNames implements JavaMigration {
  private final long nowMs;

  AdoptBarNames(long nowMs) {
    this.nowMs = nowMs;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("2.1");
  }

  @Override
  public String getDescription() {
    return "adopt bar names";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    // The connection is the migration's, which also commits.
    Jdbi.create(context.getConnection()).useHandle(handle -> BarNames.adopt(handle, BarNames.told(handle), nowMs));
  }
}

package io.plumbline.daemon.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.daemon.support.LocalPostgres;
import java.util.Optional;

class PostgresqlStoreTest extends StoreContract {
  @Override
  DatabaseAddress newDatabase() throws Exception {
    Optional<LocalPostgres> server = LocalPostgres.get();
    assumeTrue(server.isPresent(), "no PostgreSQL is installed here (looked in /usr/lib/postgresql)");
    return DatabaseAddress.parse(server.orElseThrow().newDatabase());
  }
}

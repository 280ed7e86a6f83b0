package io.plumbline.daemon.store;

class PostgresqlErasureTest extends ErasureContract {
  @Override
  DatabaseAddress newDatabase() throws Exception {
    return new PostgresqlStoreTest().newDatabase();
  }
}

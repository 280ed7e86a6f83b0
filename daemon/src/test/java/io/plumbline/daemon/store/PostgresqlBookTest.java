package io.plumbline.daemon.store;

class PostgresqlBookTest extends BookContract {
  @Override
  DatabaseAddress newDatabase() throws Exception {
    return new PostgresqlStoreTest().newDatabase();
  }
}

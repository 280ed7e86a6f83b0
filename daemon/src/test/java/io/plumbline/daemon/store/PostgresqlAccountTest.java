package io.plumbline.daemon.store;

class PostgresqlAccountTest extends AccountContract {
  @Override
  DatabaseAddress newDatabase() throws Exception {
    return new PostgresqlStoreTest().newDatabase();
  }
}

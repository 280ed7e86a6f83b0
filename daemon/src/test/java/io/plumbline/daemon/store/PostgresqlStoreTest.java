package io.plumbline.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.daemon.support.LocalPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresqlStoreTest extends StoreContract {
  @Override
  DatabaseAddress newDatabase() throws Exception {
    Optional<LocalPostgres> server = LocalPostgres.get();
    assumeTrue(server.isPresent(), "no PostgreSQL is installed here (looked in /usr/lib/postgresql)");
    return DatabaseAddress.parse(server.orElseThrow().newDatabase());
  }

  @Test
  void shouldWaitForTheDiskAtEachCommitWhenTheServerWasToldNotTo() throws Exception {
    DatabaseAddress address = newDatabase();
    String name = rows(address, "SELECT current_database()").getFirst();
    change(address, "ALTER DATABASE " + name + " SET synchronous_commit = off");
    assertEquals(List.of("off"), rows(address, "SHOW synchronous_commit"));
    try (HikariDataSource writing = SummaryDatabase.pool(address, "test", 1, false);
        Connection connection = writing.getConnection();
        Statement statement = connection.createStatement();
        ResultSet said = statement.executeQuery("SHOW synchronous_commit")) {
      assertTrue(said.next());
      assertEquals("on", said.getString(1));
    }
  }
}

package io.plumbline.benchmarks.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What stands in a PostgreSQL database after bars have published.
final class StoredReps implements AutoCloseable {
  private final Connection connection;

  /// @param database `user@host:port/name`
  StoredReps(String database) throws IOException {
    int at = database.indexOf('@');
    try {
      connection = DriverManager.getConnection("jdbc:postgresql:" + "//" + database.substring(at + 1),
          database.substring(0, at), "");
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// How it compares with what was published.
  ///
  /// @param stored  different reps
  /// @param equal   of these, with the content that was published
  /// @param doubled rows beyond one for each rep, and contents kept aside because they differ
  record Comparison(long stored, long equal, long doubled) {}

  /// Payloads so far.
  long count() throws IOException {
    return number("SELECT count(*) FROM summary");
  }

  /// Compares all of it.
  Comparison compare() throws IOException {
    Reps published = new Reps();
    long equal = 0;
    try (Statement statement = connection.createStatement()) {
      // In parts: the driver else holds all of it.
      connection.setAutoCommit(false);
      statement.setFetchSize(1000);
      try (ResultSet rows = statement
          .executeQuery("SELECT bar_id, sequence, payload FROM summary WHERE journal_id = '" + Reps.JOURNAL + "'")) {
        while (rows.next()) {
          String wanted = new String(published.payload(rows.getString(1), rows.getLong(2)), StandardCharsets.UTF_8);
          equal += wanted.equals(rows.getString(3)) ? 1 : 0;
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    long stored = number("SELECT count(DISTINCT (bar_id, journal_id, sequence)) FROM summary");
    long measures = number("SELECT count(DISTINCT (bar_id, journal_id, sequence)) FROM rep");
    long doubled = number("SELECT count(*) FROM summary") - stored + number("SELECT count(*) FROM rep") - measures
        + number("SELECT count(*) FROM conflict");
    return new Comparison(Math.min(stored, measures), equal, doubled);
  }

  private long number(String query) throws IOException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static IOException unreadable(SQLException e) {
    return new IOException("the database cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}

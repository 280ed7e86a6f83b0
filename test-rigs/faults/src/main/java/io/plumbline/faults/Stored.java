package io.plumbline.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What the daemon's database has, read as anybody's SQLite would.
///
/// @param summaries  reps and sets as they came
/// @param curves     of reps
/// @param rows       of the tables with measures, which must be as many as the summaries
/// @param conflicts  of the same key with other content
/// @param disorders  reps of a journal that began earlier than the one numbered before
record Stored(NavigableMap<Key, String> summaries, NavigableMap<Key, String> curves, long rows, long conflicts,
    List<String> disorders) {
  static Stored read(Path folder) {
    Path file = folder.resolve("plumbline.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      NavigableMap<Key, String> summaries = texts(statement,
          "SELECT bar_id, journal_id, sequence, kind, payload FROM summary");
      NavigableMap<Key, String> curves = texts(statement,
          "SELECT bar_id, journal_id, sequence, 'trace', payload FROM trace");
      long rows = count(statement, "SELECT (SELECT COUNT(*) FROM rep) + (SELECT COUNT(*) FROM closed_set)");
      long conflicts = count(statement, "SELECT COUNT(*) FROM conflict");
      return new Stored(summaries, curves, rows, conflicts, disorders(statement));
    } catch (SQLException e) {
      throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static NavigableMap<Key, String> texts(Statement statement, String query) throws SQLException {
    NavigableMap<Key, String> texts = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.put(new Key(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getString(4)),
            rows.getString(5));
      }
    }
    return texts;
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static List<String> disorders(Statement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("""
      SELECT journal_id, sequence FROM (
        SELECT journal_id, sequence, start_time_ns,
               LAG(start_time_ns) OVER (PARTITION BY bar_id, journal_id ORDER BY sequence) AS before_ns
        FROM rep)
      WHERE start_time_ns <= before_ns""")) {
      while (rows.next()) {
        found.add("rep " + rows.getLong(2) + " of journal " + rows.getString(1)
            + " began earlier than the one numbered before it");
      }
    }
    return found;
  }
}

package io.plumbline.daemon.store;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.SetOverview;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.SummaryReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads on connections of its own, so that a slow page never holds up the writer.
final class JdbcSummaryReader implements SummaryReader {
  /// Reps that are looked through for the newest sets: the list stays quick however much is stored.
  private static final int RECENT_REPS = 5000;

  private static final String OVERVIEW = """
    SELECT r.bar_id, r.journal_id, r.set_number, MIN(r.exercise) AS exercise, MIN(r.athlete) AS athlete,
      MIN(r.wall_time_ms) AS wall_time_ms,
      MIN(CASE WHEN r.wall_time_synchronised THEN 1 ELSE 0 END) AS wall_time_synchronised,
      MIN(r.received_at_ms) AS first_received_at_ms, MIN(r.sequence) AS first_sequence,
      COUNT(*) AS reps,
      SUM(CASE WHEN r.outcome IN ('completed', 'hitched') THEN 1 ELSE 0 END) AS completed_reps,
      MAX(r.load_total_kg) AS load_total_kg, MIN(r.load_source) AS load_source,
      MAX(CASE WHEN r.outcome IN ('completed', 'hitched') THEN r.mean_concentric_mps END) AS best_mean_concentric_mps,
      (SELECT COUNT(*) FROM closed_set s WHERE s.bar_id = r.bar_id AND s.journal_id = r.journal_id
        AND s.set_number = r.set_number) AS closed
    FROM rep r
    """;
  private static final String OF_SET = "bar_id = :bar_id AND journal_id = :journal_id AND set_number = :set_number";

  private final Jdbi jdbi;

  JdbcSummaryReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<SetOverview> newestSets(int limit) throws StoreException {
    return read(handle -> handle.createQuery(OVERVIEW + """
      JOIN (SELECT DISTINCT bar_id, journal_id, set_number
            FROM (SELECT bar_id, journal_id, set_number FROM rep ORDER BY received_at_ms DESC LIMIT :recent) AS newest
           ) AS recent
        ON recent.bar_id = r.bar_id AND recent.journal_id = r.journal_id AND recent.set_number = r.set_number
      GROUP BY r.bar_id, r.journal_id, r.set_number
      ORDER BY first_received_at_ms DESC, first_sequence DESC
      LIMIT :limit""").bind("recent", RECENT_REPS).bind("limit", limit).map((row, context) -> overview(row)).list());
  }

  @Override
  public Ack progress(String barId, String journalId) throws StoreException {
    return read(handle -> JournalProgress.above(handle, barId, journalId,
        JournalProgress.recorded(handle, barId, journalId)));
  }

  @Override
  public Optional<SetDetail> set(String barId, String journalId, int setNumber) throws StoreException {
    Map<String, ?> key = Map.of("bar_id", barId, "journal_id", journalId, "set_number", setNumber);
    return read(handle -> {
      Optional<SetOverview> overview = handle.createQuery(OVERVIEW + "WHERE r." + OF_SET.replace("AND ", "AND r.")
          + " GROUP BY r.bar_id, r.journal_id, r.set_number").bindMap(key).map((row, context) -> overview(row))
          .findOne();
      if (overview.isEmpty()) {
        return Optional.<SetDetail>empty();
      }
      List<String> reps = payloads(handle, "rep", "rep_number, sequence", key);
      List<String> summaries = payloads(handle, "closed_set", "sequence", key);
      return Optional.of(new SetDetail(overview.get(), summaries.isEmpty() ? null : summaries.getFirst(), reps));
    });
  }

  @Override
  public Optional<String> rep(RecordKey key) throws StoreException {
    return payload("summary", " AND kind = 'rep' AND forgotten < 2", key);
  }

  @Override
  public Optional<String> trace(RecordKey rep) throws StoreException {
    return payload("trace", "", rep);
  }

  private Optional<String> payload(String table, String condition, RecordKey key) throws StoreException {
    return read(handle -> handle.createQuery("SELECT payload FROM " + table
        + " WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence = :sequence" + condition)
        .bind("bar_id", key.barId()).bind("journal_id", key.journalId()).bind("sequence", key.sequence())
        .mapTo(String.class).findOne());
  }

  private static List<String> payloads(Handle handle, String table, String order, Map<String, ?> key) {
    return handle.createQuery("SELECT summary.payload FROM (SELECT * FROM " + table + " WHERE " + OF_SET + ") AS part"
        + " JOIN summary USING (bar_id, journal_id, sequence) ORDER BY " + order).bindMap(key).mapTo(String.class)
        .list();
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return jdbi.withHandle(query);
    } catch (RuntimeException e) {
      throw StoreErrors.of("the database cannot be read", e);
    }
  }

  private static SetOverview overview(ResultSet row) throws SQLException {
    return new SetOverview(row.getString("bar_id"), row.getString("journal_id"), row.getInt("set_number"),
        row.getString("exercise"), row.getString("athlete"), optionalLong(row, "wall_time_ms"),
        row.getInt("wall_time_synchronised") == 1, row.getLong("first_received_at_ms"), row.getInt("reps"),
        row.getInt("completed_reps"), optionalDouble(row, "load_total_kg"), row.getString("load_source"),
        optionalDouble(row, "best_mean_concentric_mps"), row.getInt("closed") > 0);
  }

  private static @Nullable Long optionalLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Double optionalDouble(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}

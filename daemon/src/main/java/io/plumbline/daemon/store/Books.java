package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// What the books on athletes share: transactions, and the log of what people change.
///
/// @param oneMoment isolation under which several queries see the same moment
record Books(Jdbi writing, Jdbi reading, InstantSource clock, TrainingJson json, TransactionIsolationLevel oneMoment) {
  /// What may be refused, or fail.
  interface Change<T> {
    T make(Handle handle) throws RefusedException;
  }

  <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return reading.inTransaction(oneMoment, query);
    } catch (RuntimeException e) {
      throw StoreErrors.of("the database cannot be read", e);
    }
  }

  /// All of it or nothing.
  <T> T change(Change<T> change) throws StoreException, RefusedException {
    try {
      return writing.<T, RefusedException>inTransaction(change::make);
    } catch (RuntimeException e) {
      throw StoreErrors.of("the change cannot be stored", e);
    }
  }

  /// Whether others may write at the same time, so that what is counted must be locked first. SQLite has one writer.
  boolean isShared() {
    return oneMoment != TransactionIsolationLevel.SERIALIZABLE;
  }

  /// Adds to the log, in the transaction of the change.
  ///
  /// @param athleteId whom it is about, null for nobody
  void log(Handle handle, Subject subject, @Nullable String athleteId, Amendment change) {
    handle.createUpdate("""
      INSERT INTO amendment (at_ms, changed_by, athlete_id, subject, subject_id, version, before_json, after_json)
      VALUES (:at_ms, :by, :athlete_id, :subject, :subject_id, :version, :before, :after)""")
        .bind("at_ms", change.at().toEpochMilli()).bind("by", change.by()).bind("athlete_id", athleteId)
        .bind("subject", subject.kind).bind("subject_id", subject.id).bind("version", change.version())
        .bind("before", change.beforeJson()).bind("after", change.afterJson()).execute();
  }

  /// What a change is about.
  record Subject(String kind, String id) {}

  List<Amendment> amendments(Subject subject) throws StoreException {
    return read(handle -> handle.createQuery("""
      SELECT version, at_ms, changed_by, before_json, after_json FROM amendment
      WHERE subject = :subject AND subject_id = :subject_id ORDER BY number DESC""").bind("subject", subject.kind)
        .bind("subject_id", subject.id).map((row, context) -> amendment(row)).list());
  }

  static Amendment amendment(ResultSet row) throws SQLException {
    return new Amendment(row.getLong("version"), Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getString("changed_by"), row.getString("before_json"), row.getString("after_json"));
  }

  static void requireAthlete(Handle handle, String athleteId, Reason reason) throws RefusedException {
    Optional<String> found = handle.createQuery("SELECT id FROM athlete WHERE id = :id").bind("id", athleteId)
        .mapTo(String.class).findOne();
    if (found.isEmpty()) {
      throw new RefusedException(reason, "there is no athlete " + athleteId);
    }
  }

  static RefusedException stale() {
    return new RefusedException(Reason.STALE, "it was changed since it was read: read it again");
  }
}

package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Notebook;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.store.Books.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// What people tell, in table `entry`.
final class JdbcNotebook implements Notebook {
  private final Books books;

  JdbcNotebook(Books books) {
    this.books = books;
  }

  @Override
  public Page<Kept<Told>> list(String athleteId, ToldKind kind, @Nullable Place after, int limit)
      throws StoreException {
    Place from = after == null ? new Place(Long.MAX_VALUE, "") : after;
    List<Kept<Told>> found = books.read(handle -> handle.createQuery("""
      SELECT kind, body, version FROM entry
      WHERE athlete_id = :athlete_id AND kind = :kind AND (at_ms, id) < (:at_ms, :id)
      ORDER BY at_ms DESC, id DESC LIMIT :limit""").bind("athlete_id", athleteId).bind("kind", kind.id())
        .bind("at_ms", from.atMs()).bind("id", from.id()).bind("limit", limit + 1)
        .map((row, context) -> entry(row)).list());
    boolean more = found.size() > limit;
    List<Kept<Told>> page = more ? found.subList(0, limit) : found;
    return new Page<>(page, more ? place(page.getLast().value()) : null);
  }

  private static Place place(Told told) {
    return new Place(told.time().toEpochMilli(), told.id());
  }

  private Kept<Told> entry(ResultSet row) throws SQLException {
    ToldKind kind = ToldKind.fromId(row.getString("kind")).orElseThrow();
    return new Kept<>(books.json().read(kind.type(), row.getString("body")), row.getLong("version"));
  }

  /// Everything told of an athlete, plans and ways back however old.
  List<Told> since(Handle handle, String athleteId, long fromMs) {
    return handle.createQuery("""
      SELECT kind, body, version FROM entry
      WHERE athlete_id = :athlete_id AND (at_ms >= :from_ms OR kind IN (:progression, :planned_session))""")
        .bind("athlete_id", athleteId).bind("from_ms", fromMs).bind("progression", ToldKind.PROGRESSION.id())
        .bind("planned_session", ToldKind.PLANNED_SESSION.id()).map((row, context) -> entry(row).value()).list();
  }

  @Override
  public Optional<Kept<Told>> get(String athleteId, ToldKind kind, String id) throws StoreException {
    return books.read(handle -> find(handle, athleteId, kind, id));
  }

  private Optional<Kept<Told>> find(Handle handle, String athleteId, ToldKind kind, String id) {
    return handle.createQuery("""
      SELECT kind, body, version FROM entry WHERE id = :id AND athlete_id = :athlete_id AND kind = :kind""")
        .bind("id", id).bind("athlete_id", athleteId).bind("kind", kind.id()).map((row, context) -> entry(row))
        .findOne();
  }

  @Override
  public Kept<Told> add(String athleteId, Told told, String by) throws StoreException, RefusedException {
    return books.change(handle -> {
      Books.requireAthlete(handle, athleteId, Reason.MISSING);
      // Ids are unique over all athletes: one that is taken tells nothing of whose it is.
      if (!insert(handle, athleteId, told, by)) {
        throw new RefusedException(Reason.EXISTS, "the id " + told.id() + " is taken already");
      }
      return new Kept<>(told, 1);
    });
  }

  @Override
  public int addNew(String athleteId, List<? extends Told> told, String by) throws StoreException, RefusedException {
    return books.change(handle -> {
      Books.requireAthlete(handle, athleteId, Reason.MISSING);
      int added = 0;
      for (Told one : told) {
        if (!wasHere(handle, athleteId, one) && insert(handle, athleteId, one, by)) {
          added++;
        }
      }
      return added;
    });
  }

  private static boolean wasHere(Handle handle, String athleteId, Told told) {
    Subject subject = subject(athleteId, ToldKind.of(told), told.id());
    return handle.createQuery("SELECT 1 FROM amendment WHERE subject = :subject AND subject_id = :id LIMIT 1")
        .bind("subject", subject.kind()).bind("id", subject.id()).mapTo(Integer.class).findOne().isPresent();
  }

  /// Adds an entry where its id is not taken.
  private boolean insert(Handle handle, String athleteId, Told told, String by) {
    String body = books.json().write(told);
    int added = bound(handle.createUpdate("""
      INSERT INTO entry (id, athlete_id, kind, at_ms, body, version)
      VALUES (:id, :athlete_id, :kind, :at_ms, :body, 1) ON CONFLICT DO NOTHING"""), athleteId, told, body).execute();
    if (added == 1) {
      log(handle, athleteId, ToldKind.of(told), told.id(),
          new Amendment(1, books.clock().instant(), by, null, body));
    }
    return added == 1;
  }

  @Override
  public Kept<Told> change(String athleteId, Told told, long version, String by)
      throws StoreException, RefusedException {
    ToldKind kind = ToldKind.of(told);
    return books.change(handle -> {
      Kept<Told> before = require(handle, athleteId, kind, told.id());
      String body = books.json().write(told);
      int changed = bound(handle.createUpdate("""
        UPDATE entry SET at_ms = :at_ms, body = :body, version = version + 1
        WHERE id = :id AND athlete_id = :athlete_id AND kind = :kind AND version = :version"""), athleteId, told, body)
          .bind("version", version).execute();
      if (changed == 0) {
        throw Books.stale();
      }
      log(handle, athleteId, kind, told.id(), new Amendment(version + 1, books.clock().instant(), by,
          books.json().write(before.value()), body));
      return new Kept<>(told, version + 1);
    });
  }

  @Override
  public void remove(String athleteId, ToldKind kind, String id, long version, String by)
      throws StoreException, RefusedException {
    books.change(handle -> {
      Kept<Told> before = require(handle, athleteId, kind, id);
      int removed = handle.createUpdate("DELETE FROM entry WHERE id = :id AND version = :version").bind("id", id)
          .bind("version", version).execute();
      if (removed == 0) {
        throw Books.stale();
      }
      log(handle, athleteId, kind, id, new Amendment(version + 1, books.clock().instant(), by,
          books.json().write(before.value()), null));
      return before;
    });
  }

  private Kept<Told> require(Handle handle, String athleteId, ToldKind kind, String id) throws RefusedException {
    return find(handle, athleteId, kind, id)
        .orElseThrow(() -> new RefusedException(Reason.MISSING, "there is no such " + kind.id()));
  }

  private static Update bound(Update update, String athleteId, Told told, String body) {
    return update.bind("id", told.id()).bind("athlete_id", athleteId).bind("kind", ToldKind.of(told).id())
        .bind("at_ms", told.time().toEpochMilli()).bind("body", body);
  }

  private void log(Handle handle, String athleteId, ToldKind kind, String id, Amendment change) {
    books.log(handle, subject(athleteId, kind, id), athleteId, change);
  }

  private static Subject subject(String athleteId, ToldKind kind, String id) {
    return new Subject(kind.id(), athleteId + "/" + id);
  }

  @Override
  public List<Amendment> amendments(String athleteId, ToldKind kind, String id) throws StoreException {
    return books.amendments(subject(athleteId, kind, id));
  }
}

package io.plumbline.daemon.store;

import io.plumbline.daemon.access.AuditAction;
import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Eraser;
import io.plumbline.daemon.domain.training.Erasure;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.SqlStatements;

/// Deletes an athlete in one transaction, then has the database let go of the bytes.
final class JdbcEraser implements Eraser {
  /// In the order in which rows refer to each other.
  private static final List<String> OF_ATHLETE = List.of("entry", "rule_override", "bar_name");
  private static final String DELETED_ACCOUNT = "deleted account";

  private final Books books;
  private final SetQueries queries;

  JdbcEraser(Books books) {
    this.books = books;
    this.queries = new SetQueries(books.json());
  }

  @Override
  public Erasure erase(String athleteId, long version, Requester who) throws StoreException, RefusedException {
    Erasure made = books.change(handle -> erase(handle, athleteId, version, who));
    return new Erasure(made.athleteId(), made.at(), made.by(), made.deleted(), made.blanked(), made.left(), letGo(),
        made.elsewhere());
  }

  private Erasure erase(Handle handle, String athleteId, long version, Requester who) throws RefusedException {
    Books.requireAthlete(handle, athleteId, Reason.MISSING);
    if (books.isShared()) {
      // What another daemon stores at this moment comes before or after: no rep is left without its athlete. In the order in which they are written.
      handle.execute("LOCK TABLE summary, trace, rep, closed_set, bar_name IN SHARE ROW EXCLUSIVE MODE");
    }
    List<String> names = handle.createQuery("SELECT name FROM bar_name WHERE athlete_id = :id").bind("id", athleteId)
        .mapTo(String.class).list();
    ErasedSets sets = new ErasedSets(handle, names);
    List<SetKey> candidates = queries.since(handle, athleteId, Long.MIN_VALUE);
    queries.sets(handle, candidates).stream().filter(set -> athleteId.equals(set.athleteId())).map(TrainedSet::key)
        .forEach(sets::delete);
    sets.withoutReps().forEach(sets::delete);
    sets.blankNames();
    Map<String, Long> deleted = new LinkedHashMap<>(sets.deleted());
    Map<String, Long> blanked = new LinkedHashMap<>(sets.blanked());
    amendments(handle, athleteId, names, deleted, blanked);
    accounts(handle, athleteId, deleted, blanked);
    for (String table : OF_ATHLETE) {
      ErasedSets.count(deleted, table,
          handle.createUpdate("DELETE FROM " + table + " WHERE athlete_id = :id").bind("id", athleteId).execute());
    }
    int gone = handle.createUpdate("DELETE FROM athlete WHERE id = :id AND version = :version").bind("id", athleteId)
        .bind("version", version).execute();
    if (gone == 0) {
      throw Books.stale();
    }
    ErasedSets.count(deleted, "athlete", gone);
    Instant now = books.clock().instant();
    AuditRows.insert(handle,
        new AuditEntry(now, who.accountId(), AuditAction.DELETED.id(), athleteId, who.address(), null));
    return new Erasure(athleteId, now, who.name(), deleted, blanked, left(handle, athleteId, names), "",
        Erasure.ELSEWHERE);
  }

  /// What was changed about the athlete goes; what was changed about sets of others stays, without the athlete in it.
  private static void amendments(Handle handle, String athleteId, List<String> names, Map<String, Long> deleted,
      Map<String, Long> blanked) {
    ErasedSets.count(deleted, "amendment", handle.createUpdate("""
      DELETE FROM amendment WHERE (athlete_id = :id AND subject <> 'set') OR subject_id = :id
        OR (subject = 'bar-name' AND subject_id IN (<names>))""").bind("id", athleteId)
        .bindList(EmptyHandling.NULL_KEYWORD, "names", names).execute());
    ErasedSets.count(blanked, "amendment", handle.createUpdate("""
      UPDATE amendment SET before_json = REPLACE(before_json, :quoted, '"deleted"'),
        after_json = REPLACE(after_json, :quoted, '"deleted"'),
        athlete_id = CASE WHEN athlete_id = :id THEN NULL ELSE athlete_id END
      WHERE athlete_id = :id OR before_json LIKE :holds OR after_json LIKE :holds""").bind("id", athleteId)
        .bind("quoted", "\"" + athleteId + "\"").bind("holds", "%\"" + athleteId + "\"%").execute());
  }

  /// The athlete's own go; a coach's stays, without the athlete.
  private static void accounts(Handle handle, String athleteId, Map<String, Long> deleted,
      Map<String, Long> blanked) {
    List<String> accounts = handle
        .createQuery("SELECT name FROM account WHERE athlete_id = :id AND role = 'athlete'").bind("id", athleteId)
        .mapTo(String.class).list();
    ErasedSets.count(blanked, "amendment",
        handle.createUpdate("UPDATE amendment SET changed_by = :deleted WHERE changed_by IN (<names>)")
            .bind("deleted", DELETED_ACCOUNT).bindList(EmptyHandling.NULL_KEYWORD, "names", accounts).execute());
    ErasedSets.count(deleted, "account", handle
        .createUpdate("DELETE FROM account WHERE athlete_id = :id AND role = 'athlete'").bind("id", athleteId)
        .execute());
    ErasedSets.count(blanked, "account",
        handle.createUpdate("UPDATE account SET athlete_id = NULL WHERE athlete_id = :id").bind("id", athleteId)
            .execute());
  }

  /// Looks through every table that could know the athlete.
  private Map<String, Long> left(Handle handle, String athleteId, List<String> names) {
    String named = "CASE WHEN payload = '' THEN NULL ELSE "
        + (books.isShared() ? "payload::json ->> 'athlete'" : "json_extract(payload, '$.athlete')")
        + " END IN (<names>)";
    Map<String, String> searches = new LinkedHashMap<>();
    searches.put("account", "athlete_id = :id");
    searches.put("amendment",
        "athlete_id = :id OR subject_id = :id OR before_json LIKE :holds OR after_json LIKE :holds");
    searches.put("athlete", "id = :id");
    searches.put("bar_name", "athlete_id = :id OR name IN (<names>)");
    searches.put("closed_set", "athlete IN (<names>)");
    searches.put("conflict", named);
    searches.put("entry", "athlete_id = :id");
    searches.put("rep", "athlete IN (<names>)");
    searches.put("rule_override", "athlete_id = :id");
    searches.put("set_correction", "athlete_id = :id OR body LIKE :holds");
    searches.put("summary", named);
    Map<String, Long> left = new LinkedHashMap<>();
    searches.forEach((table, condition) -> left.put(table,
        handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE " + condition)
            .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
            .bindMap(Map.of("id", athleteId, "holds", "%" + athleteId + "%"))
            .bindList(EmptyHandling.NULL_KEYWORD, "names", names).mapTo(Long.class).one()));
    return left;
  }

  /// Rows that are gone leave bytes behind, in free pages, old row versions and the write-ahead log.
  private String letGo() {
    try {
      return books.writing().withHandle(handle -> {
        // Not in a transaction.
        handle.execute("VACUUM");
        if (books.isShared()) {
          return "the database server reused or freed them (VACUUM)";
        }
        Integer busy = handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapTo(Integer.class).first();
        return busy == 0
            ? "the database file was written anew without them"
            : "the database file was written anew without them; older pages stay in its log until no page reads any more";
      });
    } catch (JdbiException e) {
      return "not overwritten yet: " + StoreErrors.reason(e);
    }
  }
}

package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.AthleteChange;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.store.Books.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Athletes in tables `athlete`, `bar_name` and `rule_override`.
final class JdbcAthleteBook implements AthleteBook {
  private static final String OVERRIDES = "rule-overrides";

  private final Books books;

  JdbcAthleteBook(Books books) {
    this.books = books;
  }

  @Override
  public Page<Kept<Athlete>> athletes(@Nullable Place after, int limit) throws StoreException {
    // Few: a place in the list is an id, wherever its athlete stands now.
    List<Kept<Athlete>> found = books.read(handle -> handle.createQuery("""
      SELECT id, body, version FROM athlete
      WHERE :first OR (name, id) > (SELECT name, id FROM athlete WHERE id = :after)
      ORDER BY name, id LIMIT :limit""").bind("first", after == null).bind("after", after == null ? "" : after.id())
        .bind("limit", limit + 1).map((row, context) -> athlete(row)).list());
    boolean more = found.size() > limit;
    List<Kept<Athlete>> page = more ? found.subList(0, limit) : found;
    return new Page<>(page, more ? new Place(0, page.getLast().value().id()) : null);
  }

  @Override
  public Optional<Kept<Athlete>> athlete(String id) throws StoreException {
    return books.read(handle -> find(handle, id));
  }

  Optional<Kept<Athlete>> find(Handle handle, String id) {
    return handle.createQuery("SELECT id, body, version FROM athlete WHERE id = :id").bind("id", id)
        .map((row, context) -> athlete(row)).findOne();
  }

  private Kept<Athlete> athlete(ResultSet row) throws SQLException {
    return new Kept<>(books.json().read(Athlete.class, row.getString("body")), row.getLong("version"));
  }

  @Override
  public Kept<Athlete> add(Athlete athlete, String by) throws StoreException, RefusedException {
    return books.change(handle -> {
      if (find(handle, athlete.id()).isPresent()) {
        throw new RefusedException(Reason.EXISTS, "there is an athlete " + athlete.id() + " already");
      }
      Instant now = books.clock().instant();
      BarNames.insert(handle, athlete, now.toEpochMilli());
      BarNames.claim(handle, athlete);
      log(handle, athlete.id(), new Amendment(1, now, by, null, books.json().write(athlete)));
      return new Kept<>(athlete, 1);
    });
  }

  @Override
  public Kept<Athlete> change(Athlete athlete, long version, String by) throws StoreException, RefusedException {
    return books.change(handle -> {
      Kept<Athlete> before = find(handle, athlete.id())
          .orElseThrow(() -> new RefusedException(Reason.MISSING, "there is no athlete " + athlete.id()));
      int changed = handle.createUpdate("""
        UPDATE athlete SET name = :name, body = :body, version = version + 1 WHERE id = :id AND version = :version""")
          .bind("name", athlete.name()).bind("body", books.json().write(athlete)).bind("id", athlete.id())
          .bind("version", version).execute();
      if (changed == 0) {
        throw Books.stale();
      }
      BarNames.claim(handle, athlete);
      log(handle, athlete.id(), new Amendment(version + 1, books.clock().instant(), by,
          books.json().write(before.value()), books.json().write(athlete)));
      return new Kept<>(athlete, version + 1);
    });
  }

  private void log(Handle handle, String athleteId, Amendment change) {
    books.log(handle, new Subject("athlete", athleteId), athleteId, change);
  }

  @Override
  public List<String> barNames(String athleteId) throws StoreException {
    return books.read(handle -> handle.createQuery("SELECT name FROM bar_name WHERE athlete_id = :id ORDER BY name")
        .bind("id", athleteId).mapTo(String.class).list());
  }

  @Override
  public void giveBarName(String name, String athleteId, String by) throws StoreException, RefusedException {
    books.change(handle -> {
      Books.requireAthlete(handle, athleteId, Reason.MISSING);
      Optional<String> before = handle.createQuery("SELECT athlete_id FROM bar_name WHERE name = :name")
          .bind("name", name).mapTo(String.class).findOne();
      handle.createUpdate("""
        INSERT INTO bar_name (name, name_key, athlete_id) VALUES (:name, :key, :athlete_id)
        ON CONFLICT (name) DO UPDATE SET athlete_id = excluded.athlete_id""").bind("name", name)
          .bind("key", BarNames.key(name)).bind("athlete_id", athleteId).execute();
      books.log(handle, new Subject("bar-name", name), athleteId,
          new Amendment(0, books.clock().instant(), by, before.map(this::owner).orElse(null), owner(athleteId)));
      return athleteId;
    });
  }

  private String owner(String athleteId) {
    return books.json().write(Map.of("athlete_id", athleteId));
  }

  @Override
  public Kept<RuleOverrides> ruleOverrides(String athleteId) throws StoreException {
    return books.read(handle -> overrides(handle, athleteId));
  }

  Kept<RuleOverrides> overrides(Handle handle, String athleteId) {
    return handle.createQuery("SELECT body, version FROM rule_override WHERE athlete_id = :id").bind("id", athleteId)
        .map((row, context) -> new Kept<>(books.json().read(RuleOverrides.class, row.getString("body")),
            row.getLong("version")))
        .findOne().orElse(new Kept<>(RuleOverrides.NONE, 0));
  }

  @Override
  public Kept<RuleOverrides> changeRuleOverrides(String athleteId, RuleOverrides overrides, long version, String by)
      throws StoreException, RefusedException {
    return books.change(handle -> {
      Books.requireAthlete(handle, athleteId, Reason.MISSING);
      Kept<RuleOverrides> before = overrides(handle, athleteId);
      int changed = handle.createUpdate("""
        INSERT INTO rule_override (athlete_id, body, version) VALUES (:id, :body, 1)
        ON CONFLICT (athlete_id) DO UPDATE SET body = excluded.body, version = rule_override.version + 1
        WHERE rule_override.version = :version""").bind("id", athleteId).bind("body", books.json().write(overrides))
          .bind("version", version).execute();
      if (changed == 0 || before.version() != version) {
        throw Books.stale();
      }
      books.log(handle, new Subject(OVERRIDES, athleteId), athleteId, new Amendment(version + 1,
          books.clock().instant(), by, books.json().write(before.value()), books.json().write(overrides)));
      return new Kept<>(overrides, version + 1);
    });
  }

  @Override
  public List<Amendment> amendments(String athleteId) throws StoreException {
    return books.amendments(new Subject("athlete", athleteId));
  }

  @Override
  public List<AthleteChange> everyChange(String athleteId) throws StoreException {
    return books.read(handle -> handle.createQuery("""
      SELECT subject, subject_id, version, at_ms, changed_by, before_json, after_json FROM amendment
      WHERE athlete_id = :id ORDER BY number""").bind("id", athleteId)
        .map((row, context) -> new AthleteChange(row.getString("subject"), row.getString("subject_id"),
            Books.amendment(row)))
        .list());
  }
}

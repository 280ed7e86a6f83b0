package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.Plan;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.LogEntry;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.store.Books.Subject;
import io.plumbline.daemon.store.SetQueries.Found;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sets as a coach sees them: read out of the payloads each time, with the corrections of table `set_correction`.
final class JdbcSetBook implements SetBook {
  private final Books books;
  private final JdbcAthleteBook athletes;
  private final JdbcNotebook notebook;
  private final SetQueries queries;

  JdbcSetBook(Books books, JdbcAthleteBook athletes, JdbcNotebook notebook) {
    this.books = books;
    this.athletes = athletes;
    this.notebook = notebook;
    this.queries = new SetQueries(books.json());
  }

  @Override
  public Page<TrainedSet> sets(@Nullable String athleteId, @Nullable Place after, int limit) throws StoreException {
    SetKey behind = after == null ? null : Found.key(after);
    return books.read(handle -> {
      List<Found> found = queries.find(handle, athleteId, after == null ? 0 : after.atMs(), behind, limit + 1);
      boolean more = found.size() > limit;
      List<Found> page = more ? found.subList(0, limit) : found;
      return new Page<>(queries.sets(handle, page.stream().map(Found::key).toList()),
          more ? page.getLast().place() : null);
    });
  }

  @Override
  public Optional<TrainedSet> set(SetKey key) throws StoreException {
    return books.read(handle -> queries.sets(handle, List.of(key)).stream().findFirst());
  }

  @Override
  public Optional<Kept<SetCorrection>> correction(SetKey key) throws StoreException {
    return books
        .read(handle -> sequences(handle, key).isEmpty() ? Optional.empty() : Optional.of(correction(handle, key)));
  }

  private Kept<SetCorrection> correction(Handle handle, SetKey key) {
    return queries.corrections(handle, List.of(key)).getOrDefault(key, new Kept<>(SetCorrection.NONE, 0));
  }

  private static List<Long> sequences(Handle handle, SetKey key) {
    return handle.createQuery("""
      SELECT sequence FROM rep WHERE bar_id = :bar_id AND journal_id = :journal_id AND set_number = :set_number""")
        .bindMap(SetQueries.names(key)).mapTo(Long.class).list();
  }

  @Override
  public Kept<SetCorrection> correct(SetKey key, SetCorrection correction, long version, String by)
      throws StoreException, RefusedException {
    return books.change(handle -> {
      require(handle, key, correction);
      Kept<SetCorrection> before = correction(handle, key);
      if (before.version() != version || !put(handle, key, correction, version)) {
        throw Books.stale();
      }
      SetCorrection.Owner owner = correction.owner();
      books.log(handle, subject(key), owner == null ? null : owner.athleteId(), new Amendment(version + 1,
          books.clock().instant(), by, version == 0 ? null : books.json().write(before.value()),
          books.json().write(correction)));
      return new Kept<>(correction, version + 1);
    });
  }

  private static void require(Handle handle, SetKey key, SetCorrection correction) throws RefusedException {
    List<Long> sequences = sequences(handle, key);
    if (sequences.isEmpty()) {
      throw new RefusedException(Reason.MISSING, "no such set is stored");
    }
    for (Long removed : correction.removedReps()) {
      if (!sequences.contains(removed)) {
        throw new RefusedException(Reason.WRONG, "removed_reps names " + removed + ", which is no rep of this set");
      }
    }
    SetCorrection.Owner owner = correction.owner();
    if (owner != null && owner.athleteId() != null) {
      Books.requireAthlete(handle, owner.athleteId(), Reason.WRONG);
    }
  }

  private boolean put(Handle handle, SetKey key, SetCorrection correction, long version) {
    SetCorrection.Owner owner = correction.owner();
    Instant startedAt = correction.startedAt();
    return handle.createUpdate("""
      INSERT INTO set_correction
        (bar_id, journal_id, set_number, owner_corrected, athlete_id, started_at_ms, body, version)
      VALUES (:bar_id, :journal_id, :set_number, :owner_corrected, :athlete_id, :started_at_ms, :body, 1)
      ON CONFLICT (bar_id, journal_id, set_number) DO UPDATE SET owner_corrected = excluded.owner_corrected,
        athlete_id = excluded.athlete_id, started_at_ms = excluded.started_at_ms, body = excluded.body,
        version = set_correction.version + 1
      WHERE set_correction.version = :version""").bindMap(SetQueries.names(key))
        .bind("owner_corrected", owner != null).bind("athlete_id", owner == null ? null : owner.athleteId())
        .bind("started_at_ms", startedAt == null ? null : startedAt.toEpochMilli())
        .bind("body", books.json().write(correction)).bind("version", version).execute() == 1;
  }

  @Override
  public List<Amendment> amendments(SetKey key) throws StoreException {
    return books.amendments(subject(key));
  }

  private static Subject subject(SetKey key) {
    return new Subject("set", key.barId() + "/" + key.journalId() + "/" + key.setNumber());
  }

  @Override
  public Optional<TrainingHistory> history(String athleteId, @Nullable Instant from) throws StoreException {
    long fromMs = from == null ? Long.MIN_VALUE : from.toEpochMilli();
    return books.read(handle -> athletes.find(handle, athleteId).map(athlete -> {
      // A bar that names two people within one set is told apart by its first name; the other one's list leaves it out here.
      List<TrainedSet> sets = queries.sets(handle, queries.since(handle, athleteId, fromMs)).stream()
          .filter(set -> athleteId.equals(set.athleteId())).toList();
      List<Told> told = notebook.since(handle, athleteId, fromMs);
      return TrainingHistory.of(athlete.value(), from, sets, only(told, LogEntry.class),
          only(told, Progression.class), new Plan(only(told, PlannedSession.class)),
          athletes.overrides(handle, athleteId).value().values());
    }));
  }

  private static <T> List<T> only(List<Told> told, Class<T> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package io.plumbline.daemon.store;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreOutcome;
import io.plumbline.daemon.domain.SummaryStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Idempotent by natural key: what is there already stays as it is, and what contradicts it is kept aside.
final class JdbcSummaryStore implements SummaryStore {
  private static final String KEY = "bar_id = :bar_id AND journal_id = :journal_id AND sequence = :sequence";

  private final Jdbi jdbi;
  private final InstantSource clock;

  JdbcSummaryStore(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /// One journal, in an order in which several daemons can lock them without waiting for each other in a ring.
  private record Journal(String barId, String journalId) implements Comparable<Journal> {
    @Override
    public int compareTo(Journal other) {
      int byBar = barId.compareTo(other.barId);
      return byBar != 0 ? byBar : journalId.compareTo(other.journalId);
    }
  }

  @Override
  public StoreOutcome store(List<Received> batch) throws StoreException {
    long receivedAtMs = clock.millis();
    try {
      return jdbi.inTransaction(handle -> store(handle, batch, receivedAtMs));
    } catch (RuntimeException e) {
      throw StoreErrors.of("a batch of " + batch.size() + " cannot be stored", e);
    }
  }

  private static StoreOutcome store(Handle handle, List<Received> batch, long receivedAtMs) {
    List<Received> summaries = batch.stream().filter(item -> !(item instanceof Received.Curves)).toList();
    List<Received> curves = remembered(handle, batch.stream().filter(Received.Curves.class::isInstance).toList());
    TreeSet<Journal> journals = summaries.stream()
        .map(item -> new Journal(item.key().barId(), item.key().journalId()))
        .collect(Collectors.toCollection(TreeSet::new));
    journals.forEach(journal -> lock(handle, journal));

    boolean[] newSummary = insert(handle, "summary", "kind", summaries, receivedAtMs);
    boolean[] newCurves = insert(handle, "trace", null, curves, receivedAtMs);
    List<Received> freshSummaries = chosen(summaries, newSummary);
    List<Received> fresh = new ArrayList<>(freshSummaries);
    fresh.addAll(chosen(curves, newCurves));
    insertRows(handle, freshSummaries, receivedAtMs);
    BarNames.adopt(handle, names(freshSummaries), receivedAtMs);
    int conflicts = keepConflictsAside(handle, "summary", summaries, newSummary, receivedAtMs)
        + keepConflictsAside(handle, "trace", curves, newCurves, receivedAtMs);
    List<Ack> acks = journals.stream().map(journal -> advance(handle, journal)).toList();
    return new StoreOutcome(fresh, acks, batch.size() - fresh.size() - conflicts, conflicts);
  }

  /// Makes the journal's row and holds it to the end of the transaction: progress is worked out with nobody else writing.
  private static void lock(Handle handle, Journal journal) {
    handle.createUpdate("""
      INSERT INTO journal (bar_id, journal_id, stored_up_to) VALUES (:bar_id, :journal_id, 0)
      ON CONFLICT (bar_id, journal_id) DO UPDATE SET bar_id = excluded.bar_id""").bind("bar_id", journal.barId)
        .bind("journal_id", journal.journalId).execute();
  }

  /// Inserts what is not there; tells for each whether it was new.
  private static boolean[] insert(Handle handle, String table, @Nullable String kindColumn, List<Received> items,
      long receivedAtMs) {
    boolean[] isNew = new boolean[items.size()];
    if (items.isEmpty()) {
      return isNew;
    }
    String columns = kindColumn == null ? "" : ", kind";
    String values = kindColumn == null ? "" : ", :kind";
    try (PreparedBatch insert = handle.prepareBatch("INSERT INTO " + table
        + " (bar_id, journal_id, sequence, payload, received_at_ms" + columns
        + ") VALUES (:bar_id, :journal_id, :sequence, :payload, :received_at_ms" + values
        + ") ON CONFLICT DO NOTHING")) {
      for (Received item : items) {
        insert.bindMap(key(item.key())).bind("payload", item.json()).bind("received_at_ms", receivedAtMs);
        if (kindColumn != null) {
          insert.bind("kind", kind(item));
        }
        insert.add();
      }
      int[] counts = insert.execute();
      for (int i = 0; i < counts.length; i++) {
        isNew[i] = counts[i] == 1;
      }
    }
    return isNew;
  }

  /// The lifters' names, as they stand in the rows.
  private static Set<String> names(List<Received> fresh) {
    return fresh.stream().filter(Received.Rep.class::isInstance)
        .map(item -> Columns.text(((Received.Rep) item).summary().athlete())).filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static void insertRows(Handle handle, List<Received> fresh, long receivedAtMs) {
    List<Map<String, @Nullable Object>> reps = new ArrayList<>();
    List<Map<String, @Nullable Object>> sets = new ArrayList<>();
    for (Received item : fresh) {
      switch (item) {
        case Received.Rep rep -> reps.add(Columns.of(rep.summary(), receivedAtMs));
        case Received.ClosedSet set -> sets.add(Columns.of(set.summary(), receivedAtMs));
        case Received.Curves curves -> throw new IllegalStateException("curves have no row of measures");
      }
    }
    insertRows(handle, "rep", reps);
    insertRows(handle, "closed_set", sets);
  }

  private static void insertRows(Handle handle, String table, List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var names = rows.getFirst().keySet();
    try (PreparedBatch insert = handle.prepareBatch("INSERT INTO " + table + " (" + String.join(", ", names)
        + ") VALUES (" + names.stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")")) {
      rows.forEach(row -> insert.bindMap(row).add());
      insert.execute();
    }
  }

  private static int keepConflictsAside(Handle handle, String table, List<Received> items, boolean[] isNew,
      long receivedAtMs) {
    int conflicts = 0;
    for (int i = 0; i < isNew.length; i++) {
      Received item = items.get(i);
      if (isNew[i] || item.json().equals(storedPayload(handle, table, item.key()))
          || (table.equals("summary") && isForgotten(handle, item.key()))) {
        continue;
      }
      conflicts++;
      handle.createUpdate("""
        INSERT INTO conflict (bar_id, journal_id, sequence, kind, payload_sha256, payload, received_at_ms, seen_count)
        VALUES (:bar_id, :journal_id, :sequence, :kind, :sha256, :payload, :received_at_ms, 1)
        ON CONFLICT (bar_id, journal_id, sequence, kind, payload_sha256)
        DO UPDATE SET seen_count = conflict.seen_count + 1""").bindMap(key(item.key())).bind("kind", kind(item))
          .bind("sha256", sha256(item.json())).bind("payload", item.json()).bind("received_at_ms", receivedAtMs)
          .execute();
    }
    return conflicts;
  }

  /// Whether something was taken out of it, because an athlete was deleted.
  private static boolean isForgotten(Handle handle, RecordKey key) {
    return handle.createQuery("SELECT forgotten FROM summary WHERE " + KEY).bindMap(key(key)).mapTo(Integer.class)
        .one() > 0;
  }

  /// Without the curves of reps that were deleted with their athlete.
  private static List<Received> remembered(Handle handle, List<Received> curves) {
    Map<Journal, Set<Long>> forgotten = new HashMap<>();
    return curves.stream().filter(item -> !forgotten
        .computeIfAbsent(new Journal(item.key().barId(), item.key().journalId()), journal -> forgotten(handle, journal))
        .contains(item.key().sequence())).toList();
  }

  private static Set<Long> forgotten(Handle handle, Journal journal) {
    return handle.createQuery("""
      SELECT sequence FROM summary
      WHERE bar_id = :bar_id AND journal_id = :journal_id AND forgotten > 0 AND forgotten = 2""")
        .bind("bar_id", journal.barId).bind("journal_id", journal.journalId).mapTo(Long.class)
        .collect(Collectors.toSet());
  }

  private static String storedPayload(Handle handle, String table, RecordKey key) {
    return handle.createQuery("SELECT payload FROM " + table + " WHERE " + KEY).bindMap(key(key)).mapTo(String.class)
        .one();
  }

  /// Works out from what is stored how far the journal is complete and where it has holes.
  private static Ack advance(Handle handle, Journal journal) {
    long before = JournalProgress.recorded(handle, journal.barId, journal.journalId);
    Ack ack = JournalProgress.above(handle, journal.barId, journal.journalId, before);
    if (ack.storedUpTo() != before) {
      handle.createUpdate("""
        UPDATE journal SET stored_up_to = :stored_up_to
        WHERE bar_id = :bar_id AND journal_id = :journal_id""").bind("bar_id", journal.barId)
          .bind("journal_id", journal.journalId).bind("stored_up_to", ack.storedUpTo()).execute();
    }
    return ack;
  }

  private static Map<String, Object> key(RecordKey key) {
    return Map.of("bar_id", key.barId(), "journal_id", key.journalId(), "sequence", key.sequence());
  }

  private static String kind(Received item) {
    return switch (item) {
      case Received.Rep rep -> "rep";
      case Received.ClosedSet set -> "set";
      case Received.Curves curves -> "trace";
    };
  }

  private static List<Received> chosen(List<Received> items, boolean[] isChosen) {
    List<Received> chosen = new ArrayList<>();
    for (int i = 0; i < isChosen.length; i++) {
      if (isChosen[i]) {
        chosen.add(items.get(i));
      }
    }
    return chosen;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.plumbline.daemon.store;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetReading;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Which sets are whose, and sets as a coach sees them, out of the payloads and the corrections.
final class SetQueries {
  /// Sets that one query fetches: well under the number of values that a statement may have.
  private static final int CHUNK = 100;

  /// Sets with a time to order them by. A set is of whom a person said, else of whom the name at the bar belongs to.
  private static final String TIMED = """
    WITH own AS (%s),
    timed AS (
      SELECT r.bar_id, r.journal_id, r.set_number, COALESCE(MIN(c.started_at_ms),
        MIN(CASE WHEN r.wall_time_synchronised THEN r.wall_time_ms END), MIN(r.received_at_ms)) AS at_ms
      FROM own
      JOIN rep r ON r.bar_id = own.bar_id AND r.journal_id = own.journal_id AND r.set_number = own.set_number
      LEFT JOIN set_correction c
        ON c.bar_id = r.bar_id AND c.journal_id = r.journal_id AND c.set_number = r.set_number
      GROUP BY r.bar_id, r.journal_id, r.set_number
    )
    SELECT bar_id, journal_id, set_number, at_ms FROM timed
    """;
  private static final String NOT_REASSIGNED = """
    NOT EXISTS (SELECT 1 FROM set_correction c WHERE c.bar_id = r.bar_id AND c.journal_id = r.journal_id
      AND c.set_number = r.set_number AND c.owner_corrected)""";
  private static final String OF_ATHLETE = TIMED.formatted("""
    SELECT r.bar_id, r.journal_id, r.set_number FROM bar_name n JOIN rep r ON r.athlete = n.name
    WHERE n.athlete_id = :athlete_id AND""" + " " + NOT_REASSIGNED + """

    UNION SELECT bar_id, journal_id, set_number FROM set_correction WHERE owner_corrected AND athlete_id = :athlete_id
    """);
  private static final String OF_NOBODY = TIMED.formatted("""
    SELECT r.bar_id, r.journal_id, r.set_number FROM rep r WHERE r.athlete IS NULL AND""" + " " + NOT_REASSIGNED + """

    UNION SELECT bar_id, journal_id, set_number FROM set_correction WHERE owner_corrected AND athlete_id IS NULL
    """);

  private final TrainingJson json;
  private final ContractCodec codec = new ContractCodec();

  SetQueries(TrainingJson json) {
    this.json = json;
  }

  /// A set and where it stands in a list.
  record Found(SetKey key, long atMs) {
    Place place() {
      return new Place(atMs, key.barId() + "/" + key.journalId() + "/" + key.setNumber());
    }

    static SetKey key(Place place) {
      String[] parts = place.id().split("/", -1);
      try {
        return new SetKey(parts[0], parts[1], Integer.parseInt(parts[2]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("cursor must be one that a list of sets gave as next", e);
      }
    }
  }

  /// Newest first.
  ///
  /// @param athleteId null for the sets of nobody
  /// @param behind    set that stands before them in the list, null for the newest
  /// @param atMs      its time
  List<Found> find(Handle handle, @Nullable String athleteId, long atMs, @Nullable SetKey behind, int limit) {
    String part = behind == null
        ? ""
        : "WHERE (at_ms, bar_id, journal_id, set_number) < (:at_ms, :bar_id, :journal_id, :set_number)";
    Query query = select(handle, athleteId, part
        + " ORDER BY at_ms DESC, bar_id DESC, journal_id DESC, set_number DESC LIMIT :limit").bind("limit", limit);
    if (behind != null) {
      query.bindMap(names(behind)).bind("at_ms", atMs);
    }
    return query.map((row, context) -> found(row)).list();
  }

  /// All from a time on.
  List<SetKey> since(Handle handle, String athleteId, long fromMs) {
    return select(handle, athleteId, "WHERE at_ms >= :from_ms").bind("from_ms", fromMs)
        .map((row, context) -> key(row)).list();
  }

  private static Query select(Handle handle, @Nullable String athleteId, String part) {
    Query query = handle.createQuery((athleteId == null ? OF_NOBODY : OF_ATHLETE) + part);
    return athleteId == null ? query : query.bind("athlete_id", athleteId);
  }

  /// The sets of these keys that are stored, in the same order.
  List<TrainedSet> sets(Handle handle, List<SetKey> keys) {
    List<TrainedSet> sets = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      sets.addAll(chunk(handle, keys.subList(from, Math.min(keys.size(), from + CHUNK))));
    }
    return sets;
  }

  /// A rep as it is stored.
  private record StoredRep(SetKey key, RepSummary summary, long receivedAtMs, @Nullable String athleteId) {}

  private List<TrainedSet> chunk(Handle handle, List<SetKey> keys) {
    Map<SetKey, List<StoredRep>> reps = wanted(handle, keys, """
      SELECT t.bar_id, t.journal_id, t.set_number, t.received_at_ms, s.payload, n.athlete_id
      FROM wanted w
      JOIN rep t ON t.bar_id = w.bar_id AND t.journal_id = w.journal_id AND t.set_number = w.set_number
      JOIN summary s ON s.bar_id = t.bar_id AND s.journal_id = t.journal_id AND s.sequence = t.sequence
      LEFT JOIN bar_name n ON n.name = t.athlete
      ORDER BY t.rep_number, t.sequence""").map((row, context) -> new StoredRep(key(row),
        payload(row, RepSummary.class), row.getLong("received_at_ms"), row.getString("athlete_id"))).list().stream()
        .collect(Collectors.groupingBy(StoredRep::key));
    Map<SetKey, SetSummary> summaries = new HashMap<>();
    wanted(handle, keys, """
      SELECT t.bar_id, t.journal_id, t.set_number, s.payload
      FROM wanted w
      JOIN closed_set t ON t.bar_id = w.bar_id AND t.journal_id = w.journal_id AND t.set_number = w.set_number
      JOIN summary s ON s.bar_id = t.bar_id AND s.journal_id = t.journal_id AND s.sequence = t.sequence""")
        .map((row, context) -> Map.entry(key(row), payload(row, SetSummary.class))).list()
        .forEach(entry -> summaries.putIfAbsent(entry.getKey(), entry.getValue()));
    Map<SetKey, Kept<SetCorrection>> corrections = corrections(handle, keys);
    return keys.stream().filter(reps::containsKey).map(key -> reading(key, reps.getOrDefault(key, List.of()),
        summaries.get(key)).corrected(corrections.getOrDefault(key, new Kept<>(SetCorrection.NONE, 0)).value()))
        .toList();
  }

  private static SetReading reading(SetKey key, List<StoredRep> reps, @Nullable SetSummary summary) {
    Instant receivedAt = Instant.ofEpochMilli(reps.stream().mapToLong(StoredRep::receivedAtMs).min().orElseThrow());
    String owner = null;
    for (StoredRep rep : reps) {
      owner = owner == null ? rep.athleteId() : owner;
    }
    return new SetReading(key, reps.stream().map(StoredRep::summary).toList(), summary, receivedAt, owner);
  }

  /// Those that were ever made.
  Map<SetKey, Kept<SetCorrection>> corrections(Handle handle, List<SetKey> keys) {
    return wanted(handle, keys, """
      SELECT t.bar_id, t.journal_id, t.set_number, t.body, t.version
      FROM wanted w JOIN set_correction t
        ON t.bar_id = w.bar_id AND t.journal_id = w.journal_id AND t.set_number = w.set_number""")
        .map((row, context) -> Map.entry(key(row),
            new Kept<>(json.read(SetCorrection.class, row.getString("body")), row.getLong("version"))))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Query wanted(Handle handle, List<SetKey> keys, String select) {
    String values = IntStream.range(0, keys.size()).mapToObj(i -> "(:b" + i + ", :j" + i + ", :n" + i + ")")
        .collect(Collectors.joining(", "));
    Query query = handle
        .createQuery("WITH wanted (bar_id, journal_id, set_number) AS (VALUES " + values + ") " + select);
    for (int i = 0; i < keys.size(); i++) {
      query.bind("b" + i, keys.get(i).barId()).bind("j" + i, keys.get(i).journalId()).bind("n" + i,
          keys.get(i).setNumber());
    }
    return query;
  }

  private <P extends Payload> P payload(ResultSet row, Class<P> type) throws SQLException {
    try {
      return codec.decode(row.getString("payload").getBytes(StandardCharsets.UTF_8), type);
    } catch (ContractException e) {
      throw new SQLException("a stored payload cannot be read: " + e.getMessage(), e);
    }
  }

  static Map<String, Object> names(SetKey key) {
    return Map.of("bar_id", key.barId(), "journal_id", key.journalId(), "set_number", key.setNumber());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(key(row), row.getLong("at_ms"));
  }

  private static SetKey key(ResultSet row) throws SQLException {
    return new SetKey(row.getString("bar_id"), row.getString("journal_id"), row.getInt("set_number"));
  }
}

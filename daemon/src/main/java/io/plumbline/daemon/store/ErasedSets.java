package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.training.SetKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;

/// The part of a deletion that concerns what bars told.
final class ErasedSets {
  private static final String OF_SET = "bar_id = :bar_id AND journal_id = :journal_id AND set_number = :set_number";
  /// A JSON string as the value of this key. Within another string its quotes would have backslashes before them.
  private static final Pattern ATHLETE = Pattern.compile("\"athlete\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"");

  private final Handle handle;
  private final List<String> names;
  private final Map<String, Long> deleted = new TreeMap<>();
  private final Map<String, Long> blanked = new TreeMap<>();

  /// @param names under which the bars know the athlete
  ErasedSets(Handle handle, List<String> names) {
    this.handle = handle;
    this.names = names;
  }

  /// Rows by table.
  Map<String, Long> deleted() {
    return deleted;
  }

  /// Rows by table.
  Map<String, Long> blanked() {
    return blanked;
  }

  /// Those of an athlete of which the bar told a summary, but no rep.
  List<SetKey> withoutReps() {
    return handle.createQuery("""
      SELECT DISTINCT bar_id, journal_id, set_number FROM closed_set s WHERE athlete IN (<names>)
        AND NOT EXISTS (SELECT 1 FROM rep r WHERE r.bar_id = s.bar_id AND r.journal_id = s.journal_id
          AND r.set_number = s.set_number)""").bindList(EmptyHandling.NULL_KEYWORD, "names", names)
        .map((row, context) -> new SetKey(row.getString("bar_id"), row.getString("journal_id"),
            row.getInt("set_number")))
        .list();
  }

  /// Takes everything of a set away. The keys of its summaries stay.
  void delete(SetKey set) {
    Map<String, Object> key = SetQueries.names(set);
    TreeSet<Long> sequences = new TreeSet<>();
    for (String table : List.of("rep", "closed_set")) {
      sequences.addAll(handle.createQuery("SELECT sequence FROM " + table + " WHERE " + OF_SET).bindMap(key)
          .mapTo(Long.class).list());
      count(deleted, table, handle.createUpdate("DELETE FROM " + table + " WHERE " + OF_SET).bindMap(key).execute());
    }
    for (String table : List.of("trace", "conflict")) {
      count(deleted, table, handle.createUpdate("DELETE FROM " + table
          + " WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence IN (<sequences>)").bindMap(key)
          .bindList(EmptyHandling.NULL_KEYWORD, "sequences", List.copyOf(sequences)).execute());
    }
    count(deleted, "summary", handle.createUpdate("""
      UPDATE summary SET payload = '', received_at_ms = 0, forgotten = 2
      WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence IN (<sequences>)""").bindMap(key)
        .bindList(EmptyHandling.NULL_KEYWORD, "sequences", List.copyOf(sequences)).execute());
    count(deleted, "set_correction",
        handle.createUpdate("DELETE FROM set_correction WHERE " + OF_SET).bindMap(key).execute());
    count(deleted, "amendment", handle.createUpdate("DELETE FROM amendment WHERE subject = 'set' AND subject_id = :id")
        .bind("id", set.barId() + "/" + set.journalId() + "/" + set.setNumber()).execute());
  }

  /// Takes the names out of sets that are somebody else's now.
  void blankNames() {
    for (String table : List.of("rep", "closed_set")) {
      List<Map<String, Object>> rows = handle.createQuery("SELECT bar_id, journal_id, sequence FROM " + table
          + " WHERE athlete IN (<names>)").bindList(EmptyHandling.NULL_KEYWORD, "names", names).mapToMap().list();
      for (Map<String, Object> row : rows) {
        blankPayload(row);
        count(deleted, "conflict", handle.createUpdate("""
          DELETE FROM conflict WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence = :sequence
            AND kind <> 'trace'""").bindMap(row).execute());
      }
      count(blanked, table, handle.createUpdate("UPDATE " + table + " SET athlete = NULL WHERE athlete IN (<names>)")
          .bindList(EmptyHandling.NULL_KEYWORD, "names", names).execute());
    }
  }

  private void blankPayload(Map<String, Object> key) {
    String payload = handle.createQuery("""
      SELECT payload FROM summary WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence = :sequence""")
        .bindMap(key).mapTo(String.class).one();
    count(blanked, "summary", handle.createUpdate("""
      UPDATE summary SET payload = :payload, forgotten = 1
      WHERE bar_id = :bar_id AND journal_id = :journal_id AND sequence = :sequence""").bindMap(key)
        .bind("payload", ATHLETE.matcher(payload).replaceAll("\"athlete\":null")).execute());
  }

  static void count(Map<String, Long> counts, String table, long rows) {
    counts.merge(table, rows, Long::sum);
  }
}

package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Finds or makes an athlete for each name that a bar tells.
final class BarNames {
  private static final TrainingJson JSON = new TrainingJson();

  private BarNames() {}

  /// Has every name belong to an athlete; names that belong to one stay as they are.
  static void adopt(Handle handle, Collection<String> names, long nowMs) {
    // In one order: two daemons that adopt the same names then never wait for each other in a ring.
    for (String name : new TreeSet<>(names)) {
      if (!isKnown(handle, name)) {
        adopt(handle, name, nowMs);
      }
    }
  }

  private static boolean isKnown(Handle handle, String name) {
    return handle.createQuery("SELECT 1 FROM bar_name WHERE name = :name").bind("name", name).mapTo(Integer.class)
        .findOne().isPresent();
  }

  private static void adopt(Handle handle, String name, long nowMs) {
    Optional<String> sameName = handle
        .createQuery("SELECT athlete_id FROM bar_name WHERE name_key = :key ORDER BY name LIMIT 1")
        .bind("key", key(name)).mapTo(String.class).findOne();
    Athlete athlete = Athlete.named(sameName.orElseGet(BarNames::newId), name, ZoneId.systemDefault());
    if (sameName.isEmpty()) {
      insert(handle, athlete, nowMs);
    }
    if (!claim(handle, athlete) && sameName.isEmpty()) {
      // Another daemon was quicker.
      handle.createUpdate("DELETE FROM athlete WHERE id = :id").bind("id", athlete.id()).execute();
    }
  }

  /// Has the athlete's name belong to the athlete where it belongs to nobody yet.
  static boolean claim(Handle handle, Athlete athlete) {
    return handle.createUpdate("""
      INSERT INTO bar_name (name, name_key, athlete_id) VALUES (:name, :key, :athlete_id) ON CONFLICT DO NOTHING""")
        .bind("name", athlete.name()).bind("key", key(athlete.name())).bind("athlete_id", athlete.id()).execute() == 1;
  }

  static String newId() {
    return "a-" + UUID.randomUUID();
  }

  static void insert(Handle handle, Athlete athlete, long nowMs) {
    handle.createUpdate("""
      INSERT INTO athlete (id, name, body, version, created_at_ms) VALUES (:id, :name, :body, 1, :now)""")
        .bind("id", athlete.id()).bind("name", athlete.name()).bind("body", JSON.write(athlete)).bind("now", nowMs)
        .execute();
  }

  /// The same for spellings that mean the same person.
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The names that the stored reps tell.
  static List<String> told(Handle handle) {
    return handle.createQuery("SELECT DISTINCT athlete FROM rep WHERE athlete IS NOT NULL").mapTo(String.class).list();
  }
}

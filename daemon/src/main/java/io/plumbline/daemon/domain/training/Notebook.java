package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people tell of athletes. Any number of callers at once.
public interface Notebook {
  /// Newest first.
  Page<Kept<Told>> list(String athleteId, ToldKind kind, @Nullable Place after, int limit) throws StoreException;

  Optional<Kept<Told>> get(String athleteId, ToldKind kind, String id) throws StoreException;

  /// Adds an entry with a new id.
  ///
  /// @param by who makes the change, here as in what follows
  Kept<Told> add(String athleteId, Told told, String by) throws StoreException, RefusedException;

  /// Adds those that are new, all or none. An id that was ever here is left aside, also where a person changed or removed its entry.
  ///
  /// @return how many were new
  int addNew(String athleteId, List<? extends Told> told, String by) throws StoreException, RefusedException;

  /// Puts this in the place of the entry with its id.
  ///
  /// @param version that was read
  Kept<Told> change(String athleteId, Told told, long version, String by) throws StoreException, RefusedException;

  /// Takes an entry away; the log of changes keeps it.
  ///
  /// @param version that was read
  void remove(String athleteId, ToldKind kind, String id, long version, String by)
      throws StoreException, RefusedException;

  /// What was changed of an entry, newest first, also of one that was removed.
  List<Amendment> amendments(String athleteId, ToldKind kind, String id) throws StoreException;
}

package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import org.jspecify.annotations.Nullable;

/// Deletes everything of an athlete. Any number of callers at once.
public interface Eraser {
  /// Who wants it.
  ///
  /// @param name      for the certificate
  /// @param accountId null for whoever may read the daemon's files
  /// @param address   where the request came from, null for this computer's console
  record Requester(String name, @Nullable String accountId, @Nullable String address) {}

  /// Deletes the athlete, the sets, what was told and entered, and the accounts, all of it or nothing, and looks afterwards whether anything is left.
  /// What a bar sends again of it is acknowledged and not stored.
  ///
  /// @param version of the athlete that was read
  Erasure erase(String athleteId, long version, Requester who) throws StoreException, RefusedException;
}

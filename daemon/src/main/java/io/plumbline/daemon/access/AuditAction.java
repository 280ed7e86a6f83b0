package io.plumbline.daemon.access;

import java.util.Locale;

/// What is written down.
public enum AuditAction {
  SET_UP,
  LOGIN,
  LOGIN_FAILED,
  LOGOUT,
  ACCOUNT_MADE,
  CODE_MADE,
  CODE_USED,
  ACCOUNT_CHANGED,
  SESSIONS_ENDED,
  /// Somebody took an athlete's data away.
  EXPORTED,
  /// An athlete's data were deleted.
  DELETED,
  /// A bar was let in at the broker.
  PAIRED;

  /// As it stands in the database and in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.plumbline.daemon.store;

import io.plumbline.daemon.domain.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Database errors in one line.
final class StoreErrors {
  private static final int MAX_LENGTH = 300;

  private StoreErrors() {}

  static StoreException of(String what, RuntimeException error) {
    return new StoreException(what + ": " + reason(error), contentRefused(error), error);
  }

  /// The innermost cause that has something to say, on one line.
  static String reason(Throwable error) {
    String reason = error.getClass().getSimpleName();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !message.isBlank()) {
        reason = message;
      }
    }
    String line = reason.strip().replaceAll("\\s+", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }

  /// Whether the database says that the values are at fault, not its own condition.
  private static boolean contentRefused(Throwable error) {
    SQLException sql = sqlException(error);
    if (sql instanceof SQLiteException sqlite) {
      SQLiteErrorCode code = sqlite.getResultCode();
      return (code.code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code || code == SQLiteErrorCode.SQLITE_TOOBIG
          || code == SQLiteErrorCode.SQLITE_MISMATCH;
    }
    // Class 22: data exception; class 23: integrity constraint violation.
    String state = sql == null ? null : sql.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static @Nullable SQLException sqlException(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}

package io.plumbline.daemon.serial;

/// There is nothing to synchronise with: no port, or no bar at its end. The message is one line for a person.
public final class SyncException extends Exception {
  private static final long serialVersionUID = 1L;

  SyncException(String message) {
    super(message);
  }

  SyncException(String message, Throwable cause) {
    super(message, cause);
  }
}

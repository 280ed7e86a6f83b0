package io.plumbline.daemon.store;

/// A backup or a restore that was not done; nothing was changed. The message is one line for a person.
public final class BackupException extends Exception {
  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }

  public BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.plumbline.daemon.domain;

/// The store could not do what it was asked; nothing of it was done.
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean contentRefused;

  /// @param contentRefused whether the database refuses this content, so that trying again cannot help
  public StoreException(String message, boolean contentRefused, Throwable cause) {
    super(message, cause);
    this.contentRefused = contentRefused;
  }

  /// Whether trying the same again is pointless.
  public boolean contentRefused() {
    return contentRefused;
  }
}

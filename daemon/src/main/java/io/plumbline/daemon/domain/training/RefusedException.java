package io.plumbline.daemon.domain.training;

/// A change that cannot be made as asked; nothing was changed. The message is one line for a person.
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// What it is about is not there.
    MISSING,
    /// There is one of this id already.
    EXISTS,
    /// Somebody changed it since it was read.
    STALE,
    /// It names something that is not there, as a rep of another set.
    WRONG
  }

  private final Reason reason;

  public RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

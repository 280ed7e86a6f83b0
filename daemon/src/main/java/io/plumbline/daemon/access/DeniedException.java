package io.plumbline.daemon.access;

/// Somebody is not let in. The message is one line for a person, and does not tell which part was wrong.
public final class DeniedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// Not who it should be.
    UNKNOWN,
    /// Known, but this is not for that role.
    FORBIDDEN,
    /// Asked too often.
    TOO_OFTEN,
    /// Too many ask at once.
    BUSY
  }

  private final Reason reason;
  private final long retryAfterS;

  private DeniedException(Reason reason, String message, long retryAfterS) {
    super(message);
    this.reason = reason;
    this.retryAfterS = retryAfterS;
  }

  static DeniedException unknown(String message) {
    return new DeniedException(Reason.UNKNOWN, message, 0);
  }

  /// Of somebody who is known.
  public static DeniedException forbidden(String message) {
    return new DeniedException(Reason.FORBIDDEN, message, 0);
  }

  static DeniedException tooOften(long retryAfterS) {
    return new DeniedException(Reason.TOO_OFTEN, "too many attempts: try again in " + retryAfterS + " s", retryAfterS);
  }

  static DeniedException busy() {
    return new DeniedException(Reason.BUSY, "too many log in at this moment: try again", 1);
  }

  public Reason reason() {
    return reason;
  }

  /// Seconds after which it may be tried again, 0 where waiting does not help.
  public long retryAfterS() {
    return retryAfterS;
  }
}

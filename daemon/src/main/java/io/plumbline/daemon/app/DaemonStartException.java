package io.plumbline.daemon.app;

import org.jspecify.annotations.Nullable;

/// The daemon cannot start as it was told to. The message is one line for a person: what, why, and what would mend it.
public final class DaemonStartException extends Exception {
  private static final long serialVersionUID = 1L;

  DaemonStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

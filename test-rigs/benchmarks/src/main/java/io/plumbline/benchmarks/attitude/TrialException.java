package io.plumbline.benchmarks.attitude;

import java.io.Serial;

/// A trial that cannot be played; its message is one line for a person.
final class TrialException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  TrialException(String message) {
    super(message);
  }
}

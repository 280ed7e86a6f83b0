package io.plumbline.virtualchips.fault;

/// A script that says nothing sensible; the message is one line for a person.
public final class FaultException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  FaultException(String message) {
    super(message);
  }
}

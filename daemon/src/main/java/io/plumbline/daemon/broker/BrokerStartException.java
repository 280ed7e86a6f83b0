package io.plumbline.daemon.broker;

/// The broker cannot run as asked. The message is one line for a person.
public final class BrokerStartException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}

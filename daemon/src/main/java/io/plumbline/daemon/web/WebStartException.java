package io.plumbline.daemon.web;

/// The dashboard cannot be served as asked. The message is one line for a person.
public final class WebStartException extends Exception {
  private static final long serialVersionUID = 1L;

  WebStartException(String message, Throwable cause) {
    super(message, cause);
  }
}

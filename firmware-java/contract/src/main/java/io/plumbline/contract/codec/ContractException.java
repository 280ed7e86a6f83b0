package io.plumbline.contract.codec;

import java.util.Objects;

/// Bytes that are no payload of this contract. The message is one line for a person and never holds more than a little of the input.
public final class ContractException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_LENGTH = 300;

  public ContractException(String message) {
    super(line(message));
  }

  public ContractException(String message, Throwable cause) {
    super(line(message), cause);
  }

  /// One line, never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// A little of the input, safe to print: what is no plain ASCII becomes `?`.
  static String quoted(String input) {
    String start = input.length() > 40 ? input.substring(0, 40) + "..." : input;
    return '"' + start.replaceAll("[^ -~]", "?") + '"';
  }

  private static String line(String message) {
    String start = message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "..." : message;
    return start.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}

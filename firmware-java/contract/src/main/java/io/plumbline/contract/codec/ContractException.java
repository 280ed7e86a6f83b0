package io.plumbline.contract.codec;

/// Bytes that are no payload of this contract. The message is one line for a person and never holds more than a little of the input.
public final class ContractException extends Exception {
  private static final long serialVersionUID = 1L;

  public ContractException(String message) {
    super(message);
  }

  public ContractException(String message, Throwable cause) {
    super(message, cause);
  }
}

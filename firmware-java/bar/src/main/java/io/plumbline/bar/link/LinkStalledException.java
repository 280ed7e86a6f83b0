package io.plumbline.bar.link;

/// The queue is full and nothing has moved for the longest wait. The message is one line for a person.
public final class LinkStalledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkStalledException(String message) {
    super(message);
  }
}

package io.plumbline.bar.link;

import java.time.Duration;

/// What the link tells, on its own thread. Whoever does not ask for something leaves it out.
public interface LinkListener {
  /// Asks for nothing.
  LinkListener SILENT = new LinkListener() {
  };

  /// The broker took the connection.
  default void onConnected(String brokerUri) {}

  /// There is no connection; the next attempt follows after a while.
  default void onUnreachable(String brokerUri, String reason, Duration retryIn) {}

  /// The daemon says that it has stored everything up to this sequence number.
  default void onStored(long storedUpTo) {}
}

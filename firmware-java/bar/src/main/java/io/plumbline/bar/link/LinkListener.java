package io.plumbline.bar.link;

import java.time.Duration;

/// What the link tells, on its own thread.
public interface LinkListener {
  /// The broker took the connection.
  void onConnected(String brokerUri);

  /// There is no connection; the next attempt follows after a while.
  void onUnreachable(String brokerUri, String reason, Duration retryIn);

  /// The daemon says that it has stored everything up to this sequence number.
  void onStored(long storedUpTo);
}

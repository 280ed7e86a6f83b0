package io.plumbline.daemon.domain;

/// Publishes for others than bars. Thread-safe; returns at once.
public interface Outlet {
  /// Publishes if there is a connection, at least once.
  ///
  /// @param payload  empty clears a retained message
  /// @param retained whether the broker keeps it for later subscribers
  /// @return whether it was handed over
  boolean publish(String topic, byte[] payload, boolean retained);
}

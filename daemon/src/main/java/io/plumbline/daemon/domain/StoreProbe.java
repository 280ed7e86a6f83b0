package io.plumbline.daemon.domain;

/// Tries whether summaries could be stored now. Thread-safe.
public interface StoreProbe {
  /// Returns where the database takes writes.
  ///
  /// @throws StoreException where it does not; the message is one line
  void requireWritable() throws StoreException;
}

package io.plumbline.daemon.store;

/// Hears how far a copy is. Called from one thread at a time.
public interface BackupProgress {
  /// Nobody listens.
  BackupProgress NONE = (step, doneBytes, ofBytes) -> {};

  /// Something was done.
  ///
  /// @param step    what is being done, in a word
  /// @param ofBytes an estimate
  void at(String step, long doneBytes, long ofBytes);
}

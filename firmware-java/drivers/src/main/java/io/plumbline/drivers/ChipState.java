package io.plumbline.drivers;

/// Where a chip stands.
public enum ChipState {
  /// Nothing answers, or the bus could not be opened.
  ABSENT,
  /// Something answers that is not this chip.
  FOREIGN,
  /// Being set up or set up again.
  STARTING,
  /// Gives samples.
  RUNNING,
  /// In its self-test.
  TESTING,
  /// Answers, but keeps no settings, fails its checks or gives no samples.
  FAULTY
}

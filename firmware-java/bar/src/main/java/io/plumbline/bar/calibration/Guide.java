package io.plumbline.bar.calibration;

/// Talks to the person who calibrates.
@FunctionalInterface
public interface Guide {
  /// Something to read: what to do, what was done, what was not.
  void say(String line);

  /// How it goes at this moment, several times a second; each replaces the one before.
  default void status(String text) {
    // Who only listens has no use for it.
  }
}

package io.plumbline.bar.calibration;

/// Talks to the person who calibrates.
@FunctionalInterface
public interface Guide {
  /// Something to read: what to do, what was done, what was not.
  void say(String line);

  /// What was done, or was not done well.
  ///
  /// @param place step and progress
  default void word(String place, String text) {
    say("  [" + place + "] " + text);
  }

  /// How it goes at this moment, several times a second; each replaces the one before.
  default void status(String text) {
    // Who only listens has no use for it.
  }
}

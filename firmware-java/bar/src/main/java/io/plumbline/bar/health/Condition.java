package io.plumbline.bar.health;

/// How the bar is.
public enum Condition {
  /// The chips are being set up.
  STARTING("starting"),
  /// The chips test themselves; nothing is measured meanwhile.
  SELF_TEST("self-test"),
  /// Somebody calibrates it; nothing is measured meanwhile.
  CALIBRATING("calibrating"),
  /// Everything is as it should be.
  READY("ready"),
  /// It measures, but something is not as it should be.
  DEGRADED("degraded"),
  /// It measures nothing.
  FAULT("fault");

  private final String word;

  Condition(String word) {
    this.word = word;
  }

  /// As a person reads it.
  public String word() {
    return word;
  }

  /// Whether the start is over, well or not.
  public boolean isStarted() {
    return this != STARTING && this != SELF_TEST;
  }
}

package io.plumbline.core.phase;

/// What the bar is doing.
public enum Phase {
  /// Still: on the floor, in a rack or in quiet hands.
  REST,
  /// Force rises, nothing moves: the slack pull.
  TENSION,
  /// The bar rises.
  ASCENT,
  /// The top of a rep.
  LOCKOUT,
  /// The bar goes down.
  DESCENT,
  /// The plates touch the floor between reps.
  FLOOR
}

package io.plumbline.simulator.lifter;

/// What the lifter is about.
public enum Stage {
  /// Nothing with the bar.
  IDLE,
  /// Something with the bar that is no rep.
  OTHER,
  /// Builds up tension.
  PULL,
  /// Wants the bar up.
  ASCENT,
  /// Stands with it at the top.
  TOP,
  /// Wants it down, or has let it fall.
  DESCENT,
  /// At the bottom of a rep, on the floor or in the air.
  BOTTOM
}

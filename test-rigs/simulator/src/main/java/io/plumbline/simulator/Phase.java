package io.plumbline.simulator;

/// What the simulated lifter does; the names are those of the recording format's `truth_phase`.
public enum Phase {
  /// Hands off, or at least still.
  REST("rest"),
  /// The hands take up the load, nothing moves.
  TENSION("tension"),
  /// The bar rises.
  ASCENT("ascent"),
  /// Held at the top.
  LOCKOUT("lockout"),
  /// The bar is lowered.
  DESCENT("descent"),
  /// The plates touch the floor and stay there between reps.
  FLOOR("floor");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  /// The name in a recording.
  public String id() {
    return id;
  }
}

package io.plumbline.simulator.run;

/// What the bar truly does, with the names of the recording format.
public enum Phase {
  /// It moves, or is moved, and that is no rep: an empty cell in a recording.
  OTHER(""),
  REST("rest"),
  TENSION("tension"),
  ASCENT("ascent"),
  LOCKOUT("lockout"),
  DESCENT("descent"),
  FLOOR("floor");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}

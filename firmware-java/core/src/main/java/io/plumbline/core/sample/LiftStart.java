package io.plumbline.core.sample;

/// Where the bar is before a set and where each rep of it begins: what has to be known of an exercise to tell a rep from what is none.
public enum LiftStart {
  /// Nobody said: judged by what the bar does.
  UNKNOWN,
  /// Each rep begins on the floor and goes up first: deadlifts.
  FLOOR,
  /// Lifted from the floor once; each rep goes down first and does not reach the floor: Romanian deadlift.
  HANG,
  /// Lifted from the floor once, not all the way; each rep goes up first: row.
  HANG_LOW,
  /// Taken out of a rack at the top; each rep goes down first: squat, bench press, good morning.
  RACK,
  /// Taken out of a rack at the bottom; each rep goes up first: overhead press.
  RACK_LOW;

  /// Whether each rep goes down first.
  public boolean isTopStart() {
    return this == HANG || this == RACK;
  }

  /// Whether the bar comes out of a rack.
  public boolean isRacked() {
    return this == RACK || this == RACK_LOW;
  }

  /// Whether a rep may begin with plates on the floor.
  public boolean mayStandOnFloor() {
    return this == FLOOR || this == UNKNOWN;
  }
}

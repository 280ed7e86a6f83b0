package io.plumbline.simulator;

/// How long the parts of a set take that are not given by distance and velocity, s.
///
/// @param restBeforeS still before the first rep: the time in which a bar learns its biases
/// @param tensionS    from the first pull to lift-off
/// @param lockoutS    held at the top
/// @param descentS    from the top to the first touch of the floor
/// @param pauseS      on the floor between two reps
/// @param restAfterS  still after the last rep
public record Tempo(double restBeforeS, double tensionS, double lockoutS, double descentS, double pauseS,
    double restAfterS) {
  /// Calm reps with a dead stop.
  public static final Tempo DEFAULT = new Tempo(3, 0.7, 1, 1.2, 1.2, 2);

  public Tempo {
    Limits.within("rest before the set", "s", restBeforeS, 0.1, 3600);
    Limits.within("tension", "s", tensionS, 0.05, 10);
    Limits.within("lockout", "s", lockoutS, 0.05, 60);
    Limits.within("descent", "s", descentS, 0.2, 20);
    Limits.within("pause", "s", pauseS, 0.05, 600);
    Limits.within("rest after the set", "s", restAfterS, 0.1, 3600);
  }
}

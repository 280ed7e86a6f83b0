package io.plumbline.simulator.lifter;

/// One thing after the other that a person does. Begun once, then stepped until it says that it is over.
abstract class Move {
  private final Stage stage;
  private double sinceS = Double.NaN;

  Move(Stage stage) {
    this.stage = stage;
  }

  /// Takes a step; true when it is over.
  final boolean advance(Scene scene) {
    if (Double.isNaN(sinceS)) {
      sinceS = scene.timeS;
      scene.stage = stage;
      begin(scene);
    }
    return step(scene, scene.timeS - sinceS);
  }

  /// Whether the next move waits for the next instant.
  boolean takesTime() {
    return true;
  }

  /// Called at the first step.
  abstract void begin(Scene scene);

  /// Takes a step; true when it is over.
  ///
  /// @param s time since it began
  abstract boolean step(Scene scene, double s);
}

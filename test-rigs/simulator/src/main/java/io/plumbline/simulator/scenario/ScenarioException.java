package io.plumbline.simulator.scenario;

/// A scenario that cannot be had. The message is one line for the person who wrote or named it: file, line, key, reason.
public final class ScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  ScenarioException(String message) {
    super(message);
  }
}

package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.Place;

/// Temperature of the sensors, by which their offsets move.
final class Climate {
  private static final double REFERENCE_C = 25;

  private final double startC;
  private final double warmingCps;

  Climate(Place place) {
    startC = place.temperatureC() - REFERENCE_C;
    warmingCps = place.warmingCPerMin() / 60;
  }

  /// Above the 25 °C for which the offsets are given.
  double warmC(double elapsedS) {
    return startC + warmingCps * elapsedS;
  }
}

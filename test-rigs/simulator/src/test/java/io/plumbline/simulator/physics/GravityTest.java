package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GravityTest {
  /// WGS 84 normal gravity; the last is the standard free-air gradient, 0.3086 mGal a metre.
  @ParameterizedTest
  @CsvSource({"0, 0, 9.7803", "45, 0, 9.8062", "-45, 0, 9.8062", "90, 0, 9.8322", "45, 1000, 9.8031"})
  void shouldBeThePublishedGravityWhenLatitudeAndAltitudeAreGiven(double latitudeDeg, double altitudeM,
      double published) {
    double g = Gravity.at(latitudeDeg, altitudeM);
    Figures.tell("gravity at " + latitudeDeg + "°, " + altitudeM + " m", published + " m/s²", g, 4, "m/s²");
    assertEquals(published, g, 5.1e-5);
  }
}

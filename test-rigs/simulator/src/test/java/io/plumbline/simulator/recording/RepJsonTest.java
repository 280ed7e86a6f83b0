package io.plumbline.simulator.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.run.RepTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepJsonTest {
  private static final RepTruth REP = new RepTruth(2, 3, "no-lift-off", 142.5, 61.25, 61.25, 1.0000004, Double.NaN,
      Double.NaN, Double.NaN, Double.NaN, Double.NaN, 4, 0, 0, 0, 0, -0.0123456789, 0, 0, 0, 0.7, 0, 1397.123456789,
      1e-9,
      412.5, 0.5, 0, 0, 0, 0, 1e5, 0, 0, 0, 0, 0);

  @Test
  void shouldWriteEachComponentOnceInOneLine() {
    String json = RepJson.of(REP);
    assertTrue(json
        .startsWith("{\"set\": 2, \"number\": 3, \"outcome\": \"no-lift-off\", \"load_kg\": 142.5, \"left_kg\": 61.25,"
            + " \"right_kg\": 61.25, \"pull_s\": 1, \"lift_off_s\": null, "),
        json);
    assertTrue(json.contains("\"drift_max_m\": -0.012346"), json);
    assertTrue(json.contains("\"peak_force_n\": 1397.123457, \"overshoot\": 0, \"peak_loading_pctps\": 412.5"), json);
    assertTrue(json.contains("\"impact_peak_mps2\": 100000,"), json);
    assertTrue(json.endsWith("\"trunk_shoot_deg\": 0}"), json);
    assertEquals(1, json.lines().count());
    assertEquals(RepTruth.class.getRecordComponents().length, json.split("\": ", -1).length - 1);
  }

  @ParameterizedTest
  @CsvSource({"meanVelocityMps,mean_velocity_mps", "set,set", "impactPeakMps2,impact_peak_mps2",
      "liftOffLagS,lift_off_lag_s"})
  void shouldWriteNamesInSnakeCase(String name, String expected) {
    assertEquals(expected, RepJson.snake(name));
  }
}

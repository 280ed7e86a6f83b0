package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
  private static Rows rows(Rig rig, double durationS, double bandwidthHz, DoubleUnaryOperator signal) {
    rig.unit(SensorPlan.Site.LEFT, Rig.triad(bandwidthHz), Rig.triad(bandwidthHz));
    rig.highG = new SensorPlan.HighG(true, Rig.triad(bandwidthHz));
    rig.strap = new SensorPlan.Strap(true, 200, 0, 0, 0, Rig.triad(bandwidthHz), Rig.triad(bandwidthHz));
    rig.force = Rig.force(true, false);
    return rig.run(durationS, stimulus -> {
      double value = signal.applyAsDouble(stimulus.timeS);
      stimulus.specificForceMps2[0][0] = value;
      stimulus.rateRadps[0][2] = value;
      stimulus.strapRateRadps[1][1] = value;
      stimulus.sideForceN[1][0] = value;
    });
  }

  /// Amplitude of a column at a frequency, by least squares against sine and cosine of the true times.
  private static double gain(Rows rows, String column, double frequencyHz) {
    double[] values = rows.column(column);
    double[] timeS = rows.trueTimeS();
    double ss = 0;
    double sc = 0;
    double cc = 0;
    double sv = 0;
    double cv = 0;
    for (int i = 50; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      double sin = Math.sin(2 * Math.PI * frequencyHz * timeS[i]);
      double cos = Math.cos(2 * Math.PI * frequencyHz * timeS[i]);
      ss += sin * sin;
      sc += sin * cos;
      cc += cos * cos;
      sv += sin * values[i];
      cv += cos * values[i];
    }
    double a = (sv * cc - cv * sc) / (ss * cc - sc * sc);
    double b = (cv * ss - sv * sc) / (ss * cc - sc * sc);
    return Math.hypot(a, b);
  }

  private static double gain(double rateHz, String column, double frequencyHz) {
    Rig rig = new Rig();
    rig.rateHz = rateHz;
    // Off the nominal rate, so that even a signal at the rate is seen in many phases.
    rig.rateError = 0.0037;
    return gain(rows(rig, 1, 200, timeS -> Math.sin(2 * Math.PI * frequencyHz * timeS)), column, frequencyHz);
  }

  /// By how much a ramp of slope 1 comes late, in s; the same at every sample, wherever it lies between two steps.
  private static double delayS(double rateHz, double bandwidthHz, String column) {
    Rig rig = new Rig();
    rig.rateHz = rateHz;
    Rows rows = rows(rig, 0.5, bandwidthHz, timeS -> timeS);
    double[] values = rows.column(column);
    double[] timeS = rows.trueTimeS();
    double delayS = Double.NaN;
    for (int i = values.length - 1; i > values.length / 2; i--) {
      if (!Double.isNaN(values[i])) {
        delayS = Double.isNaN(delayS) ? timeS[i] - values[i] : delayS;
        assertEquals(delayS, timeS[i] - values[i], 1e-9);
      }
    }
    return delayS;
  }

  @ParameterizedTest
  @ValueSource(strings = {"left_ax", "left_gz"})
  void shouldPassHalfThePowerWhenAnInertialUnitIsShakenAtItsBandwidth(String column) {
    assertEquals(1, gain(1000, column, 10), 0.001);
    assertEquals(Math.sqrt(0.5), gain(1000, column, 200), 0.005);
    // Second order: a quarter at twice the bandwidth, to Butterworth's 1/√(1 + 2⁴).
    assertEquals(1 / Math.sqrt(17), gain(1000, column, 400), 0.005);
  }

  /// The usual bandwidths of the units on the shaft, the high-g accelerometers and the strap, and √2/(2π·bandwidth) in ms.
  @ParameterizedTest
  @CsvSource({"left_ax, 258, 0.8724", "left_gz, 258, 0.8724", "left_hx, 400, 0.5627", "thorax_gy, 90, 2.5009"})
  void shouldDelayByTheButterworthFormulaWhenItMovesSlowly(String column, double bandwidthHz, double delayMs) {
    assertEquals(delayMs * 1e-3, delayS(1000, bandwidthHz, column), 2e-6);
  }

  /// Rate, −3 dB frequency and group delay as in ads131m04.md, section 2.
  @ParameterizedTest
  @CsvSource({"4000, 1048, 0.38", "2000, 736, 0.50", "1000, 421, 0.75", "500, 219, 1.25", "250, 110, 2.25"})
  void shouldFilterAsTheConverterWhenForceChanges(double rateHz, double bandwidthHz, double delayMs) {
    assertEquals(Math.sqrt(0.5), gain(rateHz, "right_fy", bandwidthHz), 0.02);
    assertEquals(delayMs * 1e-3, delayS(rateHz, 200, "right_fy"), 0.006e-3);
  }

  @Test
  void shouldSeeNothingWhenForceChangesAtTheRateOfTheConverter() {
    // The null lies at the true rate, 3.7 Hz away.
    assertTrue(gain(1000, "right_fy", 1000) < 0.005);
  }

  @Test
  void shouldStartSettledWhenTheFirstStimulusIsNotZero() {
    Rows rows = rows(new Rig(), 0.01, 200, timeS -> 7);
    for (String column : new String[]{"left_ax", "left_gz", "right_fy"}) {
      for (double value : rows.column(column)) {
        assertTrue(Double.isNaN(value) || Math.abs(value - 7) < 1e-12, column);
      }
    }
  }
}

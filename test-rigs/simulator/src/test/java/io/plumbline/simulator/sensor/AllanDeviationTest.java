package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.simulator.scenario.SensorPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Noise at rest against the data sheets, by a method of its own: the overlapping Allan deviation.
class AllanDeviationTest {
  /// icm-42688-p.md, section 4, per √Hz.
  private static final double GYROSCOPE_RADPS = 2.8e-3 * Rig.DEG;
  private static final double ACCELEROMETER_MPS2 = 70e-6 * Rig.G;
  /// Of the ADXL375; high-g.md gives none.
  private static final double HIGH_G_MPS2 = 5e-3 * Rig.G;
  /// bar-mechanics.md, section 2: 0.14 kg rms for the converter at 1 kSPS and two planes 100 mm apart.
  private static final double FORCE_N = 0.14 * Rig.G;
  /// ads131m04.md, section 2: noise bandwidth at 1 kSPS.
  private static final double FORCE_BAND_HZ = 444;

  private static double allan(double[] values, double rateHz, double tauS) {
    int m = (int) Math.round(tauS * rateHz);
    double[] sum = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sum[i + 1] = sum[i] + values[i];
    }
    double squares = 0;
    int count = values.length - 2 * m + 1;
    for (int i = 0; i < count; i++) {
      double step = (sum[i + 2 * m] - 2 * sum[i + m] + sum[i]) / m;
      squares += step * step;
    }
    return Math.sqrt(squares / (2 * count));
  }

  private static Rig rig() {
    Rig rig = new Rig();
    rig.stepS = 1 / 2000.0;
    rig.unit(SensorPlan.Site.LEFT, Rig.noisy(ACCELEROMETER_MPS2, 258), Rig.noisy(GYROSCOPE_RADPS, 258));
    rig.highG = new SensorPlan.HighG(true, Rig.noisy(HIGH_G_MPS2, 400));
    rig.force = new SensorPlan.Force(true, false, FORCE_N, 0, 0, 0, 0, 1e9, 0);
    return rig;
  }

  private static double density(String column) {
    return switch (column.substring(column.length() - 2)) {
      case "ax", "ay", "az" -> ACCELEROMETER_MPS2;
      case "gx", "gy", "gz" -> GYROSCOPE_RADPS;
      case "hx", "hy", "hz" -> HIGH_G_MPS2;
      default -> FORCE_N / Math.sqrt(FORCE_BAND_HZ);
    };
  }

  @Test
  void shouldFallAsWhiteNoiseOfTheDataSheetDensityWhenAtRest() {
    Rows rows = rig().rest(400);
    for (String column : new String[]{"left_ax", "left_az", "left_gx", "left_gz", "left_hx", "left_hz", "left_fy",
        "left_fz", "right_fz"}) {
      double[] values = rows.column(column);
      StringBuilder line = new StringBuilder(column + ": density from Allan deviation over the data sheet's:");
      for (double tauS : new double[]{0.05, 0.5, 2}) {
        double ratio = allan(values, 1000, tauS) * Math.sqrt(2 * tauS) / density(column);
        line.append(" %.3f at %.2f s".formatted(ratio, tauS));
        assertEquals(1, ratio, 0.02 + 0.08 * Math.sqrt(tauS), () -> column + " over " + tauS + " s");
      }
      System.out.println(line);
    }
  }

  /// Rate and noise bandwidth as in ads131m04.md, section 2: the noise of one sample spreads over that band.
  @ParameterizedTest
  @CsvSource({"4000, 1110", "2000, 772", "1000, 444", "500, 237", "250, 122"})
  void shouldSpreadOverTheNoiseBandOfTheConverterWhenForceIsSampled(double rateHz, double bandHz) {
    Rig rig = new Rig();
    rig.rateHz = rateHz;
    rig.force = new SensorPlan.Force(true, false, 1, 0, 0, 0, 0, 1e9, 0);
    Rows rows = rig.rest(100);
    double squares = 0;
    for (String column : new String[]{"left_fy", "left_fz", "right_fy", "right_fz"}) {
      double deviation = allan(rows.column(column), rateHz, 0.1);
      squares += deviation * deviation / 4;
    }
    double density = Math.sqrt(rateHz / 1000 / bandHz);
    assertEquals(1, Math.sqrt(squares * 2 * 0.1) / density, 0.04);
  }

  /// What the low-pass lets through: density² times its noise bandwidth, as in "0.70 mg rms in 100 Hz" (icm-42688-p.md, section 4).
  @ParameterizedTest
  @CsvSource({"1000, 90", "1000, 258", "1000, 524", "200, 300"})
  void shouldHaveTheNoiseOfItsBandwidthWhenNarrowOrFoldedBack(double rateHz, double bandwidthHz) {
    Rig rig = new Rig();
    rig.stepS = 1 / 4000.0;
    rig.rateHz = rateHz;
    rig.unit(SensorPlan.Site.LEFT, Rig.noisy(1, bandwidthHz), Rig.triad(200));
    double[] values = rig.rest(60).column("left_ay");
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double bandHz = Math.PI / Math.sqrt(8) * bandwidthHz;
    assertEquals(1, squares / values.length / bandHz, 0.11);
  }

  /// Of a first-order Gauss–Markov process with standard deviation 1 and correlation time T, by integration of its correlation.
  private static double markovAllan(double tauS, double correlationS) {
    double x = tauS / correlationS;
    return Math.sqrt(2 / x * (1 - (3 - 4 * Math.exp(-x) + Math.exp(-2 * x)) / (2 * x)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 9.45, 60})
  void shouldRiseToItsFloorAndFallAgainWhenTheOffsetWanders(double tauS) {
    Rig rig = new Rig();
    rig.rateHz = 50;
    rig.stepS = 1 / 200.0;
    rig.unit(SensorPlan.Site.LEFT, Rig.triad(20), new SensorPlan.Triad(0, 0, 0.3, 5, 0, 0, 0, 1e9, 0, 20));
    Rows rows = rig.rest(6000);
    double squares = 0;
    for (String column : new String[]{"left_gx", "left_gy", "left_gz"}) {
      double deviation = allan(rows.column(column), 50, tauS);
      squares += deviation * deviation / 3;
    }
    assertEquals(0.3 * markovAllan(tauS, 5), Math.sqrt(squares), 0.3 * (0.02 + 0.01 * Math.sqrt(tauS)));
  }
}

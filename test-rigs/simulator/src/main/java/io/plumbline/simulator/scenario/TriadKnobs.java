package io.plumbline.simulator.scenario;

import io.plumbline.simulator.scenario.SensorPlan.Triad;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The errors of three axes as keys of a file.
final class TriadKnobs {
  private final Triad calibrated;
  private final Triad raw;
  private final Knob noise;
  private final Knob bias;
  private final Knob instability;
  private final Knob correlation;
  private final Knob scale;
  private final Knob misalignment;
  private final Knob slope;
  private final Knob range;
  private final Knob resolution;
  private final Knob bandwidth;

  /// @param unit of the sensor, as at the end of a key
  TriadKnobs(String unit, Triad calibrated, Triad raw) {
    this.calibrated = calibrated;
    this.raw = raw;
    double full = calibrated.range();
    noise = knob("noise_" + unit + "prthz", full / 100, calibrated.noiseDensity(), raw.noiseDensity(),
        "noise density, one-sided");
    bias = knob("bias_sd_" + unit, full / 4, calibrated.biasSd(), raw.biasSd(), "standard deviation of the offset");
    instability = knob("instability_" + unit, full / 100, calibrated.instability(), raw.instability(),
        "standard deviation of the wandering offset");
    correlation = knob("instability_time_s", 100_000, calibrated.instabilityS(), raw.instabilityS(),
        "its correlation time");
    scale = knob("scale_sd", 0.3, calibrated.scaleSd(), raw.scaleSd(), "standard deviation of each axis's scale error");
    misalignment = knob("misalignment_sd_rad", 0.2, calibrated.misalignmentSd(), raw.misalignmentSd(),
        "standard deviation of each cross-axis term");
    slope = knob("bias_" + unit + "pc", full / 100, calibrated.biasPerC(), raw.biasPerC(),
        "standard deviation of the offset's temperature slope");
    range = knob("range_" + unit, 10 * full, full, raw.range(), "where it saturates");
    resolution = knob("resolution_" + unit, full / 4, calibrated.resolution(), raw.resolution(),
        "one step; 0 for none");
    bandwidth = knob("bandwidth_hz", 4000, calibrated.bandwidthHz(), raw.bandwidthHz(),
        "-3 dB of its second-order low-pass");
  }

  private static Knob knob(String key, double high, double calibrated, double raw, String meaning) {
    double low = key.startsWith("bandwidth") || key.startsWith("instability_time")
        ? 1
        : key.startsWith("range") ? 1e-3 * neat(calibrated) : 0;
    String fallback = Knob.plain(neat(calibrated)) + (calibrated == raw ? "" : ", raw " + Knob.plain(neat(raw)));
    return Knob.derived(key, low, neat(high), fallback, meaning);
  }

  /// Three digits, so that the documentation and the value used are the same.
  private static double neat(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
  }

  List<Knob> all() {
    return List.of(noise, bias, instability, correlation, scale, misalignment, slope, range, resolution, bandwidth);
  }

  /// @param factor     on every random error; without any, there are no steps either
  /// @param uncalibrated whether the factory's errors are all left
  Triad read(Layer layer, double factor, boolean uncalibrated) {
    Triad base = uncalibrated ? raw : calibrated;
    return new Triad(factor * layer.number(noise, neat(base.noiseDensity())),
        factor * layer.number(bias, neat(base.biasSd())), factor * layer.number(instability, neat(base.instability())),
        layer.number(correlation, neat(base.instabilityS())), factor * layer.number(scale, neat(base.scaleSd())),
        factor * layer.number(misalignment, neat(base.misalignmentSd())),
        factor * layer.number(slope, neat(base.biasPerC())), layer.number(range, neat(base.range())),
        Math.min(factor, 1) * layer.number(resolution, neat(base.resolution())),
        layer.number(bandwidth, neat(base.bandwidthHz())));
  }
}

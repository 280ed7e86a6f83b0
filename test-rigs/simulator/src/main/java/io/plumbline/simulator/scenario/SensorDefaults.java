package io.plumbline.simulator.scenario;

import io.plumbline.simulator.scenario.SensorPlan.Triad;

/// Errors of the bar's sensors as their data sheets give them; "facts" are the project's extracts of those. A recording holds calibrated
/// values, so each part has two sets: what the factory leaves, and what the bar's own calibration leaves of it. Figures that no data sheet
/// gives are marked.
final class SensorDefaults {
  private static final double G = 9.80665;
  private static final double DEG = Math.PI / 180;

  // ICM-42688-P, facts icm-42688-p.md section 4: noise 70 µg/√Hz, zero-g ±20 mg and 0.15 mg/°C, sensitivity ±0.5 %, cross-axis ±1 %, read as
  // three standard deviations; steps of 1/2048 g and 1/65.5 °/s as in the test vectors; section 6: anti-alias filter at 258 Hz. Bias instability: not in the data sheet, 20 µg.
  static final Triad ACCELEROMETER_RAW = new Triad(70e-6 * G, 0.0067 * G, 20e-6 * G, 100, 0.0017, 0.0033, 0.05e-3 * G,
      16 * G, G / 2048, 258);
  // What the six-position test leaves (facts bar-mechanics.md section 5): 2 mg, 0.1 %, 0.1°.
  static final Triad ACCELEROMETER = new Triad(70e-6 * G, 0.002 * G, 20e-6 * G, 100, 0.001, 0.1 * DEG, 0.05e-3 * G,
      16 * G, G / 2048, 258);
  // Section 4: noise 2.8 mdps/√Hz, zero rate ±0.5 dps and 0.005 dps/°C, ±0.5 %, ±1.25 %. Bias instability: not in the data sheet, 6°/h.
  static final Triad GYROSCOPE_RAW = new Triad(2.8e-3 * DEG, 0.17 * DEG, 0.0017 * DEG, 100, 0.0017, 0.0042,
      0.0017 * DEG, 2000 * DEG, DEG / 65.5, 258);
  // The offset at power-on is learnt on the floor only, so calibration takes little off it.
  static final Triad GYROSCOPE = new Triad(2.8e-3 * DEG, 0.1 * DEG, 0.0017 * DEG, 100, 0.001, 0.1 * DEG, 0.0017 * DEG,
      2000 * DEG, DEG / 65.5, 258);

  // ADXL375, facts high-g.md section 2: ±200 g, 49 mg a step, sensitivity ±10 %, 800 Hz (so 400 Hz of bandwidth). Noise density 5 mg/√Hz and
  // zero-g ±0.4 g: not in the extract.
  static final Triad HIGH_G_RAW = new Triad(5e-3 * G, 0.13 * G, 1e-3 * G, 100, 0.033, 0.0033, 0.003 * G, 200 * G,
      0.049 * G, 400);
  static final Triad HIGH_G = new Triad(5e-3 * G, 0.05 * G, 1e-3 * G, 100, 0.01, 0.0033, 0.003 * G, 200 * G, 0.049 * G,
      400);

  // WT901, facts witmotion-wt901.md section 1: 1 mg and 0.05 dps rms in 100 Hz; section 2: 16 bits of ±16 g and ±2000 dps; section 3: bandwidth
  // code 1, 184 Hz, cut by the 200 Hz output to 90. Offsets: not in the extract, a consumer part after its own calibration.
  static final Triad STRAP_ACCELEROMETER = new Triad(1e-4 * G, 0.005 * G, 50e-6 * G, 100, 0.003, 0.005, 0.1e-3 * G,
      16 * G, 16 * G / 32768, 90);
  static final Triad STRAP_GYROSCOPE = new Triad(5e-3 * DEG, 0.1 * DEG, 0.003 * DEG, 100, 0.003, 0.005, 0.005 * DEG,
      2000 * DEG, 2000 * DEG / 32768, 90);

  // Two-plane bridge of 100 mm, ADS131M04 at gain 32 and 1 kSPS: 0.14 kg rms (facts ads131m04.md section 8, bar-mechanics.md section 2).
  static final double FORCE_NOISE_N = 1.37;
  // Zero set before each session: 0.1 kg is left; bar-mechanics.md section 4 limits zero tracking to that rate.
  static final double FORCE_ZERO_SD_N = 0.98;
  // bar-mechanics.md section 8: plates' position 1 %, two bridges' mismatch 0.5 %, read as two standard deviations.
  static final double FORCE_SCALE_SD = 0.005;
  static final double FORCE_CROSS_TALK_SD = 0.003;
  // Section 8: 1.1 kg in 10 °C where 100 kg give 277 µV, so half of it for the 555 µV of this bridge.
  static final double FORCE_ZERO_NPC = 0.54;
  // Section 2: ±37.5 mV over 555 µV per 100 kg; one step is 2.4 V / 32 / 2²⁴.
  static final double FORCE_RANGE_N = 66_000;
  static final double FORCE_RESOLUTION_N = 0.0079;

  private SensorDefaults() {}
}

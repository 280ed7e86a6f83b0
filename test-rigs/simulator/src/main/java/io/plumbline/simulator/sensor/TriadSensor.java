package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;

/// Three axes of an accelerometer or gyroscope of one specimen: filter, then scale and misalignment, offsets, noise, range, resolution.
final class TriadSensor {
  /// A band this wide, against the rate of the samples, leaves white noise white.
  private static final double WIDE = 0.45;
  /// Of a second-order Butterworth low-pass: noise bandwidth over −3 dB bandwidth, π/√8.
  private static final double NOISE_BAND = Math.PI / Math.sqrt(8);

  private final LowPass filter;
  private final boolean narrow;
  private final LowPass noiseFilter;
  private final double noiseSd;
  private final RandomStream noiseRandom;
  private final double[] noise = new double[3];
  private final double[][] matrix = new double[3][3];
  private final double[] bias = new double[3];
  private final double[] biasPerC = new double[3];
  private final Wander[] wander = new Wander[3];
  private final Converter converter;
  private boolean settled;

  /// @param name   of its random streams
  /// @param rateHz true rate of its samples
  /// @param stepS  of the physics
  TriadSensor(SensorPlan.Triad plan, String name, long seed, double rateHz, double stepS) {
    filter = new LowPass(3, plan.bandwidthHz(), stepS);
    // The noise arises before the low-pass. Where that is narrow, white noise over the Nyquist band goes through the same low-pass at the
    // rate of the samples; where it is wide, what lies beyond the Nyquist frequency folds back and the noise stays white.
    narrow = plan.bandwidthHz() < WIDE * rateHz;
    noiseFilter = new LowPass(3, narrow ? plan.bandwidthHz() : WIDE * rateHz, 1 / rateHz);
    double bandHz = narrow ? rateHz / 2 : Math.max(rateHz / 2, NOISE_BAND * plan.bandwidthHz());
    noiseSd = plan.noiseDensity() * Math.sqrt(bandHz);
    noiseRandom = new RandomStream(seed, name + ".noise");
    converter = new Converter(plan.range(), plan.resolution());
    RandomStream constant = new RandomStream(seed, name + ".specimen");
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double error = constant.gaussian();
        matrix[i][j] = i == j ? 1 + plan.scaleSd() * error : plan.misalignmentSd() * error;
      }
      bias[i] = plan.biasSd() * constant.gaussian();
      biasPerC[i] = plan.biasPerC() * constant.gaussian();
      wander[i] = new Wander(plan.instability(), plan.instabilityS(), 1 / rateHz,
          new RandomStream(seed, name + ".wander." + i));
    }
  }

  /// One step of the physics with the true vector, in any frame.
  void step(double[] truth) {
    if (settled) {
      filter.step(truth);
    } else {
      filter.settle(truth);
      settled = true;
    }
  }

  /// The filtered vector, in the frame of [#step].
  void filtered(double share, double[] vector) {
    for (int i = 0; i < 3; i++) {
      vector[i] = filter.at(i, share);
    }
  }

  /// One sample.
  ///
  /// @param vector filtered, in the sensor's frame
  /// @param warmC  temperature above 25 °C
  void read(double[] vector, double warmC, double[] row, int column) {
    for (int i = 0; i < 3; i++) {
      noise[i] = noiseSd * noiseRandom.gaussian();
    }
    if (narrow) {
      noiseFilter.step(noise);
      for (int i = 0; i < 3; i++) {
        noise[i] = noiseFilter.at(i, 1);
      }
    }
    for (int i = 0; i < 3; i++) {
      double[] line = matrix[i];
      double value = line[0] * vector[0] + line[1] * vector[1] + line[2] * vector[2];
      row[column + i] = converter
          .convert(value + bias[i] + biasPerC[i] * warmC + wander[i].next() + noise[i]);
    }
  }
}

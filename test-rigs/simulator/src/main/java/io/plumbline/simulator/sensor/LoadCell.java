package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.List;

/// The load cell of one side: two bridges at right angles, or one that gives the size of the force alone.
final class LoadCell implements Sensor {
  /// The rate for which the noise is given.
  private static final double NOISE_RATE_HZ = 1000;

  private final int side;
  private final boolean singleAxis;
  private final List<String> columns;
  private final Climate climate;
  private final AdcFilter filter;
  private final double[][] matrix = new double[2][2];
  private final double[] zeroN = new double[2];
  private final double[] zeroPerCN = new double[2];
  private final RandomStream noiseRandom;
  /// Share of the last draw and of the one before in a sample's noise, N.
  private final double freshN;
  private final double staleN;
  private final double[] drawn = new double[2];
  private final Converter converter;
  private boolean settled;

  /// @param side left 0, right 1
  LoadCell(SensorPlan.Force plan, int side, Climate climate, long seed, double rateHz, double stepS) {
    String id = side == 0 ? "left" : "right";
    this.side = side;
    this.singleAxis = plan.singleAxis();
    this.climate = climate;
    columns = singleAxis ? List.of(id + "_f") : List.of(id + "_fy", id + "_fz");
    filter = new AdcFilter(2, 1 / rateHz, stepS);
    // Neighbouring samples overlap in the filter and share some noise: a moving mean of two draws, a + b with ab = correlation, a² + b² = 1.
    double correlation = AdcFilter.correlation(1 / rateHz);
    double sum = Math.sqrt(1 + 2 * correlation);
    double difference = Math.sqrt(1 - 2 * correlation);
    double noiseN = plan.noiseN() * Math.sqrt(rateHz / NOISE_RATE_HZ);
    freshN = noiseN * (sum + difference) / 2;
    staleN = noiseN * (sum - difference) / 2;
    noiseRandom = new RandomStream(seed, name() + ".noise");
    converter = new Converter(plan.rangeN(), plan.resolutionN());
    RandomStream constant = new RandomStream(seed, name() + ".specimen");
    for (int i = 0; i < 2; i++) {
      matrix[i][i] = 1 + plan.scaleSd() * constant.gaussian();
      matrix[i][1 - i] = plan.crossTalkSd() * constant.gaussian();
      zeroN[i] = plan.zeroSdN() * constant.gaussian();
      zeroPerCN[i] = plan.zeroPerCN() * constant.gaussian();
    }
  }

  @Override
  public String name() {
    return side == 0 ? "force-left" : "force-right";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void step(Stimulus stimulus) {
    if (settled) {
      filter.step(stimulus.sideForceN[side]);
    } else {
      filter.settle(stimulus.sideForceN[side]);
      settled = true;
    }
  }

  @Override
  public void sample(double share, double elapsedS, double[] row, int column) {
    double warmC = climate.warmC(elapsedS);
    double y = filter.at(0, share);
    double z = filter.at(1, share);
    if (singleAxis) {
      row[column] = converter.convert(matrix[0][0] * Math.sqrt(y * y + z * z) + offsetN(0, warmC));
    } else {
      row[column] = converter.convert(matrix[0][0] * y + matrix[0][1] * z + offsetN(0, warmC));
      row[column + 1] = converter.convert(matrix[1][0] * y + matrix[1][1] * z + offsetN(1, warmC));
    }
  }

  private double offsetN(int channel, double warmC) {
    double draw = noiseRandom.gaussian();
    double noise = freshN * draw + staleN * drawn[channel];
    drawn[channel] = draw;
    return zeroN[channel] + zeroPerCN[channel] * warmC + noise;
  }
}

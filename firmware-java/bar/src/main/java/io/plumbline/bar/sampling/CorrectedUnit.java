package io.plumbline.bar.sampling;

import io.plumbline.bar.config.Correction;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a calibrated inertial unit: counts to SI, bias, temperature, scale and cross-axis taken out. Allocates nothing once built.
final class CorrectedUnit implements SensorDecoder.RowDecoder {
  private static final List<String> AXES = List.of("ax", "ay", "az", "gx", "gy", "gz");

  private final Channel[] targets = new Channel[6];
  private final RawChannel[] raw = new RawChannel[6];
  private final int[] indices = new int[6];
  private final int temperatureIndex;
  private final @Nullable RawChannel temperature;
  private final double[] matrix;
  private final double[] bias = new double[6];
  private final double[] slope;
  private final double[] reading = new double[6];
  private final double referenceC;

  CorrectedUnit(RawStream stream, Correction correction) {
    String site = stream.name().substring(0, stream.name().indexOf('-'));
    List<String> names = stream.channels().stream().map(RawChannel::name).toList();
    for (int i = 0; i < 6; i++) {
      indices[i] = names.indexOf(AXES.get(i));
      raw[i] = stream.channels().get(indices[i]);
      targets[i] = Channel.fromColumn(site + "_" + AXES.get(i)).orElseThrow();
      bias[i] = i < 3 ? correction.accelBiasMps2().get(i) : correction.gyroBiasRadps().get(i - 3);
    }
    temperatureIndex = names.indexOf("temperature");
    matrix = correction.accelMatrix().stream().mapToDouble(Double::doubleValue).toArray();
    slope = correction.gyroRadpsPerC().stream().mapToDouble(Double::doubleValue).toArray();
    temperature = temperatureIndex < 0 ? null : stream.channels().get(temperatureIndex);
    referenceC = correction.referenceC();
  }

  @Override
  public void decode(RawBatch batch, int row, SensorFrame frame) {
    for (int i = 0; i < 6; i++) {
      reading[i] = raw[i].si(batch.count(row, indices[i])) - bias[i];
    }
    RawChannel thermometer = temperature;
    double warmerC = thermometer == null ? 0 : thermometer.si(batch.count(row, temperatureIndex)) - referenceC;
    for (int i = 0; i < 3; i++) {
      frame.set(targets[i], matrix[3 * i] * reading[0] + matrix[3 * i + 1] * reading[1]
          + matrix[3 * i + 2] * reading[2]);
      frame.set(targets[3 + i], reading[3 + i] - slope[i] * warmerC);
    }
  }
}

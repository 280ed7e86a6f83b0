package io.plumbline.bar.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `--speed`; `max` is infinite.
final class SpeedConverter implements ITypeConverter<Double> {
  private static final double MIN = 0.01;
  private static final double MAX = 10_000;

  @Override
  public Double convert(String value) {
    if (value.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(value);
      if (speed >= MIN && speed <= MAX) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message, which says what is expected.
    }
    throw new TypeConversionException("must be 'max' or a factor from 0.01 to 10000, but is '" + value + "'");
  }
}

package io.plumbline.bar.check;

import io.plumbline.core.raw.RawChannel;
import java.util.OptionalDouble;

/// How much a channel may tremble on a bar that lies still, by its chip's data sheet.
final class NoiseFigure {
  private static final double G_MPS2 = 9.80665;
  /// Inertial parts: last filter of a quarter of 1 kHz, taken as its equivalent noise bandwidth.
  private static final double IMU_BANDWIDTH_HZ = 258;
  private static final double HIGH_G_BANDWIDTH_HZ = 400;
  /// Of the bridge supply; the ratio's noise is that of the voltage over it.
  private static final double BRIDGE_V = 2.5;

  private NoiseFigure() {}

  /// Standard deviation by the data sheet, in the channel's unit; empty where it says nothing.
  static OptionalDouble of(String chip, RawChannel channel) {
    boolean rate = channel.name().startsWith("g");
    boolean acceleration = channel.name().startsWith("a");
    double density = switch (chip) {
      // facts/icm-42688-p.md, section 4
      case "ICM-42688-P" -> rate ? Math.toRadians(2.8e-3) : 70e-6 * G_MPS2;
      // facts/ism330dhcx.md, section 1, unverified there
      case "ISM330DHCX" -> rate ? Math.toRadians(5e-3) : 60e-6 * G_MPS2;
      default -> Double.NaN;
    };
    if ((rate || acceleration) && density > 0) {
      return OptionalDouble.of(density * Math.sqrt(IMU_BANDWIDTH_HZ));
    }
    return switch (chip) {
      // One count of 49 mg is more than what trembles below 400 Hz; facts/high-g.md, section 2, gives no density: 5 mg/√Hz is ours.
      case "ADXL375" -> acceleration
          ? OptionalDouble.of(5e-3 * G_MPS2 * Math.sqrt(HIGH_G_BANDWIDTH_HZ))
          : OptionalDouble.empty();
      // facts/ads131m04.md, section 2: 0.77 µV at gain 32 and 1 kHz
      case "ADS131M04" -> OptionalDouble.of(channel.unit().equals("V") ? 0.77e-6 : 0.77e-6 / BRIDGE_V);
      // facts/nau7802.md, section 1: 150 nV at gain 128 and 80 Hz, twice that at 320 Hz if white
      case "NAU7802" -> channel.name().equals("temperature")
          ? OptionalDouble.empty()
          : OptionalDouble.of(channel.unit().equals("V") ? 0.3e-6 : 0.3e-6 / BRIDGE_V);
      default -> OptionalDouble.empty();
    };
  }
}

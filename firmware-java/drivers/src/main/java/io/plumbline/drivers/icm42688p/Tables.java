package io.plumbline.drivers.icm42688p;

import static io.plumbline.drivers.icm42688p.Registers.*;

import io.plumbline.drivers.polled.Settings;

/// What a configuration means in registers.
final class Tables {
  private Tables() {}

  /// Section 10, steps 3 to 9.
  static Settings settings(Icm42688pConfig config, boolean spi, boolean edgeEachSample) {
    int delta = antiAliasDelta(config.antiAliasHz());
    int square = antiAliasSquare(delta);
    int last = (antiAliasShift(delta) << 4) | (square >> 8);
    Settings.Builder table = new Settings.Builder().bank(0).set(INTF_CONFIG0, INTF_RECORDS | (spi ? INTF_I2C_OFF : 0));
    if (config.adaptiveScaleOff()) {
      table.set(INTF_CONFIG1, INTF1_NO_ADAPTIVE_SCALE);
    }
    return table.bank(1).set(GYRO_STATIC3, delta, 0x3F).set(GYRO_STATIC4, square & 0xFF).set(GYRO_STATIC5, last)
        .bank(2).set(ACCEL_STATIC2, delta << 1, 0x7F).set(ACCEL_STATIC3, square & 0xFF).set(ACCEL_STATIC4, last)
        .bank(0).set(DRIVE_CONFIG, 0x05)
        .set(GYRO_CONFIG0, (gyroRangeCode(config.gyroRangeDps()) << 5) | rateCode(config.rateHz()))
        .set(ACCEL_CONFIG0, (accelRangeCode(config.accelRangeG()) << 5) | rateCode(config.rateHz()))
        .set(GYRO_CONFIG1, 0x16).set(GYRO_ACCEL_CONFIG0, (config.filterCode() << 4) | config.filterCode())
        .set(ACCEL_CONFIG1, 0x0D).set(TMST_CONFIG, TMST_ABSOLUTE).set(INT_CONFIG, 0x03)
        // Bit 4 must be 0; at 4 kHz and above short pulses.
        .set(INT_CONFIG1, config.rateHz() >= 4000 ? 0x60 : 0x00)
        .set(FIFO_CONFIG2, 1).set(FIFO_CONFIG3, 0)
        .set(FIFO_CONFIG1, FIFO_ALL | (config.hires() ? FIFO_HIRES : 0)).set(FIFO_CONFIG, FIFO_STREAM)
        .set(INT_SOURCE0, edgeEachSample ? INT1_DATA_READY : 0).set(SELF_TEST_CONFIG, 0)
        .set(PWR_MGMT0, PWR_BOTH_LOW_NOISE).build();
  }
}

package io.plumbline.virtualchips.feed;

import java.util.Set;

/// Which chip hangs where on the default bar. Lines are BCM numbers; none of them belongs to SPI0 (7 to 11), SPI1 with one chip select (18 to 21),
/// I2C1 (2, 3) or the serial port (14, 15) — facts raspberry-pi-io.md, sections 2 to 4.
public final class Wiring {
  /// ADS131M04: bus and chip select.
  public static final int ADC_BUS = 0;
  public static final int ADC_SELECT = 0;
  /// Left ICM-42688-P.
  public static final int LEFT_IMU_BUS = 0;
  public static final int LEFT_IMU_SELECT = 1;
  /// Right ICM-42688-P; this controller has modes 0 and 2 only.
  public static final int RIGHT_IMU_BUS = 1;
  public static final int RIGHT_IMU_SELECT = 0;
  /// Data ready of the ADS131M04, falling.
  public static final int ADC_READY_LINE = 22;
  /// SYNC/RESET of the ADS131M04, driven by the host.
  public static final int ADC_SYNC_LINE = 27;
  /// INT1 of the left inertial unit, rising.
  public static final int LEFT_IMU_LINE = 24;
  /// INT1 of the right inertial unit, rising.
  public static final int RIGHT_IMU_LINE = 25;
  /// Buzzer, driven by the host.
  public static final int BUZZER_LINE = 12;
  /// Light, driven by the host.
  public static final int LED_LINE = 13;
  /// I2C bus of the header.
  public static final int I2C_BUS = 1;
  /// ADXL375 with ALT low and high.
  public static final int LEFT_HIGH_G_ADDRESS = 0x53;
  public static final int RIGHT_HIGH_G_ADDRESS = 0x1D;
  /// Budget bar: ISM330DHCX with SA0 low and high.
  public static final int LEFT_QWIIC_ADDRESS = 0x6A;
  public static final int RIGHT_QWIIC_ADDRESS = 0x6B;
  /// Budget bar: NAU7802 left; the right one, whose address is the same, needs a bus of its own.
  public static final int SCALE_ADDRESS = 0x2A;
  public static final int RIGHT_SCALE_BUS = 3;
  /// Lines whose active edge is the falling one.
  public static final Set<Integer> FALLING_LINES = Set.of(ADC_READY_LINE);

  private Wiring() {}
}

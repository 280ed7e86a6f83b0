package io.plumbline.virtualchips.kernel;

import io.plumbline.virtualchips.wire.Board;
import java.lang.foreign.Arena;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which device a file name stands for.
final class Devices {
  private static final Pattern SPIDEV = Pattern.compile("spidev(\\d+)\\.(\\d+)");
  private static final Pattern I2C = Pattern.compile("i2c-(\\d+)");

  private Devices() {}

  /// The device, or null where the name is none of an SPI or I2C bus.
  static @Nullable Device create(Arena arena, Board board, String name) {
    Matcher spi = SPIDEV.matcher(name);
    if (spi.matches()) {
      int bus = Integer.parseInt(spi.group(1));
      return new SpidevFile(arena, board.spi(bus, Integer.parseInt(spi.group(2))), bus == 0);
    }
    Matcher i2c = I2C.matcher(name);
    return i2c.matches() ? new I2cDevFile(arena, board, Integer.parseInt(i2c.group(1))) : null;
  }
}

package io.plumbline.virtualchips.kernel;

import io.plumbline.virtualchips.wire.Board;
import java.lang.foreign.Arena;
import java.util.List;

/// A program that puts `/dev/spidev0.0` and `/dev/i2c-1` with a chip on each into the system it runs on, for User-Mode Linux.
public final class CuseServer {
  static final int SPI_IDENTITY = 0x47;
  static final int I2C_IDENTITY = 0x1d;
  static final int ADDRESS = 0x2a;
  private static final long PERIOD_NS = 1_000_000;

  private CuseServer() {}

  /// Serves until it is killed; exit status 2 where it cannot.
  public static void main(String[] arguments) {
    Board board = new Board(System::nanoTime)
        .withSpi(0, 0, new RegisterChip(SPI_IDENTITY, System::nanoTime, PERIOD_NS))
        .withI2c(1, ADDRESS, new RegisterChip(I2C_IDENTITY, System::nanoTime, PERIOD_NS));
    try {
      serve(board, List.of("spidev0.0", "i2c-1"));
    } catch (UnsupportedOperationException e) {
      System.err.println("cuse: " + e.getMessage());
      System.exit(2);
    }
  }

  /// Makes character devices, each served by a thread of its own until this process ends: chips of one board that share state must not be
  /// on different devices.
  ///
  /// @param names of files in `/dev`, as `spidev0.0` or `i2c-1`
  /// @throws IllegalArgumentException      where a name is none of an SPI or I2C bus
  /// @throws UnsupportedOperationException where there is no CUSE
  public static void serve(Board board, List<String> names) {
    Arena arena = Arena.ofShared();
    for (String name : names) {
      Device device = Devices.create(arena, board, name);
      if (device == null) {
        throw new IllegalArgumentException("'" + name + "' is no device of an SPI or I2C bus: spidev0.0 and i2c-1 are");
      }
      CuseDevice.serve(name, device);
    }
  }
}

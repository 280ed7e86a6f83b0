package io.plumbline.virtualchips.kernel;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.chip.nau7802.Nau7802;
import io.plumbline.virtualchips.wire.Board;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.LongSupplier;

/// A program that puts devices with chips into the system it runs on, for User-Mode Linux: `/dev/spidev0.0` (ICM-42688-P), `/dev/spidev0.1`
/// (a plain chip of registers) and `/dev/i2c-1` (NAU7802 at 0x2a, a plain chip at 0x50).
public final class CuseServer {
  static final int NAU_ADDRESS = 0x2a;
  static final int PLAIN_ADDRESS = 0x50;
  static final int PLAIN_SPI_IDENTITY = 0x6b;
  static final int PLAIN_I2C_IDENTITY = 0x1d;
  private static final double G_MPS2 = 9.80665;
  private static final double SUPPLY_V = 3.3;
  private static final long PERIOD_NS = 1_000_000;

  private CuseServer() {}

  /// Serves until it is killed; exit status 2 where it cannot.
  public static void main(String[] arguments) {
    LongSupplier clock = System::nanoTime;
    SampleClock samples = new SampleClock(clock.getAsLong(), 0);
    Board board = new Board(clock)
        .withSpi(0, 0, new Icm42688p(clock, new SteadySignal(samples, 0, 0, G_MPS2, 0, 0, 0, 25)))
        .withSpi(0, 1, new RegisterChip(PLAIN_SPI_IDENTITY, clock, PERIOD_NS))
        .withI2c(1, NAU_ADDRESS, new Nau7802(clock, new SteadySignal(samples, 1e-3), SUPPLY_V))
        .withI2c(1, PLAIN_ADDRESS, new RegisterChip(PLAIN_I2C_IDENTITY, clock, PERIOD_NS));
    try {
      serve(board, List.of("spidev0.0", "spidev0.1", "i2c-1"));
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

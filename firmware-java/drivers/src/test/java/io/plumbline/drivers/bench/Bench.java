package io.plumbline.drivers.bench;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.drivers.bus.I2cRegisterBus;
import io.plumbline.drivers.bus.Opening;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.bus.SpiRegisterBus;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.OutputLine;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A board, its clock, and a Pi4J context on it.
public final class Bench implements AutoCloseable {
  /// Any time but 0.
  public static final long START_NS = 5_000_000_000L;

  private static final int BUS = 0;
  private static final int I2C_BUS = 1;
  private static final int ADDRESS = 0x20;
  private static final int LINE = 25;
  private static final int FALLING_LINE = 24;
  private static final int OUTPUT_LINE = 18;
  // Held, so that the level stays.
  private static final Logger NOISY = Logger.getLogger("com.pi4j");

  static {
    NOISY.setLevel(Level.OFF);
  }

  private final ManualClock clock = new ManualClock(START_NS);
  private final Board board = new Board(clock);
  private final Context context;

  /// An empty board.
  public Bench() {
    context = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(VirtualPlugin.providers(board, Set.of(FALLING_LINE), passNs -> {
        })).build();
  }

  /// The one clock.
  public ManualClock clock() {
    return clock;
  }

  /// Now, on the board.
  public long nowNs() {
    return clock.getAsLong();
  }

  private Opening<Spi> opening(SpiChip chip, SpiMode mode) {
    board.withSpi(BUS, 0, chip);
    return new Opening<>("SPI 0.0", () -> context.create(Spi.newConfigBuilder(context).id("spi").bus(SpiBus.BUS_0)
        .channel(0).baud(4_000_000).mode(mode).build()));
  }

  /// Registers of a chip on SPI.
  public SpiRegisterBus spi(SpiChip chip, SpiMode mode, int multipleBit, int longestRead) {
    return new SpiRegisterBus(opening(chip, mode), SpiRegisterBus.READ, multipleBit, longestRead);
  }

  /// Frames of a chip on SPI.
  public SpiFrames frames(SpiChip chip, SpiMode mode) {
    return new SpiFrames(opening(chip, mode));
  }

  /// Registers of a chip on I2C.
  public I2cRegisterBus i2c(I2cChip chip, int longestRead) {
    board.withI2c(I2C_BUS, ADDRESS, chip);
    return new I2cRegisterBus(new Opening<>("I2C 1, address 0x20",
        () -> context.create(I2C.newConfigBuilder(context).id("i2c").bus(I2C_BUS).device(ADDRESS).build())),
        I2cRegisterBus.COUNTS_UP, longestRead);
  }

  /// A line of a chip.
  public EdgeInput edges(EdgeLine line, boolean falling) {
    int number = falling ? FALLING_LINE : LINE;
    board.withInput(number, line);
    DigitalInput input = context.create(DigitalInput.newConfigBuilder(context).id("edge").bcm(number).build());
    return (EdgeInput) input;
  }

  /// An output that the host drives.
  public DigitalOutput output(OutputLine listener) {
    board.withOutput(OUTPUT_LINE, listener);
    return context.create(DigitalOutput.newConfigBuilder(context).id("output").bcm(OUTPUT_LINE).build());
  }

  @Override
  public void close() {
    context.shutdown();
  }
}

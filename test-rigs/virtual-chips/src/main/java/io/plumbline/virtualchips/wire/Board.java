package io.plumbline.virtualchips.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Which chip is where, and what time it is. Filled once, then only read.
public final class Board {
  private final LongSupplier nowNs;
  private final Map<String, SpiChip> spi = new TreeMap<>();
  private final Map<String, I2cChip> i2c = new TreeMap<>();
  private final Map<Integer, EdgeLine> inputs = new TreeMap<>();
  private final Map<Integer, OutputLine> outputs = new TreeMap<>();

  /// @param nowNs the one clock of everything on the board, ns
  public Board(LongSupplier nowNs) {
    this.nowNs = nowNs;
  }

  /// The time on the board, ns.
  public long nowNs() {
    return nowNs.getAsLong();
  }

  /// Puts a chip on an SPI bus.
  public Board withSpi(int bus, int chipSelect, SpiChip chip) {
    spi.put(bus + "." + chipSelect, chip);
    return this;
  }

  /// Puts a chip on an I2C bus.
  public Board withI2c(int bus, int address, I2cChip chip) {
    i2c.put(bus + "." + address, chip);
    return this;
  }

  /// Connects a chip's output to a GPIO line.
  public Board withInput(int line, EdgeLine edges) {
    inputs.put(line, edges);
    return this;
  }

  /// Connects something to a GPIO line that the host drives.
  public Board withOutput(int line, OutputLine output) {
    outputs.put(line, output);
    return this;
  }

  /// The chip there, or null: then the bus reads all ones.
  public @Nullable SpiChip spi(int bus, int chipSelect) {
    return spi.get(bus + "." + chipSelect);
  }

  /// The chip there, or null: then nobody acknowledges.
  public @Nullable I2cChip i2c(int bus, int address) {
    return i2c.get(bus + "." + address);
  }

  /// What drives the line, or null.
  public @Nullable EdgeLine input(int line) {
    return inputs.get(line);
  }

  /// What listens on the line, or null.
  public @Nullable OutputLine output(int line) {
    return outputs.get(line);
  }
}

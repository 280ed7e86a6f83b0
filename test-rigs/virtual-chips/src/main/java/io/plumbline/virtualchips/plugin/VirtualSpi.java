package io.plumbline.virtualchips.plugin;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.SpiChip;
import org.jspecify.annotations.Nullable;

/// One chip select.
final class VirtualSpi extends SpiBase {
  // Facts raspberry-pi-io.md, section 2: spidev takes so many bytes a message.
  private static final int MESSAGE_BYTES = 4096;
  private static final int TOO_LONG = -90;
  private static final int GONE = -19;

  private final @Nullable SpiChip chip;
  private final int mode;
  private final int clockHz;
  private final byte[] single = new byte[1];

  private VirtualSpi(SpiProvider provider, SpiConfig config, @Nullable SpiChip chip) {
    super(provider, config);
    this.chip = chip;
    this.mode = config.mode().getMode();
    this.clockHz = config.baud();
    this.isOpen = true;
  }

  @Override
  public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int count) {
    if (!isOpen) {
      return GONE;
    }
    if (count > MESSAGE_BYTES) {
      return TOO_LONG;
    }
    if (chip == null) {
      for (int i = readOffset; i < readOffset + count; i++) {
        read[i] = (byte) 0xFF;
      }
      return count;
    }
    return chip.exchange(write, writeOffset, read, readOffset, count, mode, clockHz);
  }

  @Override
  public int read() {
    single[0] = 0;
    int result = transfer(single, 0, single, 0, 1);
    return result < 0 ? result : single[0] & 0xFF;
  }

  @Override
  public int write(byte value) {
    single[0] = value;
    int result = transfer(single, 0, single, 0, 1);
    return Math.min(result, 0);
  }

  /// Opens chip selects.
  static final class SpiPlugin extends SpiProviderBase {
    private final Board board;

    SpiPlugin(Board board) {
      super("plumbline-virtual-spi", "Virtual SPI");
      this.board = board;
    }

    @Override
    public Spi create(SpiConfig config) {
      int bus = config.bus().getBus();
      int mode = config.mode().getMode();
      // Facts raspberry-pi-io.md, section 2: the second controller cannot shift on the other edge.
      if (bus == 1 && (mode & 1) != 0) {
        throw new IOException(
            "/dev/spidev1." + config.channel() + ": SPI1 of a Raspberry Pi has modes 0 and 2 only, not "
                + mode + " (EINVAL); put this chip on SPI0");
      }
      Spi spi = new VirtualSpi(this, config, board.spi(bus, config.channel()));
      context.registry().add(spi);
      return spi;
    }
  }
}

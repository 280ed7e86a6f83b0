package io.plumbline.drivers.bus;

import com.pi4j.io.spi.Spi;

/// Frames over SPI for a chip that has no plain registers: as many bytes go out as come in. Allocates nothing and never throws.
public final class SpiFrames extends OpenedPort<Spi> {
  /// @param opening of the chip select, with the chip's mode and speed
  public SpiFrames(Opening<Spi> opening) {
    super(opening);
  }

  /// Exchanges one frame.
  ///
  /// @param out   what is sent
  /// @param in    filled with what comes back
  /// @param count bytes of the frame
  /// @return `count`, or −errno
  public int exchange(byte[] out, byte[] in, int count) {
    Spi spi = opening.current();
    if (spi == null) {
      return notOpen();
    }
    try {
      return note(spi.transfer(out, 0, in, 0, count), count);
    } catch (RuntimeException e) {
      return note(BusStatus.FAILED, 0);
    }
  }
}

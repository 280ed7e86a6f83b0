package io.plumbline.drivers.bus;

import com.pi4j.io.spi.Spi;

/// Registers behind SPI: the first byte of a frame is the register with a bit for reading and, on some chips, one for more than one byte.
public final class SpiRegisterBus extends OpenedPort<Spi> implements RegisterBus {
  /// Nearly every chip marks reading with the top bit.
  public static final int READ = 0x80;
  /// No bit for several bytes.
  public static final int NO_MULTIPLE = 0;
  /// ADXL parts mark several bytes with bit 6.
  public static final int MULTIPLE_6 = 0x40;

  private final int readBit;
  private final int multipleBit;
  private final byte[] out;
  private final byte[] in;
  private final byte[] writing = new byte[2];

  /// @param opening     of the chip select, with the chip's mode and speed
  /// @param readBit     of the first byte
  /// @param multipleBit of the first byte where several registers are read, or [#NO_MULTIPLE]
  /// @param longestRead bytes of the longest burst
  public SpiRegisterBus(Opening<Spi> opening, int readBit, int multipleBit, int longestRead) {
    super(opening);
    this.readBit = readBit;
    this.multipleBit = multipleBit;
    out = new byte[longestRead + 1];
    in = new byte[longestRead + 1];
  }

  @Override
  public int read(int register, byte[] into, int from, int count) {
    Spi spi = opening.current();
    if (spi == null) {
      return notOpen();
    }
    out[0] = (byte) (register | readBit | (count > 1 ? multipleBit : 0));
    int result;
    try {
      result = note(spi.transfer(out, 0, in, 0, count + 1), count + 1);
    } catch (RuntimeException e) {
      return note(BusStatus.FAILED, 0);
    }
    if (result < 0) {
      return result;
    }
    System.arraycopy(in, 1, into, from, count);
    return count;
  }

  @Override
  public int write(int register, int value) {
    Spi spi = opening.current();
    if (spi == null) {
      return notOpen();
    }
    writing[0] = (byte) register;
    writing[1] = (byte) value;
    try {
      return note(spi.transfer(writing, 0, in, 0, 2), 2);
    } catch (RuntimeException e) {
      return note(BusStatus.FAILED, 0);
    }
  }

  @Override
  public int longestRead() {
    return in.length - 1;
  }

  @Override
  public boolean isSpi() {
    return true;
  }
}

package io.plumbline.drivers.bus;

import com.pi4j.io.i2c.I2C;

/// Registers behind I2C: a register pointer is written, then bytes follow.
public final class I2cRegisterBus extends OpenedPort<I2C> implements RegisterBus {
  /// The chip counts the register up by itself.
  public static final int COUNTS_UP = 0;
  /// Some ST parts count up only where the top bit of the register is set.
  public static final int COUNT_UP_7 = 0x80;

  private final int countUpBit;
  private final int longestRead;

  /// @param opening     of the address
  /// @param countUpBit  of the register where several are read, or [#COUNTS_UP]
  /// @param longestRead bytes of the longest burst; at 400 kHz each takes 22.5 µs of the bus
  public I2cRegisterBus(Opening<I2C> opening, int countUpBit, int longestRead) {
    super(opening);
    this.countUpBit = countUpBit;
    this.longestRead = longestRead;
  }

  @Override
  public int read(int register, byte[] into, int from, int count) {
    I2C i2c = opening.current();
    if (i2c == null) {
      return notOpen();
    }
    try {
      return note(i2c.readRegister(register | (count > 1 ? countUpBit : 0), into, from, count), count);
    } catch (RuntimeException e) {
      return note(BusStatus.FAILED, 0);
    }
  }

  @Override
  public int write(int register, int value) {
    I2C i2c = opening.current();
    if (i2c == null) {
      return notOpen();
    }
    try {
      return note(i2c.writeRegister(register, (byte) value), 0);
    } catch (RuntimeException e) {
      return note(BusStatus.FAILED, 0);
    }
  }

  @Override
  public int longestRead() {
    return longestRead;
  }

  @Override
  public boolean isSpi() {
    return false;
  }
}

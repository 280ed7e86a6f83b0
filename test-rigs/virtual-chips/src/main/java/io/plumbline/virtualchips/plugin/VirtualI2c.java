package io.plumbline.virtualchips.plugin;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBusBase;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.I2cChip;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// One address.
final class VirtualI2c extends I2CBase<VirtualI2c.Bus> {
  private static final int NOBODY = -121;
  private static final int TOO_LONG = -90;
  private static final int GONE = -19;
  /// Longest message with its register.
  private static final int LONGEST = 4096;

  private final @Nullable I2cChip chip;
  private final byte[] message = new byte[LONGEST];

  private VirtualI2c(I2CProvider provider, I2CConfig config, @Nullable I2cChip chip) {
    super(provider, config, new Bus(config));
    this.chip = chip;
    this.isOpen = true;
  }

  private int send(byte[] bytes, int from, int count) {
    if (!isOpen) {
      return GONE;
    }
    return chip == null ? NOBODY : chip.write(bytes, from, count);
  }

  @Override
  public int read(byte[] into, int offset, int count) {
    if (!isOpen) {
      return GONE;
    }
    return chip == null ? NOBODY : chip.read(into, offset, count);
  }

  @Override
  public int write(byte[] bytes, int offset, int count) {
    return send(bytes, offset, count);
  }

  @Override
  public int read() {
    int result = read(message, 0, 1);
    return result < 0 ? result : message[0] & 0xFF;
  }

  @Override
  public int write(byte value) {
    message[0] = value;
    return send(message, 0, 1);
  }

  @Override
  public int readRegister(int register) {
    int result = readRegister(register, message, 1, 1);
    return result < 0 ? result : message[1] & 0xFF;
  }

  @Override
  public int readRegister(int register, byte[] into, int offset, int count) {
    message[0] = (byte) register;
    int result = send(message, 0, 1);
    return result < 0 ? result : read(into, offset, count);
  }

  @Override
  public int readRegister(byte[] register, byte[] into, int offset, int count) {
    int result = send(register, 0, register.length);
    return result < 0 ? result : read(into, offset, count);
  }

  @Override
  public int writeRegister(int register, byte value) {
    message[0] = (byte) register;
    message[1] = value;
    return Math.min(1, send(message, 0, 2));
  }

  @Override
  public int writeRegister(int register, byte[] bytes, int offset, int count) {
    if (count + 1 > LONGEST) {
      return TOO_LONG;
    }
    message[0] = (byte) register;
    System.arraycopy(bytes, offset, message, 1, count);
    return Math.min(count, send(message, 0, count + 1));
  }

  @Override
  public int writeRegister(byte[] register, byte[] bytes, int offset, int count) {
    if (count + register.length > LONGEST) {
      return TOO_LONG;
    }
    System.arraycopy(register, 0, message, 0, register.length);
    System.arraycopy(bytes, offset, message, register.length, count);
    return Math.min(count, send(message, 0, register.length + count));
  }

  @Override
  public void writeThenRead(byte[] write, int writeOffset, int writeCount, int delayNs, byte[] read, int readOffset,
      int readCount) {
    // No result can be given back here; drivers use readRegister.
    if (writeCount == 0 || send(write, writeOffset, writeCount) >= 0) {
      read(read, readOffset, readCount);
    }
  }

  /// The bus; its lock is not needed, because one thread has it.
  static final class Bus extends I2CBusBase {
    private Bus(I2CConfig config) {
      super(config);
    }

    @Override
    public <R> R execute(I2C device, Callable<R> action) {
      return _execute(device, action);
    }
  }

  /// Opens addresses.
  static final class I2cPlugin extends I2CProviderBase {
    private final Board board;

    I2cPlugin(Board board) {
      super("plumbline-virtual-i2c", "Virtual I2C");
      this.board = board;
    }

    @Override
    public I2C create(I2CConfig config) {
      I2C device = new VirtualI2c(this, config, board.i2c(config.bus(), config.device()));
      context.registry().add(device);
      return device;
    }
  }
}

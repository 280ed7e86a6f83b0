package io.plumbline.pi4j.linux;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBusBase;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Pi4J's I2C on i2c-dev. A register read is one transaction with a repeated start. After opening, a failure is a result below 0 (−errno),
/// never an exception.
final class LinuxI2c extends I2CBase<LinuxI2c.Bus> {
  private static final int HIGHEST_ADDRESS = 0x7f;
  private static final byte[] NOTHING = {};

  private final I2cDevice device;
  private final byte[] register = new byte[1];
  private final byte[] one = new byte[1];

  LinuxI2c(I2CProvider provider, I2CConfig config, Path folder) {
    super(provider, config, new Bus(config));
    if (config.device() < 0 || config.device() > HIGHEST_ADDRESS) {
      throw new IOException("I2C address " + config.device() + " of bus " + config.bus()
          + ": 0x00 to 0x7f are possible (without the bit for reading or writing)");
    }
    device = new I2cDevice(folder, config.bus(), config.device());
  }

  void open() {
    device.open();
  }

  @Override
  public I2C shutdownInternal(Context context) throws ShutdownException {
    close();
    return super.shutdownInternal(context);
  }

  @Override
  public void close() {
    device.close();
  }

  @Override
  public boolean isOpen() {
    return device.isOpen();
  }

  @Override
  public int read() {
    return byteOrErrno(device.read(NOTHING, 0, 0, one, 0, 1));
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    return device.read(NOTHING, 0, 0, buffer, offset, count);
  }

  @Override
  public int write(byte value) {
    one[0] = value;
    return device.write(NOTHING, 0, one, 0, 1);
  }

  @Override
  public int write(byte[] buffer, int offset, int count) {
    return device.write(NOTHING, 0, buffer, offset, count);
  }

  @Override
  public int readRegister(int number) {
    register[0] = (byte) number;
    return byteOrErrno(device.read(register, 0, 1, one, 0, 1));
  }

  @Override
  public int readRegister(int number, byte[] buffer, int offset, int count) {
    register[0] = (byte) number;
    return device.read(register, 0, 1, buffer, offset, count);
  }

  @Override
  public int readRegister(byte[] number, byte[] buffer, int offset, int count) {
    return device.read(number, 0, number.length, buffer, offset, count);
  }

  @Override
  public int writeRegister(int number, byte value) {
    register[0] = (byte) number;
    one[0] = value;
    return device.write(register, 1, one, 0, 1);
  }

  @Override
  public int writeRegister(int number, byte[] buffer, int offset, int count) {
    register[0] = (byte) number;
    return device.write(register, 1, buffer, offset, count);
  }

  @Override
  public int writeRegister(byte[] number, byte[] buffer, int offset, int count) {
    return device.write(number, number.length, buffer, offset, count);
  }

  private int byteOrErrno(int result) {
    return result < 0 ? result : one[0] & 0xff;
  }

  /// The lock that Pi4J wants for groups of transactions; each transaction by itself is the kernel's business.
  static final class Bus extends I2CBusBase {
    private Bus(I2CConfig config) {
      super(config);
    }

    @Override
    public <R> R execute(I2C device, Callable<R> action) {
      return _execute(device, action);
    }
  }
}

package io.plumbline.pi4j.linux;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Pi4J's SPI on spidev. After opening, a failure is a result below 0 (−errno), never an exception.
final class LinuxSpi extends SpiBase {
  private final SpiDevice device;
  private final byte[] one = new byte[1];
  /// Where the bytes go that nobody wants, and what is sent where nobody says what.
  private final byte[] ignored = new byte[SpiDevice.MOST_BYTES];
  private final byte[] zeros = new byte[SpiDevice.MOST_BYTES];

  LinuxSpi(SpiProvider provider, SpiConfig config, Path folder) {
    super(provider, config);
    if (isSet(config.readLsbFirst()) || isSet(config.writeLsbFirst())) {
      throw new IOException(
          "SPI" + config.bus().getBus() + ": a Raspberry Pi sends the most significant bit first only");
    }
    device = new SpiDevice(folder, config.bus().getBus(), config.channel(), config.mode().getMode(), config.baud());
  }

  private static boolean isSet(Integer flag) {
    return flag != null && flag != 0;
  }

  @Override
  public Spi shutdownInternal(Context context) throws ShutdownException {
    close();
    return super.shutdownInternal(context);
  }

  @Override
  public void open() {
    device.open();
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
  public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int count) {
    return device.transfer(write, writeOffset, read, readOffset, count);
  }

  /// Pi4J's own way ignores the write offset and fails on direct buffers.
  @Override
  public int transfer(ByteBuffer write, int writeOffset, ByteBuffer read, int readOffset, int count) {
    if (count > SpiDevice.MOST_BYTES) {
      return -Errno.EMSGSIZE;
    }
    byte[] bytes = new byte[Math.max(count, 0)];
    write.get(writeOffset, bytes);
    int result = device.transfer(bytes, 0, bytes, 0, count);
    if (result > 0) {
      read.put(readOffset, bytes);
    }
    return result;
  }

  @Override
  public int read() {
    int result = device.transfer(zeros, 0, one, 0, 1);
    return result < 0 ? result : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    return device.transfer(zeros, 0, buffer, offset, count);
  }

  @Override
  public int write(byte value) {
    one[0] = value;
    return device.transfer(one, 0, ignored, 0, 1);
  }

  @Override
  public int write(byte[] buffer, int offset, int count) {
    return device.transfer(buffer, offset, ignored, 0, count);
  }
}

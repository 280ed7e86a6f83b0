package io.plumbline.bar.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// An open serial device. One thread reads and writes; any may close it, which ends what the other waits for.
final class SerialLine implements AutoCloseable {
  /// Of no meaning to a USB cable.
  private static final int BAUD = 115_200;
  private static final int READ_LIMIT_MS = 200;

  private final SerialPort port;
  private final ScheduledExecutorService watch;
  private final Duration writeLimit;

  private SerialLine(SerialPort port, ScheduledExecutorService watch, Duration writeLimit) {
    this.port = port;
    this.watch = watch;
    this.writeLimit = writeLimit;
  }

  /// Opens a device in raw mode.
  ///
  /// @param watch      closes it where a write takes longer than `writeLimit`: jSerialComm's waits for ever for a far end that does not read
  /// @throws IOException where it cannot be, with one line that says why
  static SerialLine open(String device, ScheduledExecutorService watch, Duration writeLimit) throws IOException {
    Path path = Path.of(device);
    if (!Files.exists(path)) {
      throw new IOException("there is no such device: hardware/raspberry-pi.md says how a Pi gets one");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw new IOException("no permission: the bar's account must be in its group (mostly dialout)");
    }
    try {
      SerialPort port = SerialPort.getCommPort(device);
      port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_LIMIT_MS, 0);
      if (!port.openPort()) {
        throw new IOException("cannot be opened (error " + port.getLastErrorCode() + "): does another program use it?");
      }
      return new SerialLine(port, watch, writeLimit);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("is no serial device", e);
    } catch (LinkageError e) {
      throw new IOException(
          "the library for serial ports does not load (" + e.getMessage() + "): is /tmp without permission to execute?",
          e);
    }
  }

  /// Reads what is there, or waits a little for it.
  ///
  /// @return how many bytes, 0 where none came
  /// @throws IOException where the far end is gone
  int read(byte[] buffer) throws IOException {
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw new IOException("the line was cut");
    }
    return count;
  }

  void write(byte[] frame) throws IOException {
    ScheduledFuture<?> limit = watch.schedule(port::closePort, writeLimit.toMillis(), TimeUnit.MILLISECONDS);
    int written = port.writeBytes(frame, frame.length);
    if (!limit.cancel(false)) {
      throw new IOException("the far end took nothing for " + writeLimit.toSeconds() + " s");
    }
    // 0 and not −1 where a pseudo terminal's other end is gone.
    if (written != frame.length) {
      throw new IOException("the line was cut");
    }
  }

  @Override
  public void close() {
    port.closePort();
  }
}

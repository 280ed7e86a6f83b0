package io.plumbline.daemon.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A serial port of this computer.
public final class SerialLine implements Line, AutoCloseable {
  /// Of no meaning to a USB cable.
  private static final int BAUD = 115_200;
  private static final int READ_LIMIT_MS = 200;
  private static final int WRITE_LIMIT_MS = 5000;

  private final SerialPort port;
  private final ScheduledExecutorService watch = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("serial-watch").daemon(true).factory());

  private SerialLine(SerialPort port) {
    this.port = port;
  }

  /// The ports that there are, each a line for a person.
  public static List<String> ports() {
    return Arrays.stream(SerialPort.getCommPorts())
        .map(port -> port.getSystemPortPath() + "  " + port.getPortDescription())
        .sorted().toList();
  }

  /// Opens a port in raw mode.
  ///
  /// @param name as `/dev/ttyACM0`, `COM3`
  /// @throws SyncException where it cannot be, with one line that says why and what would help
  public static SerialLine open(String name) throws SyncException {
    if (name.startsWith("/")) {
      requireAccess(name);
    }
    try {
      SerialPort port = SerialPort.getCommPort(name);
      port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_LIMIT_MS, 0);
      if (!port.openPort()) {
        throw new SyncException(name + " cannot be opened (error " + port.getLastErrorCode()
            + "): is it a serial port, and has no other program got it? ModemManager looks at a new one for some seconds");
      }
      return new SerialLine(port);
    } catch (SerialPortInvalidPortException e) {
      throw new SyncException(name + " is no serial port of this computer: " + choice(), e);
    } catch (LinkageError e) {
      throw new SyncException("the library for serial ports does not load (" + e.getMessage()
          + "): is the folder for temporary files without permission to execute?", e);
    }
  }

  private static void requireAccess(String name) throws SyncException {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new SyncException("there is no " + name + ": " + choice());
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      String group;
      try {
        group = Files.readAttributes(path, PosixFileAttributes.class).group().getName();
      } catch (IOException | UnsupportedOperationException e) {
        group = "dialout";
      }
      throw new SyncException("no permission for " + name + ", which is for the group " + group + ": sudo usermod -aG "
          + group + " $USER, then log in again");
    }
  }

  private static String choice() {
    List<String> ports = ports();
    return ports.isEmpty()
        ? "this computer has no serial port now; is the cable one for data, and the bar on?"
        : "there are " + String.join(", ", ports.stream().map(port -> port.split(" ", 2)[0]).toList());
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw new IOException("the line was cut");
    }
    return count;
  }

  @Override
  public void write(byte[] frame) throws IOException {
    // jSerialComm waits for ever for a far end that does not read; only closing ends that.
    ScheduledFuture<?> limit = watch.schedule(port::closePort, WRITE_LIMIT_MS, TimeUnit.MILLISECONDS);
    int written = port.writeBytes(frame, frame.length);
    if (!limit.cancel(false)) {
      throw new IOException("the far end took nothing for " + WRITE_LIMIT_MS / 1000 + " s");
    }
    if (written != frame.length) {
      throw new IOException("the line was cut");
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    port.closePort();
  }
}

package io.plumbline.virtualchips.qemu;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;

/// Speaks through a serial port with a program at the other end that sends back each byte with all its bits turned. Its last line begins with
/// `RESULT` and ends with `0 failed` where all is well.
public final class UartProbe {
  private static final int BAUD = 921_600;
  private static final int VALUES = 256;
  private static final int ROUNDS = 16;
  /// A limit, not a wait: an emulated computer may stand still for seconds.
  private static final int LIMIT_MS = 60_000;

  private UartProbe() {}

  /// Exit status 0 where every byte came back as it should.
  ///
  /// @param arguments the port, as `/dev/ttyAMA0`
  public static void main(String[] arguments) {
    SerialPort port = SerialPort.getCommPort(arguments[0]);
    port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, LIMIT_MS, LIMIT_MS);
    if (!port.openPort()) {
      System.out.println("RESULT " + arguments[0] + " does not open: error " + port.getLastErrorCode() + ": 1 failed");
      System.exit(1);
    }
    int failed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (!exchange(port, round)) {
        failed++;
      }
    }
    System.out.println("RESULT " + arguments[0] + " at " + port.getBaudRate() + " baud: " + (ROUNDS - failed) + " of "
        + ROUNDS + " messages with all " + VALUES + " values came back, " + failed + " failed");
    port.closePort();
    System.exit(failed == 0 ? 0 : 1);
  }

  private static boolean exchange(SerialPort port, int round) {
    byte[] sent = new byte[VALUES];
    byte[] wanted = new byte[VALUES];
    for (int i = 0; i < VALUES; i++) {
      sent[i] = (byte) (i * 5 + round);
      wanted[i] = (byte) ~sent[i];
    }
    int written = port.writeBytes(sent, sent.length);
    byte[] back = new byte[VALUES];
    int read = port.readBytes(back, back.length);
    boolean whole = written == VALUES && read == VALUES && Arrays.equals(back, wanted);
    if (!whole) {
      System.out.println("FAIL message " + round + ": " + written + " bytes written, " + read + " read, "
          + Arrays.mismatch(back, wanted) + " of them right");
    }
    return whole;
  }
}

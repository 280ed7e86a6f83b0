package io.plumbline.virtualchips.feed;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.Objects;

/// Just enough of a host to set the chips up and read them, in bytes.
final class Host {
  static final long MS = 1_000_000;
  private static final int BUS_HZ = 8_000_000;

  final Board board;
  private final ManualClock clock;
  private final byte[] frame = new byte[2100];

  Host(Board board, ManualClock clock) {
    this.board = board;
    this.clock = clock;
  }

  SpiChip imu(boolean left) {
    return Objects.requireNonNull(left
        ? board.spi(Wiring.LEFT_IMU_BUS, Wiring.LEFT_IMU_SELECT)
        : board.spi(Wiring.RIGHT_IMU_BUS, Wiring.RIGHT_IMU_SELECT));
  }

  SpiChip adc() {
    return Objects.requireNonNull(board.spi(Wiring.ADC_BUS, Wiring.ADC_SELECT));
  }

  I2cChip i2c(int address) {
    return Objects.requireNonNull(board.i2c(Wiring.I2C_BUS, address));
  }

  EdgeLine line(int number) {
    return Objects.requireNonNull(board.input(number));
  }

  void write(SpiChip chip, int register, int value) {
    frame[0] = (byte) register;
    frame[1] = (byte) value;
    chip.exchange(frame, 0, frame, 0, 2, 0, BUS_HZ);
  }

  void read(SpiChip chip, int register, byte[] into) {
    frame[0] = (byte) (0x80 | register);
    chip.exchange(frame, 0, frame, 0, into.length + 1, 0, BUS_HZ);
    System.arraycopy(frame, 1, into, 0, into.length);
  }

  /// 20-bit packets, an edge a sample.
  void startImu(SpiChip chip) {
    write(chip, 0x4C, 0x73);
    write(chip, 0x64, 0);
    write(chip, 0x60, 1);
    write(chip, 0x5F, 0x57);
    write(chip, 0x16, 0x40);
    write(chip, 0x65, 0x08);
    write(chip, 0x4E, 0x0F);
  }

  /// All channels, 1 kHz, gain 32.
  void startAdc() {
    adcFrame(0x6180, 0x0F16);
    adcFrame(0x6200, 0x5555);
  }

  void adcFrame(int... words) {
    java.util.Arrays.fill(frame, 0, 18, (byte) 0);
    for (int i = 0; i < words.length; i++) {
      frame[3 * i] = (byte) (words[i] >> 8);
      frame[3 * i + 1] = (byte) words[i];
    }
    adc().exchange(frame, 0, frame, 0, 18, 1, BUS_HZ);
  }

  /// Code of the frame that was read last.
  int code(int channel) {
    int at = 3 * channel + 3;
    return (frame[at] << 24 | (frame[at + 1] & 0xFF) << 16 | (frame[at + 2] & 0xFF) << 8) >> 8;
  }

  /// Count of a 20-bit packet: accelerometer 0 to 2, gyroscope 3 to 5.
  static int count20(byte[] packet, int axis) {
    int high = packet[1 + 2 * axis] << 8 | (packet[2 + 2 * axis] & 0xFF);
    int low = axis < 3 ? packet[17 + axis] >> 4 & 0xF : packet[17 + axis - 3] & 0xF;
    return high << 4 | low;
  }

  /// To the next edge of a line.
  ///
  /// @return its time, or `Long.MAX_VALUE` where none is in sight
  long toEdge(int number, EdgeBatch edges) {
    EdgeLine line = line(number);
    long nextNs = line.nextEdgeNs();
    if (nextNs != Long.MAX_VALUE) {
      clock.advanceNs(nextNs - clock.getAsLong());
      edges.clear();
      line.drain(edges);
    }
    return nextNs;
  }
}

package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.FRAME_BYTES;
import static io.plumbline.drivers.ads131m04.Registers.NULL;
import static io.plumbline.drivers.ads131m04.Registers.READ;
import static io.plumbline.drivers.ads131m04.Registers.WRITE;

import io.plumbline.drivers.bus.SpiFrames;

/// Sends commands with their checksum and keeps the frame that came back.
final class Frames {
  private final SpiFrames port;
  private final byte[] out = new byte[FRAME_BYTES];
  private final byte[] in = new byte[FRAME_BYTES];

  Frames(SpiFrames port) {
    this.port = port;
  }

  byte[] in() {
    return in;
  }

  /// Exchanges a command without data. The checksum is sent always: the chip looks at it only where it was told to.
  int send(int command) {
    Decoder.put(out, 0, command);
    Decoder.put(out, 1, Decoder.crc(out, Registers.WORD_BYTES, Decoder.CCITT));
    Decoder.put(out, 2, 0);
    return port.exchange(out, in, FRAME_BYTES);
  }

  int sendNull() {
    return send(NULL);
  }

  int sendRead(int register) {
    return send(READ | register << 7);
  }

  int sendWrite(int register, int value) {
    Decoder.put(out, 0, WRITE | register << 7);
    Decoder.put(out, 1, value);
    Decoder.put(out, 2, Decoder.crc(out, 2 * Registers.WORD_BYTES, Decoder.CCITT));
    return port.exchange(out, in, FRAME_BYTES);
  }
}

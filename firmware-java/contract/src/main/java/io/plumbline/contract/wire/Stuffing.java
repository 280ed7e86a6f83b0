package io.plumbline.contract.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Consistent overhead byte stuffing (Cheshire and Baker 1999, IEEE/ACM Transactions on Networking 7(2), section 3): bytes without a zero, so that a
/// zero always ends a frame.
final class Stuffing {
  private static final int LONGEST_RUN = 0xFF;

  private Stuffing() {}

  /// The stuffed bytes between two zeros.
  static byte[] frame(byte[] body) {
    byte[] frame = new byte[body.length + body.length / (LONGEST_RUN - 1) + 3];
    int code = 1;
    int at = 2;
    for (byte value : body) {
      if (value != 0) {
        frame[at++] = value;
      }
      if (value == 0 || at - code == LONGEST_RUN) {
        frame[code] = (byte) (at - code);
        code = at++;
      }
    }
    frame[code] = (byte) (at - code);
    return Arrays.copyOf(frame, at + 1);
  }

  /// What was stuffed, null where the bytes are none that [#frame] makes.
  static byte @Nullable [] body(byte[] stuffed, int length) {
    byte[] body = new byte[length];
    int size = 0;
    int at = 0;
    while (at < length) {
      int run = stuffed[at++] & 0xFF;
      if (run == 0 || at + run - 1 > length) {
        return null;
      }
      System.arraycopy(stuffed, at, body, size, run - 1);
      size += run - 1;
      at += run - 1;
      if (run < LONGEST_RUN && at < length) {
        body[size++] = 0;
      }
    }
    return Arrays.copyOf(body, size);
  }
}

package io.plumbline.contract.wire;

import io.plumbline.contract.codec.ContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds messages in the bytes of a line: boot messages, half frames and damaged ones are passed over and counted. Memory is bounded by the
/// largest frame. For one thread.
public final class WireReader {
  private final WireCodec codec;
  private final byte[] stuffed = new byte[WireLimits.MOST_FRAME_BYTES];
  private int length;
  private boolean tooLong;
  private long messages;
  private long strayBytes;

  public WireReader(WireCodec codec) {
    this.codec = codec;
  }

  /// Takes what came.
  ///
  /// @return the messages that are complete with it, in order
  public List<WireMessage> take(byte[] bytes, int count) {
    List<WireMessage> complete = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (bytes[i] != 0) {
        if (length < stuffed.length) {
          stuffed[length++] = bytes[i];
        } else {
          tooLong = true;
          strayBytes++;
        }
        continue;
      }
      WireMessage message = length == 0 || tooLong ? null : read();
      if (message == null) {
        strayBytes += length;
      } else {
        messages++;
        complete.add(message);
      }
      length = 0;
      tooLong = false;
    }
    return complete;
  }

  private @Nullable WireMessage read() {
    byte[] body = Stuffing.body(stuffed, length);
    try {
      return body == null ? null : codec.decode(body);
    } catch (ContractException e) {
      // Noise, or an answer for somebody else; whoever waits asks again.
      return null;
    }
  }

  /// Messages found.
  public long messages() {
    return messages;
  }

  /// Bytes that were no message, those of a frame that is not complete yet included.
  public long strayBytes() {
    return strayBytes + length;
  }
}

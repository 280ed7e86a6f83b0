package io.plumbline.blackbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads what [FieldOutput] writes, never beyond its end.
final class FieldInput {
  /// The content is not what it should be.
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException() {
      super("malformed", null, false, false);
    }
  }

  private final ByteBuffer bytes;
  private final int end;
  private int at;

  FieldInput(ByteBuffer bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  boolean isAtEnd() {
    return at == end;
  }

  private int take(long length) throws MalformedException {
    if (length < 0 || length > end - at) {
      throw new MalformedException();
    }
    int from = at;
    at += (int) length;
    return from;
  }

  /// A varint length and so many bytes.
  FieldInput part() throws MalformedException {
    int from = take(varint());
    return new FieldInput(bytes, from, at);
  }

  /// All that is left, as text.
  String rest() {
    byte[] text = new byte[end - at];
    bytes.get(at, text);
    at = end;
    return new String(text, StandardCharsets.UTF_8);
  }

  String text() throws MalformedException {
    return part().rest();
  }

  long varint() throws MalformedException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = bytes.get(take(1));
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException();
  }

  int int32() throws MalformedException {
    return bytes.getInt(take(Integer.BYTES));
  }

  long int64() throws MalformedException {
    return bytes.getLong(take(Long.BYTES));
  }

  double number() throws MalformedException {
    return Double.longBitsToDouble(int64());
  }
}

package io.plumbline.daemon.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// One struct in the compact protocol of Apache Thrift (`thrift-compact-protocol.md`), as far as the headers of Parquet need it. Fields are written in the order of
/// their ids.
final class Thrift {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final Bytes bytes = new Bytes();
  /// Last id of the structs around this one.
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  private void field(int id, int type) {
    // The short form: no field of these headers is more than 15 behind the one before it.
    octet((id - last) << 4 | type);
    last = id;
  }

  private void octet(int value) {
    bytes.put(new byte[]{(byte) value});
  }

  private Thrift zigzag(long value) {
    bytes.varint(value << 1 ^ value >> 63);
    return this;
  }

  private Thrift binary(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.varint(utf8.length).put(utf8);
    return this;
  }

  Thrift bool(int id, boolean value) {
    field(id, value ? TRUE : FALSE);
    return this;
  }

  Thrift i32(int id, int value) {
    field(id, I32);
    return zigzag(value);
  }

  Thrift i64(int id, long value) {
    field(id, I64);
    return zigzag(value);
  }

  Thrift text(int id, String value) {
    field(id, BINARY);
    return binary(value);
  }

  /// Opens a struct; [#end] closes it.
  Thrift struct(int id) {
    field(id, STRUCT);
    return element();
  }

  /// Begins a list of structs, each of which [#element] opens and [#end] closes.
  Thrift list(int id, int size) {
    return list(id, size, STRUCT);
  }

  Thrift integers(int id, int... values) {
    list(id, values.length, I32);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  Thrift texts(int id, String... values) {
    list(id, values.length, BINARY);
    for (String value : values) {
      binary(value);
    }
    return this;
  }

  private Thrift list(int id, int size, int type) {
    field(id, LIST);
    if (size < 15) {
      octet(size << 4 | type);
    } else {
      octet(0xf0 | type);
      bytes.varint(size);
    }
    return this;
  }

  Thrift element() {
    outer.push(last);
    last = 0;
    return this;
  }

  Thrift end() {
    octet(0);
    last = outer.pop();
    return this;
  }

  /// Ends the outermost struct.
  byte[] stop() {
    octet(0);
    return bytes.toByteArray();
  }
}

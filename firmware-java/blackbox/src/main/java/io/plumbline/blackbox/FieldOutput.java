package io.plumbline.blackbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes fields: varint number, varint length, content.
final class FieldOutput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  void field(int number, FieldOutput content) {
    varint(number);
    sized(content.bytes());
  }

  void textField(int number, String text) {
    varint(number);
    text(text);
  }

  void longField(int number, long value) {
    FieldOutput content = new FieldOutput();
    content.int64(value);
    field(number, content);
  }

  void text(String text) {
    sized(text.getBytes(StandardCharsets.UTF_8));
  }

  void sized(byte[] content) {
    varint(content.length);
    out.writeBytes(content);
  }

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void int32(int value) {
    littleEndian(value, Integer.BYTES);
  }

  void int64(long value) {
    littleEndian(value, Long.BYTES);
  }

  void number(double value) {
    int64(Double.doubleToRawLongBits(value));
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}

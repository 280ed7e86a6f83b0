package io.plumbline.blackbox;

/// The first byte of a row: its stream, and which of its parts follow because they are not as predicted.
final class RowHead {
  static final int STREAM_MASK = 0x0F;
  /// The stream's number is in the next byte.
  static final int STREAM_FOLLOWS = 0x0F;
  static final int TIME = 0x10;
  static final int SEQUENCE = 0x20;
  static final int FLAGS = 0x40;
  static final int COUNTS = 0x80;

  private RowHead() {}
}

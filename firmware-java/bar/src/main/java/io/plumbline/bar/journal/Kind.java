package io.plumbline.bar.journal;

import org.jspecify.annotations.Nullable;

/// What a record of a journal is. The number stands in the file and never changes its meaning.
public enum Kind {
  /// First record of a file: bar and journal, each a line.
  HEADER(1),
  /// A rep's summary, as it is published.
  REP(2),
  /// A set's summary.
  SET(3),
  /// A rep's curves, under the rep's sequence number.
  TRACE(4),
  /// The daemon has stored everything up to the sequence number; no content.
  STORED(5);

  private static final Kind[] ALL = values();

  private final byte number;

  Kind(int number) {
    this.number = (byte) number;
  }

  byte number() {
    return number;
  }

  /// The kind of a number, null where there is none.
  static @Nullable Kind of(byte number) {
    return number >= 1 && number <= ALL.length ? ALL[number - 1] : null;
  }

  /// Whether it is something that is published.
  boolean isPublished() {
    return this == REP || this == SET || this == TRACE;
  }
}

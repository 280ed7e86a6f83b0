package io.plumbline.bar.recording;

import java.io.IOException;
import java.io.InputStream;

/// Lines of bytes out of one reused buffer. A line is valid until the next one is asked for. Its length is bounded, so that a stream without
/// line ends costs no more memory than one with them.
final class LineReader {
  /// Longest line that is read, in bytes.
  static final int MAX_LINE_BYTES = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * MAX_LINE_BYTES];
  private int filled;
  private int next;
  private boolean ended;
  /// By how much the last fill moved the buffer's content to the front.
  private int moved;
  private int start;
  private int end;
  private boolean terminated;
  private long lineNumber;

  LineReader(InputStream in) {
    this.in = in;
  }

  /// What [#next] found.
  enum Result {
    LINE,
    END,
    /// A line longer than [#MAX_LINE_BYTES]; nothing more can be read.
    TOO_LONG
  }

  /// Goes to the next line. Its line end (`\n` or `\r\n`) is not part of it.
  Result next() throws IOException {
    start = next;
    int scan = next;
    while (true) {
      while (scan < filled) {
        if (buffer[scan] == '\n') {
          next = scan + 1;
          return line(scan, true);
        }
        scan++;
      }
      if (scan - start > MAX_LINE_BYTES) {
        end = start + MAX_LINE_BYTES;
        lineNumber++;
        return Result.TOO_LONG;
      }
      if (ended || !fill()) {
        next = filled;
        return start == filled ? Result.END : line(filled, false);
      }
      scan -= moved;
    }
  }

  private Result line(int lineEnd, boolean hasLineEnd) {
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    terminated = hasLineEnd;
    lineNumber++;
    return Result.LINE;
  }

  /// Reads more behind the line that has begun, which moves to the front of the buffer where room is short.
  private boolean fill() throws IOException {
    moved = 0;
    if (filled == buffer.length) {
      moved = start;
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      ended = true;
      return false;
    }
    filled += count;
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  /// First byte of the line.
  int start() {
    return start;
  }

  /// Behind the last byte of the line.
  int end() {
    return end;
  }

  /// Whether the line had a line end; only the last one may have none.
  boolean terminated() {
    return terminated;
  }

  /// Number of the line, from 1.
  long lineNumber() {
    return lineNumber;
  }
}

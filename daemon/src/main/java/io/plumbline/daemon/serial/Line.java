package io.plumbline.daemon.serial;

import java.io.IOException;

/// Bytes to and from a bar. For one thread.
public interface Line {
  /// Reads what is there, or waits a moment for it, well under a second.
  ///
  /// @return how many bytes, 0 where none came
  /// @throws IOException where the far end is gone
  int read(byte[] buffer) throws IOException;

  /// Writes all of it.
  ///
  /// @throws IOException where the line does not take it
  void write(byte[] frame) throws IOException;
}

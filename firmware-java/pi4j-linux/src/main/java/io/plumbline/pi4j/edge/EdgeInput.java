package io.plumbline.pi4j.edge;

import com.pi4j.io.gpio.digital.DigitalInput;

/// A digital input that keeps the edges it was asked for until somebody takes them. One thread takes them; taking and waiting allocate
/// nothing. Failures are results below 0 (−errno), never exceptions.
public interface EdgeInput extends DigitalInput {
  /// Moves the edges that wait into a batch, oldest first, as many as fit. Never waits.
  ///
  /// @return how many were added, or −errno
  int drain(EdgeBatch batch);

  /// Waits until an edge can be taken.
  ///
  /// @param timeoutNs at the longest, 0 not at all
  /// @return 1 where one waits, 0 where none came, or −errno
  int await(long timeoutNs);
}

package io.plumbline.virtualchips.wire;

import io.plumbline.pi4j.edge.EdgeBatch;

/// A pin that a chip drives, for a host that wants its active edges. Asked by one thread at a time.
public interface EdgeLine {
  /// Level now.
  boolean isHigh();

  /// Moves the edges up to now into the batch, oldest first, as many as fit.
  ///
  /// @return how many were added
  int drain(EdgeBatch batch);

  /// When the next edge will come that was not drained, ns on the board's clock; in the past where one waits, `Long.MAX_VALUE` where none is
  /// in sight.
  long nextEdgeNs();
}

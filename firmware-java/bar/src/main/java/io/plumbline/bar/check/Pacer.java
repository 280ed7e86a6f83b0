package io.plumbline.bar.check;

/// Says when the next pass is, and waits for it.
public interface Pacer {
  /// Waits for the next pass.
  ///
  /// @return its time on the monotonic clock, ns
  long nextNs();

  /// Now, on the same clock.
  long nowNs();
}

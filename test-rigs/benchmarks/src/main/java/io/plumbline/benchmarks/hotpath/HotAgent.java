package io.plumbline.benchmarks.hotpath;

/// What one thread of the firmware does over and over. One thread calls it.
interface HotAgent extends AutoCloseable {
  /// One pass of the 1 kHz loop.
  ///
  /// @return samples that went through
  int pass();

  @Override
  void close();
}

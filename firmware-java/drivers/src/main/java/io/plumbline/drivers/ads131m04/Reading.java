package io.plumbline.drivers.ads131m04;

/// What a frame was.
enum Reading {
  /// Nothing to be believed; what was due has been done.
  FAILED,
  /// The result that was read before.
  STALE,
  /// A new result.
  FRESH
}

package io.plumbline.simulator;

/// A value with its first two time derivatives. Mutable, reused from sample to sample.
final class Jet {
  double value;
  double rate;
  double acceleration;
}

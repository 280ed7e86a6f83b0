package io.plumbline.simulator.picture;

import org.jfree.data.Range;

/// The least range that holds all finite numbers it was shown.
final class Span {
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  Span add(double value) {
    if (Double.isFinite(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return this;
  }

  Span addAll(double... values) {
    for (double value : values) {
      add(value);
    }
    return this;
  }

  boolean isEmpty() {
    return least > most;
  }

  /// Widened about its middle to `width`, where it is narrower.
  Span atLeast(double width) {
    if (isEmpty()) {
      return addAll(0, width);
    }
    double lack = width - (most - least);
    return lack > 0 ? addAll(least - lack / 2, most + lack / 2) : this;
  }

  /// With room below and above, as shares of its width; not empty.
  Range range(double below, double above) {
    double width = most - least;
    return new Range(least - below * width, most + above * width);
  }
}

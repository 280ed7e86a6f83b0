package io.plumbline.core.technique;

/// How a measure changed over a set, SI. Immutable.
///
/// @param first mean over the first lifted reps
/// @param last  mean over as many of the last ones
public record MeasureChange(Measure measure, double first, double last) {
  /// Last less first.
  public double change() {
    return last - first;
  }
}

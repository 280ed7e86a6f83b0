package io.plumbline.pi4j.linux;

import java.util.List;

/// What became of each wish.
///
/// @param threadId the kernel's number of the thread, for `chrt -p` and `taskset -p`
/// @param steps    in the order in which they were tried
public record RealTimeReport(int threadId, List<Step> steps) {
  /// Takes a copy.
  public RealTimeReport {
    steps = List.copyOf(steps);
  }

  /// Whether everything asked for was granted.
  public boolean isComplete() {
    return steps.stream().allMatch(Step::isGranted);
  }

  /// One wish.
  ///
  /// @param status 0, or −errno of the refusal
  /// @param line   for the log: what is now the case and, where it was refused, how to change that
  public record Step(int status, String line) {
    /// Whether it was granted.
    public boolean isGranted() {
      return status >= 0;
    }
  }
}

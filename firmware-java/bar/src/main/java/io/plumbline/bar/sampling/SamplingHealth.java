package io.plumbline.bar.sampling;

import java.util.List;

/// What the sampling says of itself at a moment.
///
/// @param loop  the loop
/// @param chips each chip, in the order in which they are read
public record SamplingHealth(Loop loop, List<Chip> chips) {
  public SamplingHealth {
    chips = List.copyOf(chips);
  }

  /// The loop; errors of wake-up and work are those since the moment before, NaN where it made no pass.
  public record Loop(double rateHz, long passes, long overruns, long skipped, double wakeErrorP50S,
      double wakeErrorP99S, double wakeErrorP999S, double wakeErrorMaxS, double workP99S, long pipelineDropped,
      long recorderDropped, long recordErrors) {}

  /// One chip; rate and temperature are NaN where they are not known, the complaint is empty while it runs.
  public record Chip(String name, String part, boolean running, String complaint, long samples, long lost,
      long rejected, long crcErrors, long busErrors, long restarts, double rateHz, double temperatureC) {}

  /// What is wrong with each chip that gives no samples.
  public List<String> complaints() {
    return chips.stream().filter(chip -> !chip.running).map(chip -> chip.name + ": " + chip.complaint).toList();
  }
}

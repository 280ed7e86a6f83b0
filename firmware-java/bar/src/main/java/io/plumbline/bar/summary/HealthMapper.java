package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.RATE;
import static io.plumbline.bar.summary.Rounding.WAKE;
import static io.plumbline.bar.summary.Rounding.orNull;

import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Quality;
import org.jspecify.annotations.Nullable;

/// What the sampling says of itself as the contract has it.
final class HealthMapper {
  private HealthMapper() {}

  static Quality.Loop loop(SamplingHealth.Loop loop) {
    return new Quality.Loop(loop.rateHz(), loop.passes(), loop.overruns(), loop.skipped(),
        orNull(WAKE, loop.wakeErrorP50S()), orNull(WAKE, loop.wakeErrorP99S()), orNull(WAKE, loop.wakeErrorP999S()),
        orNull(WAKE, loop.wakeErrorMaxS()), orNull(WAKE, loop.workP99S()), loop.pipelineDropped(),
        loop.recorderDropped(), loop.recordErrors());
  }

  static Quality.Chip chip(SamplingHealth.Chip chip) {
    return new Quality.Chip(chip.name(), chip.part(), chip.running(),
        complaint(chip.complaint()), chip.samples(), chip.lost(), chip.rejected(),
        chip.crcErrors(), chip.busErrors(), chip.restarts(), orNull(RATE, chip.rateHz()),
        orNull(RATE, chip.temperatureC()));
  }

  /// Null without one; a long one is cut, it matters less than that it arrives.
  private static @Nullable String complaint(String text) {
    int longest = Math.min(text.length(), Quality.MAX_COMPLAINT_LENGTH);
    return text.isBlank() ? null : text.substring(0, longest);
  }
}

package io.plumbline.demo;

import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the demo prints of a payload.
final class RepLine {
  private RepLine() {}

  /// One line for a rep or a set, nothing for the rest.
  static Optional<String> of(Payload payload) {
    return switch (payload) {
      case RepSummary rep -> Optional.of(String.format(Locale.ROOT,
          "set %d rep %d  %s  mean %.3f ± %.3f m/s  peak %.3f m/s  ROM %.3f m", rep.setNumber(), rep.repNumber(),
          kilograms(rep.load().totalKg()), rep.velocity().meanConcentricMps(), rep.velocity().meanConcentricSdMps(),
          rep.velocity().peakConcentricMps(), rep.motion().rangeOfMotionM()));
      case SetSummary set -> Optional.of(String.format(Locale.ROOT, "set %d done: %d reps, %s, velocity loss %.3f m/s",
          set.setNumber(), set.completedReps(), kilograms(set.load().totalKg()),
          Optional.ofNullable(set.velocityLossMps()).orElse(0.0)));
      default -> Optional.empty();
    };
  }

  private static String kilograms(@Nullable Double kg) {
    return kg == null ? "load not known" : String.format(Locale.ROOT, "%.1f kg", kg);
  }
}

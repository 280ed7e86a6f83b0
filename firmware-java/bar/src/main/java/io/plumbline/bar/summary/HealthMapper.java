package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.PERCENT;
import static io.plumbline.bar.summary.Rounding.RATE;
import static io.plumbline.bar.summary.Rounding.WAKE;
import static io.plumbline.bar.summary.Rounding.orNull;
import static io.plumbline.bar.summary.Rounding.to;

import io.plumbline.bar.health.Condition;
import io.plumbline.bar.health.Health;
import io.plumbline.bar.health.Signs;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Bounds;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import org.jspecify.annotations.Nullable;

/// What the sampling says of itself as the contract has it.
final class HealthMapper {
  private static final double S_PER_NS = 1e-9;

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

  /// Null where nobody watches.
  static Quality.@Nullable Board board(@Nullable Health health) {
    if (health == null) {
      return null;
    }
    Signs.Board board = health.signs().board();
    return new Quality.Board(orNull(PERCENT, board.temperatureC()),
        board.throttled() < 0 ? null : Integer.valueOf(board.throttled()),
        board.diskFreeBytes() < 0 ? null : Long.valueOf(board.diskFreeBytes()));
  }

  /// Null where nobody watches.
  static Quality.@Nullable Link link(@Nullable Health health) {
    Signs.Link link = health == null ? null : health.signs().link();
    if (health == null || link == null) {
      return null;
    }
    long waiting = health.signs().storage().waiting();
    return new Quality.Link(link.connected(), to(PERCENT, Math.max(0, health.timeNs() - link.sinceNs()) * S_PER_NS),
        link.connections(), link.failures(), waiting < 0 ? null : Long.valueOf(waiting));
  }

  static State.Health of(Condition condition) {
    return switch (condition) {
      case STARTING -> State.Health.STARTING;
      case SELF_TEST -> State.Health.SELF_TEST;
      case CALIBRATING -> State.Health.CALIBRATING;
      case READY -> State.Health.OK;
      case DEGRADED -> State.Health.DEGRADED;
      case FAULT -> State.Health.FAULT;
    };
  }

  /// Whole percent, so that a state is told for a change that matters.
  static @Nullable Double battery(@Nullable Health health) {
    return health == null ? null : orNull(1, health.signs().board().batteryPercent());
  }

  /// As the contract takes it: null for nothing, without line ends, not too long.
  static @Nullable String sentence(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    int longest = Math.min(line.length(), Bounds.DEFAULT_LENGTH);
    return line.isEmpty() ? null : line.substring(0, longest);
  }

  /// Null without one; a long one is cut, it matters less than that it arrives.
  private static @Nullable String complaint(String text) {
    int longest = Math.min(text.length(), Quality.MAX_COMPLAINT_LENGTH);
    return text.isBlank() ? null : text.substring(0, longest);
  }
}

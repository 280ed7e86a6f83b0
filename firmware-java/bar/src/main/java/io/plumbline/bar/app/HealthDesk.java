package io.plumbline.bar.app;

import io.plumbline.bar.health.Condition;
import io.plumbline.bar.health.Health;
import io.plumbline.bar.health.HealthMachine;
import io.plumbline.bar.health.Liveness;
import io.plumbline.bar.health.Problem;
import io.plumbline.bar.health.ServiceReports;
import io.plumbline.bar.health.Signs;
import io.plumbline.bar.health.Verdict;
import io.plumbline.bar.journal.Journal;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gathers the signs of a bar with chips four times a second, has them judged, and tells a person and the service manager what has changed. On
/// the thread that takes the frames: where that hangs, nobody gives a sign of life.
final class HealthDesk {
  private static final long PERIOD_NS = 250_000_000L;
  /// A pause of the whole computer is shorter, and a watchdog longer.
  private static final long PATIENCE_NS = 2_000_000_000L;

  private final List<ChipDriver> drivers;
  private final Sampling sampling;
  private final Supplier<Signs.Board> board;
  private final ServiceReports service;
  private final Consumer<String> tell;
  private final HealthMachine machine;
  private final Liveness liveness = new Liveness(PATIENCE_NS);
  private Verdict told = new Verdict(Condition.STARTING, List.of(), "");
  private @Nullable Companions companions;
  private @Nullable Health latest;
  private long frames;
  private long nextNs;

  /// @param selfTest whether the chips are to test themselves at the start
  /// @param board    how the computer is
  /// @param service  told what a service tells its manager
  /// @param tell     told one line a change
  HealthDesk(ChipRack rack, Sampling sampling, boolean selfTest, Supplier<Signs.Board> board, ServiceReports service,
      Consumer<String> tell) {
    this.drivers = rack.drivers();
    this.sampling = sampling;
    this.board = board;
    this.service = service;
    this.tell = tell;
    this.machine = new HealthMachine(selfTest);
  }

  void accompany(Companions beside) {
    companions = beside;
  }

  /// A frame goes to the pipeline.
  void onFrame() {
    frames++;
  }

  /// What was seen last, null before the first look.
  @Nullable
  Health latest() {
    return latest;
  }

  /// Looks where it is time to.
  void look(long nowNs) {
    if (latest == null || nowNs - nextNs >= 0) {
      nextNs = nowNs + PERIOD_NS;
      judge("", nowNs);
    }
  }

  /// Nothing more will be read.
  ///
  /// @param failure why, where nobody asked for it; null where somebody did
  void end(@Nullable Throwable failure, long nowNs) {
    if (failure != null) {
      judge(failure.toString(), nowNs);
    }
    service.stop();
  }

  private void judge(String failure, long nowNs) {
    Signs signs = signs(failure);
    Verdict verdict = machine.look(signs, nowNs);
    if (machine.takeTestWish()) {
      // One that is not there now would test itself whenever it comes.
      drivers.stream().filter(driver -> driver.state() == ChipState.RUNNING).forEach(ChipDriver::requestSelfTest);
    }
    latest = new Health(verdict, signs, nowNs);
    tellChanges(verdict);
    service.look(verdict, liveness.look(signs, nowNs), nowNs);
  }

  private void tellChanges(Verdict now) {
    boolean any = false;
    for (Problem problem : now.problems()) {
      if (!isAmong(told, problem)) {
        tell.accept("health: " + now.condition().word() + ": " + problem.reason() + "; " + problem.mend());
        any = true;
      }
    }
    for (Problem problem : told.problems()) {
      if (!isAmong(now, problem)) {
        tell.accept("health: " + now.condition().word() + ", no more: " + problem.reason());
        any = true;
      }
    }
    if (!any && now.condition().isStarted()
        && (now.condition() != told.condition() || (!now.note().isEmpty() && !now.note().equals(told.note())))) {
      tell.accept("health: " + now.condition().word() + (now.note().isEmpty() ? "" : ": " + now.note()));
    }
    told = now;
  }

  private static boolean isAmong(Verdict verdict, Problem problem) {
    return verdict.problems().stream().anyMatch(other -> other.key().equals(problem.key()));
  }

  private Signs signs(String failure) {
    Companions beside = companions;
    Journal journal = beside == null ? null : beside.journal();
    Recorder recorder = sampling.recorder;
    Signs.Storage storage = new Signs.Storage(
        journal == null ? "" : Objects.requireNonNullElse(journal.complaint(), ""),
        journal == null ? -1 : journal.backlog().waiting(), recorder == null ? 0 : recorder.failures(),
        recorder == null ? "" : recorder.lastFailure());
    return new Signs(drivers.stream().map(HealthDesk::chip).toList(), frames,
        beside != null && beside.atRest().getAsBoolean(), new Signs.Loop(sampling.statistics.loops(),
            sampling.statistics.skipped(), sampling.dropped(), failure),
        storage, beside == null ? null : beside.link().now(), board.get());
  }

  private static Signs.Chip chip(ChipDriver driver) {
    ChipCounters counters = driver.counters();
    return new Signs.Chip(driver.stream().name(), driver.stream().kind() == RawStream.Kind.IMU, driver.state(),
        driver.complaint(), counters.get(ChipCounter.SAMPLES), counters.get(ChipCounter.LOST), driver.selfTestResult());
  }
}

package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.command.Answer;
import io.plumbline.bar.command.Athletes;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.command.BetweenFrames;
import io.plumbline.bar.command.CommandMemory;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StopLimits;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Summaries;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Command.Facing;
import io.plumbline.contract.payload.CommandResult.Status;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import io.plumbline.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands change a session on the way, and its black box knows.
class SessionChangeTest {
  private static final long S = 1_000_000_000L;
  private static final String TWO_SETS = """
    purpose = "Two lifters take turns"
    exercise = "deadlift-conventional"
    [[set]]
    rest_before_s = 20
    rest_after_s = 10
    load_kg = 100
    reps = 1
    [[set]]
    rest_before_s = 20
    rest_after_s = 10
    load_kg = 100
    reps = 2
    """;
  /// 2e-6 V/V are some 9 N that the cells do not feel.
  private static final String DRIFTED = "[force]\nzero_ratio = [2e-6, 0.0, -1e-6, 2e-6]\n";

  @TempDir
  private Path folder = Path.of("");

  /// A command, and when it is given.
  private record Plan(long atNs, Command command) {}

  /// Usually lowers the bar over 3 s, all of them.
  private static final class Careful implements Athletes {
    @Override
    public Known find(@Nullable String athlete, Exercise exercise) {
      Baseline usual = new Baseline();
      for (int i = 0; i < 20; i++) {
        RepMeasures rep = new RepMeasures();
        rep.eccentricS = 3 + 0.01 * i;
        usual.learn(rep);
      }
      return new Known() {
        @Override
        public Baseline usual() {
          return usual;
        }

        @Override
        public void begin(Baseline before) {
          // Nobody keeps it.
        }

        @Override
        public void settle() {
          // Nothing to wait for.
        }
      };
    }
  }

  /// Gives the commands while it measures, each from a thread of its own, as the network's.
  private static void play(FrameSource source, Measurement measurement, BarCommands commands, BetweenFrames between,
      Deque<Plan> plans) throws IOException {
    measurement.begin("test");
    SensorFrame frame = new SensorFrame();
    long firstNs = 0;
    int passed = 0;
    CompletableFuture<Answer> ended = new CompletableFuture<>();
    CompletableFuture<Answer> answer = CompletableFuture.completedFuture(Answer.done(""));
    Thread giver = Thread.currentThread();
    while (source.next(frame)) {
      if (between.isHeld(frame.timeNs())) {
        measurement.pass(frame);
        passed++;
      } else {
        measurement.accept(frame);
      }
      between.run(frame);
      firstNs = firstNs == 0 ? frame.timeNs() : firstNs;
      // Time goes on while somebody waits for frames, and for nobody who is still thinking.
      while (!answer.isDone() && giver.getState() == Thread.State.RUNNABLE) {
        between.run();
        Thread.onSpinWait();
      }
      if (answer.isDone()) {
        assertEquals(Status.DONE, answer.join().status(), answer.join()::text);
        if (!plans.isEmpty() && frame.timeNs() - firstNs >= plans.getFirst().atNs) {
          Command command = plans.removeFirst().command;
          CompletableFuture<Answer> next = new CompletableFuture<>();
          giver = Thread.ofPlatform().daemon(true).start(() -> {
            try {
              Answer given = commands.carryOut(command,
                  rest -> Thread.ofPlatform().daemon(true).start(() -> ended.complete(rest.get())));
              // A calibration is answered when it has ended.
              next.complete(given == null ? Answer.done("it has begun") : given);
            } catch (InterruptedException | RuntimeException | Error e) {
              next.completeExceptionally(e);
            }
          });
          answer = next;
        }
      }
    }
    measurement.finish();
    assertTrue(plans.isEmpty() && answer.isDone(), "all commands were given");
    assertEquals(Status.FAILED, ended.join().status(), "it was cancelled");
    assertTrue(passed > 1000, "nothing was measured for some seconds");
  }

  private Path recorded() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().getFirst();
    }
  }

  @Test
  void shouldGiveTheSameBytesWhenCommandsChangedTheSessionOnTheWay() throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.of("two-sets.toml", TWO_SETS, OptionalLong.of(5)), List.of());
    BarConfig config = new BarConfigReader().with("drift", DRIFTED).with("pins", pins.configuration()).read();
    List<Payload> told = new ArrayList<>();
    Deque<Plan> plans = new ArrayDeque<>(List.of(new Plan(5 * S, new Command.Tare("tare-1")),
        new Plan(9 * S, new Command.SetLimits("limits-1", 0.2, null)),
        new Plan(11 * S, new Command.Calibrate("mount-1", "mount", null)),
        new Plan(15 * S, new Command.Calibrate("mount-2", "cancel", null)),
        new Plan(33 * S, new Command.SetContext("context-1", "Mara", Exercise.DEADLIFT_SUMO, 3, Facing.PLUS_Y)),
        new Plan(54 * S, new Command.SetLimits("limits-2", 0.3, 0.4))));
    LiveBar.Session session = new LiveBar.Session("journal-1", null, "Kim", StreamContext.DEFAULT_SET_PAUSE, folder);
    try (LiveBar bar = LiveBar.open(config, pins, session, line -> {}, line -> {})) {
      BetweenFrames between = new BetweenFrames();
      Measurement measurement = new Measurement(bar.context(), told::add, List.of());
      BarCommands commands = new BarCommands(between, measurement, new BarCommands.Reach(bar.fittings(Map.of()),
          new Careful(), new CommandMemory(null, null, config,
              new CalibrationPlace(config, folder.resolve("calibration.toml"), "test"))),
          told::add, new Backlog(), () -> {});
      play(bar.source(), measurement, commands, between, plans);
    }
    List<RepSummary> reps = told.stream().filter(RepSummary.class::isInstance).map(RepSummary.class::cast).toList();
    assertEquals(List.of("Kim", "Mara", "Mara"), reps.stream().map(RepSummary::athlete).toList());
    assertTrue(reps.getLast().findings().stream()
        .anyMatch(finding -> finding.baseline() != null && Math.abs(finding.baseline() - 3.1) < 0.1),
        () -> "the second lifter's baseline is used: " + reps.getLast().findings());

    List<Payload> again = new ArrayList<>();
    try (BlackBoxSource source = BlackBoxSource.open(recorded())) {
      Measurement measurement = new Measurement(source.context(), again::add, List.of());
      measurement.begin("test");
      source.play(measurement, () -> true);
      measurement.finish();
      assertTrue(source.report().isWhole());
    }
    List<byte[]> live = Summaries.encoded(told);
    List<byte[]> replayed = Summaries.encoded(again);
    assertEquals(live.size(), replayed.size());
    for (int i = 0; i < live.size(); i++) {
      assertArrayEquals(live.get(i), replayed.get(i));
    }
  }

  @Test
  void shouldBeReadAsItWasWrittenWhenAllOrNothingIsKnown() throws Exception {
    SessionChange all = new SessionChange(-7, "set-limits", "Kim \"the bar\" \\", Exercise.SQUAT, 5, -1,
        new StopLimits(null, 0.05), null, List.of(2e-6, -1e-300, 0.1 + 0.2, 0.0), true);
    assertEquals(all, SessionChange.of(all.toEvent()));
    SessionChange nothing = new SessionChange(Measurement.NO_FRAME, "start", null, Exercise.UNKNOWN, null, 0, null,
        null,
        null, false);
    assertEquals(nothing, SessionChange.of(nothing.toEvent()));
    assertEquals("before the first sample, start: somebody unknown lifts unknown", nothing.text(0));
  }

  @Test
  void shouldSayWhatToDoWhenANewerBuildHasRecordedTheChange() {
    ConfigException newer = assertThrows(ConfigException.class,
        () -> SessionChange.of(new BlackBoxEvent(0, BlackBoxEvent.CHANGE, "version = 2\nsong = \"x\"\n")));
    assertTrue(String.valueOf(newer.getMessage()).contains("use a newer Plumbline"), newer::getMessage);
  }
}

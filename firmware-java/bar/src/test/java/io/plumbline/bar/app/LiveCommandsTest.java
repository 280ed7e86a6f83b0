package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.command.Athletes;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.command.CommandMemory;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.JournalLimits;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.state.ZeroFile;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Running;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.bar.testing.TestSubscriber;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.PayloadTypes;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Command.Facing;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.CommandResult.Status;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.core.technique.Baseline;
import io.plumbline.simulator.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real client gives commands to a bar of virtual chips over a real broker, while somebody lifts.
class LiveCommandsTest {
  private static final String BAR = "bar-1";
  private static final String ONE_REP = """
    purpose = "One rep after a long rest"
    exercise = "deadlift-conventional"
    [[set]]
    rest_before_s = 25
    rest_after_s = 30
    load_kg = 100
    reps = 1
    """;
  /// 2e-6 V/V are some 9 N that the cells do not feel.
  private static final String DRIFTED = "[force]\nzero_ratio = [2e-6, 0.0, -1e-6, 2e-6]\n";

  @TempDir
  private Path folder = Path.of("");
  private final ContractCodec codec = new ContractCodec();

  /// Holds in the first ascent, and where a rep is told.
  private static final class Pauses implements PayloadSink {
    private final TimedGate gate;
    private boolean lifted;

    Pauses(TimedGate gate) {
      this.gate = gate;
    }

    @Override
    public void emit(Payload payload) {
      boolean rises = payload instanceof State state && state.phase() == Phase.ASCENT && !lifted;
      lifted |= rises;
      if (rises || payload instanceof RepSummary) {
        gate.hold();
      }
    }
  }

  /// Nobody is known; remembers whose turn it was.
  private static final class Turns implements Athletes {
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Known find(@Nullable String athlete, Exercise exercise) {
      return new Known() {
        @Override
        public @Nullable Baseline usual() {
          return null;
        }

        @Override
        public void begin(Baseline before) {
          begun.add(athlete + " " + exercise.id());
        }

        @Override
        public void settle() {
          assertTrue(begun.contains(athlete + " " + exercise.id()));
        }
      };
    }
  }

  private CommandResult ask(TestSubscriber client, Command command) throws Exception {
    String topic = "plumbline/" + BAR + "/cmd/" + PayloadTypes.nameOf(command);
    client.publish(topic, codec.encode(command), false);
    return answer(client, topic);
  }

  private CommandResult answer(TestSubscriber client, String topic) throws Exception {
    return codec.decode(client.await(topic + "/result").text().getBytes(StandardCharsets.UTF_8), CommandResult.class);
  }

  private static void assertRefused(CommandResult result, String why) {
    assertEquals(Status.REFUSED, result.status(), result::toString);
    assertTrue(String.valueOf(result.reason()).contains(why), result::toString);
  }

  private static void assertDone(CommandResult result, String what) {
    assertEquals(Status.DONE, result.status(), result::toString);
    assertTrue(String.valueOf(result.effect()).contains(what), result::toString);
  }

  @Test
  void shouldDoWhatIsSafeAndRefuseTheRestWhenACommandComes() throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.of("one-rep.toml", ONE_REP, OptionalLong.of(5)), List.of());
    List<Boolean> buzzes = Collections.synchronizedList(new ArrayList<>());
    pins.bar().buzzer().watch((high, timeNs) -> buzzes.add(high));
    BarConfig config = new BarConfigReader().with("drift", DRIFTED).with("pins", pins.configuration()).read();
    CommandMemory memory = new CommandMemory(folder, null, config,
        new CalibrationPlace(config, folder.resolve("calibration.toml"), "test"));
    LiveBar.Session session = new LiveBar.Session("journal-1", null, null, StreamContext.DEFAULT_SET_PAUSE, null);
    Turns turns = new Turns();
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    try (TestBroker broker = new TestBroker();
        TestSubscriber client = new TestSubscriber(broker.uri());
        Journal journal = new Journal(folder.resolve("journal"), BAR, "journal-1", JournalLimits.DEFAULT, told::add);
        LiveBar bar = LiveBar.open(config, pins, session, line -> {}, line -> {})) {
      journal.start();
      TimedGate gate = new TimedGate(bar.source(), List.of(5.0));
      Pauses pauses = new Pauses(gate);
      BarProgram program = new BarProgram(gate, bar.context(), LinkConfig.of(broker.uri(), BAR, true),
          LinkListener.SILENT, payload -> {
            bar.cues().emit(payload);
            pauses.emit(payload);
          }, baseline -> {}, journal,
          new BarCommands.Reach(bar.fittings(Map.of("NOTIFY_SOCKET", "/run/notify")), turns, memory), told::add);
      CompletableFuture<BarProgram.Outcome> ended = Running.start(program);
      gate.awaitHeld();
      atRest(client, gate);
      lifting(client, gate);
      betweenSets(client, gate, turns);
      BarProgram.Outcome outcome = ended.get(60, TimeUnit.SECONDS);
      assertEquals(1, outcome.reps());
      assertTrue(buzzes.contains(true), "it beeped");
    }
    CommandMemory next = new CommandMemory(folder, null, config);
    List<String> lines = new ArrayList<>();
    next.open(lines::add, lines::add);
    assertEquals(List.of("restart-1"), next.session().restarts());
    assertEquals("Ada", next.session().athlete());
    assertTrue(lines.getFirst().contains("Ada deadlift-sumo 3 reps"), lines::toString);
    assertEquals(1, next.config().bar().facing());
    assertEquals(Double.valueOf(0.3), Objects.requireNonNull(next.session().limits()).velocityLossMps());
    assertTrue(Math.abs(next.config().force().zeroRatio().getFirst()) < 1e-6,
        () -> "the zero that was set is in force: " + next.config().force().zeroRatio());
  }

  private void atRest(TestSubscriber client, TimedGate gate) throws Exception {
    String tare = "plumbline/" + BAR + "/cmd/tare";
    client.publish(tare, codec.encode(new Command.Tare("tare-1")), false);
    client.publish(tare, "{".getBytes(StandardCharsets.UTF_8), false);
    // What cannot be read is answered at once; it came behind the one that can, which now waits for frames.
    assertEquals(CommandResult.UNREADABLE, answer(client, tare).correlationId());
    gate.release();
    assertDone(answer(client, tare), "taken for a bar on the floor");
    gate.hold();
    gate.awaitHeld();
    assertTrue(Files.readString(new ZeroFile(folder).path()).contains("zero_ratio"));
    assertDone(ask(client, new Command.Identify("identify-1")), "buzzer");
    Command.SetContext mara = new Command.SetContext("context-1", "Mara", Exercise.DEADLIFT_SUMO, 3, Facing.PLUS_Y);
    CommandResult first = ask(client, mara);
    assertDone(first, "Mara lifts deadlift-sumo, 3 reps a set, facing +y");
    assertEquals(first, ask(client, mara), "the same answer to the same id");
    assertRefused(ask(client, new Command.SetLimits("limits-1", 4.0, null)), "velocity_loss_mps must be 0.01 to 1");
    assertRefused(ask(client, new Command.Calibrate("calibrate-1", "load")), "load needs plates_kg");
    assertRefused(ask(client, new Command.Resend("resend-1", "journal-9", 1, 2)), "no journal journal-9");
    gate.release();
    client.await(heard -> heard.topic().endsWith("/state") && heard.text().contains("\"athlete\":\"Mara\"")
        && heard.text().contains("\"planned_reps\":3"));
  }

  private void lifting(TestSubscriber client, TimedGate gate) throws Exception {
    gate.awaitHeld();
    assertRefused(ask(client, new Command.Tare("tare-2")), "the bar moves");
    assertRefused(ask(client, new Command.Restart("restart-0")), "the bar moves");
    assertRefused(ask(client, new Command.Identify("identify-2")), "the bar moves");
    assertRefused(ask(client, new Command.SetContext("context-2", "Ada", null, null, null)), "the bar moves");
    assertDone(ask(client, new Command.SetLimits("limits-2", 0.3, 0.4)), "0.30 m/s");
    gate.release();
    RepSummary rep = codec.decode(
        client.await("plumbline/" + BAR + "/rep").text().getBytes(StandardCharsets.UTF_8), RepSummary.class);
    assertEquals("Mara", rep.athlete());
    assertEquals(Exercise.DEADLIFT_SUMO, rep.exercise());
  }

  private void betweenSets(TestSubscriber client, TimedGate gate, Turns turns) throws Exception {
    gate.awaitHeld();
    assertRefused(ask(client, new Command.Restart("restart-0b")), "a set is open");
    assertDone(ask(client, new Command.Resend("resend-2", "journal-1", 1, 1)), "1 of 1 summaries");
    assertRefused(ask(client, new Command.Calibrate("calibrate-3", "rest")), "a set is open");
    List<String> reps = new ArrayList<>();
    reps.add(client.heard("plumbline/" + BAR + "/rep").getFirst().text());
    reps.add(client.await("plumbline/" + BAR + "/rep").text());
    assertEquals(reps.getFirst(), reps.getLast(), "the same rep once more");
    assertDone(ask(client, new Command.SetContext("context-3", "Ada", null, null, null)), "Ada lifts deadlift-sumo");
    SetSummary set = codec.decode(Objects.requireNonNull(client.heard("plumbline/" + BAR + "/set").isEmpty()
        ? client.await("plumbline/" + BAR + "/set")
        : client.heard("plumbline/" + BAR + "/set").getFirst()).text().getBytes(StandardCharsets.UTF_8),
        SetSummary.class);
    assertEquals(SetSummary.EndReason.CONTEXT_CHANGED, set.endReason());
    assertEquals("Mara", set.athlete());
    assertEquals(List.of("Mara deadlift-sumo", "Ada deadlift-sumo"), turns.begun);
    assertDone(ask(client, new Command.Restart("restart-1")), "starts it again");
  }
}

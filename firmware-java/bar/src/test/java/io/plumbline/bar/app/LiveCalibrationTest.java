package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.Calibration;
import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.calibration.CalibrationReader;
import io.plumbline.bar.command.Athletes;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.command.CommandMemory;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Running;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.bar.testing.TestSubscriber;
import io.plumbline.bar.testing.TestSubscriber.Heard;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.PayloadTypes;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Command.Calibrate;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.CommandResult.Status;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.core.technique.Baseline;
import io.plumbline.virtualchips.feed.BarSpecimen;
import io.plumbline.virtualchips.feed.HandScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real client has a running bar of virtual chips calibrated over a real broker, while a virtual person does what is asked, or does not.
class LiveCalibrationTest {
  private static final String BAR = "bar-1";
  private static final String CALIBRATE = "plumbline/" + BAR + "/cmd/calibrate";
  private static final List<Double> PLATES = List.of(20.0, 60.0, 100.0, 60.0, 20.0, 0.0);
  private static final Map<String, String> NO_MANAGER = Map.of();

  @TempDir
  private Path folder = Path.of("");
  private final ContractCodec codec = new ContractCodec();

  private static final Athletes NOBODY = (athlete, exercise) -> new Athletes.Known() {
    @Override
    public @Nullable Baseline usual() {
      return null;
    }

    @Override
    public void begin(Baseline before) {
      // Nothing is learned here.
    }

    @Override
    public void settle() {
      // Nothing is kept here.
    }
  };

  /// What a test does while the bar runs.
  private interface Visit {
    void pay(TestSubscriber client, TimedGate gate, BarProgram program) throws Exception;
  }

  private Path file() {
    return folder.resolve("calibration.toml");
  }

  private CommandMemory memory(BarConfig config) {
    return new CommandMemory(folder, null, config, new CalibrationPlace(config, file(), "test"));
  }

  private BarProgram.Outcome run(HandScript script, long specimen, List<Double> holdsS, Map<String, String> environment,
      Visit visit) throws Exception {
    TestPins pins = TestPins.handled(script, specimen, specimen);
    BarConfig config = new BarConfigReader().with("pins", pins.configuration()).read();
    LiveBar.Session session = new LiveBar.Session("journal-1", null, null, StreamContext.DEFAULT_SET_PAUSE, null);
    try (TestBroker broker = new TestBroker();
        TestSubscriber client = new TestSubscriber(broker.uri());
        LiveBar bar = LiveBar.open(config, pins, session, line -> {}, line -> {})) {
      TimedGate gate = new TimedGate(bar.source(), holdsS);
      BarProgram program = new BarProgram(gate, bar.context(), LinkConfig.of(broker.uri(), BAR, true),
          LinkListener.SILENT, payload -> {}, baseline -> {}, null,
          new BarCommands.Reach(bar.fittings(environment), NOBODY, memory(config)), line -> {});
      CompletableFuture<BarProgram.Outcome> ended = Running.start(program);
      gate.awaitHeld();
      // Whoever asks before it listens is not heard.
      client.await(heard -> heard.topic().endsWith("/availability") && heard.text().equals("online"));
      visit.pay(client, gate, program);
      BarProgram.Outcome outcome = ended.get(300, TimeUnit.SECONDS);
      assertEquals(List.of(), pins.bar().misuses());
      return outcome;
    }
  }

  private void send(TestSubscriber client, Command command) throws Exception {
    client.publish("plumbline/" + BAR + "/cmd/" + PayloadTypes.nameOf(command), codec.encode(command), false);
  }

  private CommandResult ask(TestSubscriber client, Command command) throws Exception {
    send(client, command);
    return answer(client, command);
  }

  private CommandResult answer(TestSubscriber client, Command command) throws Exception {
    Heard heard = client
        .await("plumbline/" + BAR + "/cmd/" + PayloadTypes.nameOf(command) + "/result");
    CommandResult result = codec.decode(heard.text().getBytes(StandardCharsets.UTF_8), CommandResult.class);
    assertEquals(command.correlationId(), result.correlationId(), result::toString);
    return result;
  }

  /// Waits until somebody is guided.
  private Guidance guidance(TestSubscriber client, Command command) throws Exception {
    Heard heard = client.await(next -> next.text().contains(command.correlationId())
        && (next.topic().endsWith("/guidance") || next.topic().endsWith("/result")));
    assertTrue(heard.topic().endsWith("/guidance"), heard::toString);
    return codec.decode(heard.text().getBytes(StandardCharsets.UTF_8), Guidance.class);
  }

  private static void assertIs(Status status, CommandResult result, String text) {
    assertEquals(status, result.status(), result::toString);
    String said = String.valueOf(status == Status.DONE ? result.effect() : result.reason());
    assertTrue(said.contains(text), result::toString);
  }

  private static <T> T found(Calibration.@Nullable Dated<T> part) {
    return Objects.requireNonNull(part).value();
  }

  @Test
  void shouldKeepWhatIsNearTheTruthAndNothingElseWhenFacesAndLoadAreDone() throws Exception {
    HandScript script = new HandScript(3).hold(12).faces().markAndRoll().rack().hold(16);
    double secondS = script.endS() - 5;
    script.emptyTurns().plates(20, 60, 100, 60, 20, 0).hold(16);
    double thirdS = script.endS() - 5;
    script.emptyTurns().plates(20, 60, 100, 60, 20, 0).hold(3);
    BarProgram.Outcome outcome = run(script, 3, List.of(7.0, secondS, thirdS), NO_MANAGER, (client, gate, program) -> {
      Calibrate faces = new Calibrate("faces-1", "faces");
      send(client, faces);
      assertEquals("faces", guidance(client, faces).step());
      gate.release();
      client.await(heard -> heard.topic().endsWith("/guidance") && heard.text().contains("\"step\":\"mount\""));
      assertIs(Status.DONE, answer(client, faces), "in force from the next start");
      gate.awaitHeld();
      Calibration first = CalibrationReader.read(file());
      assertEquals(16, found(first.units().getFirst().accelerometer()).poses());
      assertEquals(List.of(), first.sides());
      String before = Files.readString(file());
      Calibrate wrong = new Calibrate("load-1", "load", List.of(20.0, 55.0, 100.0, 55.0, 20.0, 0.0));
      send(client, wrong);
      // Commands are served in their order; whether it is still, what was never calibrated may have to see first.
      ask(client, new Command.Identify("identify-1"));
      gate.release();
      Guidance begun = guidance(client, wrong);
      assertEquals(Guidance.Stage.RUNNING, begun.stage());
      assertTrue(String.valueOf(begun.progress()).endsWith(" of 10"), begun::toString);
      assertIs(Status.REFUSED, answer(client, wrong), "left load cells: 55 kg, ");
      assertEquals(before, Files.readString(file()), "the old calibration stays");
      gate.awaitHeld();
      Calibrate load = new Calibrate("load-2", "load", PLATES);
      send(client, load);
      ask(client, new Command.Identify("identify-2"));
      gate.release();
      assertIs(Status.DONE, answer(client, load), "load cells");
      Calibration both = CalibrationReader.read(file());
      assertEquals(first.units().getFirst().accelerometer(), both.units().getFirst().accelerometer(),
          "what was found first is still there");
    });
    assertEquals(0, outcome.reps() + outcome.unmeasured());
    assertEquals(0, outcome.lastSequence());
    Calibration found = CalibrationReader.read(file());
    assertEquals(1, Objects.requireNonNull(found.facing()).direction());
    assertEquals(new BarSpecimen(3).outboardKg(0), found.sides().getFirst().cells().value().outboardKg(), 0.05);
    CalibrationBenchTest.judge(3,
        CalibratedConfig.apply(BarConfigReader.defaults(), found, file().toString(), false));
  }

  @Test
  void shouldRefuseWhatMakesNoSenseAndWhatCannotGoOnBesideWhenABarIsCalibrated() throws Exception {
    HandScript script = new HandScript(1).hold(24).turn(-2, 4).hold(2);
    run(script, 1, List.of(7.0, 17.0, 25.5), NO_MANAGER, (client, gate, program) -> {
      refusals(client);
      Calibrate rest = new Calibrate("rest-1", "rest");
      send(client, rest);
      Guidance begun = guidance(client, rest);
      assertEquals("rest-1", begun.correlationId());
      assertTrue(begun.instruction().getLast().contains("5 s still"), begun::toString);
      send(client, rest);
      assertIs(Status.REFUSED, ask(client, new Command.SetLimits("limits-1", 0.1, null)),
          "the bar is being calibrated: rest");
      assertIs(Status.REFUSED, ask(client, new Command.Tare("tare-1")), "the bar is being calibrated: rest");
      assertIs(Status.REFUSED, ask(client, new Command.Restart("restart-1")), "the bar is being calibrated: rest");
      assertIs(Status.REFUSED, ask(client, new Command.SetContext("context-1", "Ada", null, null, null)),
          "the bar is being calibrated: rest");
      assertIs(Status.REFUSED, ask(client, new Calibrate("mount-0", "mount")), "the bar is being calibrated: rest");
      assertIs(Status.DONE, ask(client, new Command.Identify("identify-1")), "for 5 s");
      gate.release();
      awaitCalibrating(client);
      CommandResult done = answer(client, rest);
      assertIs(Status.DONE, done, "gyroscopes");
      assertEquals(done, ask(client, rest), "the same answer to the same id");
      assertTrue(Files.exists(file()));
      gate.awaitHeld();
      cancelled(client);
      gate.release();
      gate.awaitHeld();
      Calibrate mount = new Calibrate("mount-2", "mount");
      send(client, mount);
      ask(client, new Command.Identify("identify-2"));
      gate.release();
      assertIs(Status.REFUSED, answer(client, mount), "the bar moves");
    });
    assertNull(CalibrationReader.read(file()).units().getFirst().mount(), "what was cancelled is not in it");
  }

  /// Whatever was waited for before.
  private static void awaitCalibrating(TestSubscriber client) throws Exception {
    Predicate<Heard> says = heard -> heard.text().contains("\"health\":\"calibrating\"")
        && heard.text().contains("the bar is being calibrated: rest");
    String topic = "plumbline/" + BAR + "/state";
    if (client.heard(topic).stream().noneMatch(says)) {
      client.await(heard -> heard.topic().equals(topic) && says.test(heard));
    }
  }

  private void refusals(TestSubscriber client) throws Exception {
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-1", "lod")), "there is no step 'lod'");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-2", "cancel")), "no calibration is under way");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-3", "load")), "load needs plates_kg");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-4", "load", List.of())), "load needs plates_kg");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-5", "load", List.of(20.0, 20.0))), "2 different loads");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-6", "load", PLATES)), "do the step faces first");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-7", "rest", PLATES)), "goes with the step load only");
    assertIs(Status.REFUSED, ask(client, new Calibrate("c-8", "zero", PLATES)), "goes with the step load only");
    Calibrate heavy = new Calibrate("c-9", "load", List.of(20.0, 444.0));
    client.publish(CALIBRATE, new String(codec.encode(heavy), StandardCharsets.UTF_8).replace("444.0", "600.0")
        .getBytes(StandardCharsets.UTF_8), false);
    assertIs(Status.REFUSED, answer(client, heavy), "plates_kg must be 0 to 500, but is 600");
    assertFalse(Files.exists(file()));
  }

  private void cancelled(TestSubscriber client) throws Exception {
    Calibrate mount = new Calibrate("mount-1", "mount");
    send(client, mount);
    guidance(client, mount);
    assertIs(Status.DONE, ask(client, new Calibrate("cancel-1", "cancel")), "nothing was written");
    assertIs(Status.FAILED, answer(client, mount), "it was cancelled; it waited for mount");
    client.await(heard -> heard.topic().endsWith("/guidance") && heard.text().contains("\"ended\""));
  }

  @Test
  void shouldEndWithItWhenNothingIsDoneForFiveMinutesOfTheSamples() throws Exception {
    run(new HandScript(2).hold(330), 2, List.of(7.0), NO_MANAGER, (client, gate, program) -> {
      Calibrate mount = new Calibrate("mount-1", "mount");
      send(client, mount);
      guidance(client, mount);
      gate.release();
      assertIs(Status.FAILED, answer(client, mount), "nothing was done for 5 min; it waited for mount (1 of 2)");
    });
    assertFalse(Files.exists(file()));
  }

  @Test
  void shouldAnswerWhenTheProgramEndsMeanwhile() throws Exception {
    run(new HandScript(2).hold(20), 2, List.of(7.0), NO_MANAGER, (client, gate, program) -> {
      Calibrate mount = new Calibrate("mount-1", "mount");
      send(client, mount);
      guidance(client, mount);
      program.close();
      assertIs(Status.FAILED, answer(client, mount), "the program ends");
    });
    assertFalse(Files.exists(file()));
  }

  @Test
  void shouldEndTheProgramAndRememberTheIdWhenAServiceManagerStartsItAgain() throws Exception {
    run(new HandScript(2).hold(600), 2, List.of(7.0), Map.of("NOTIFY_SOCKET", "/run/notify"),
        (client, gate, program) -> {
          Calibrate rest = new Calibrate("rest-1", "rest");
          send(client, rest);
          guidance(client, rest);
          gate.release();
          assertIs(Status.DONE, answer(client, rest), "the program starts again with it");
        });
    BarConfig config = BarConfigReader.defaults();
    CommandMemory next = memory(config);
    next.open(line -> {}, line -> {});
    assertEquals(List.of("rest-1"), next.session().restarts());
    assertNotNull(CalibrationReader.read(file()).units().getFirst().gyroscope());
  }
}

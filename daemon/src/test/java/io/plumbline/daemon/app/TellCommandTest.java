package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.CommandResult.Status;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.daemon.broker.ArtemisBroker;
import io.plumbline.daemon.broker.EmbeddedBroker;
import io.plumbline.daemon.ingest.BrokerAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TellCommandTest {
  private static final String NOBODY = "tcp://127.0.0.1:1";

  @TempDir
  private Path folder = Path.of("");
  private final ContractCodec codec = new ContractCodec();
  private final Out out = new Out();
  private final StringWriter err = new StringWriter();

  /// Knows when the last word of a calibration was printed.
  private static final class Out extends StringWriter {
    private final CompletableFuture<Boolean> shown = new CompletableFuture<>();

    @Override
    public void write(String text, int from, int length) {
      super.write(text, from, length);
      if (text.contains("rolled: good")) {
        shown.complete(true);
      }
    }
  }

  private static void publish(MqttAsyncClient bar, String topic, byte[] payload) {
    try {
      bar.publish(topic, payload, 1, false);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(String... arguments) {
    CommandLine line = DaemonCommand.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "tell";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"bar/1 identify | BAR must be", "bar-1 dance | there is no command 'dance'",
      "bar-1 identify --step zero | --step does not go with identify", "bar-1 set-context | set-context needs one of",
      "bar-1 set-context --exercise jump | --exercise 'jump' is none of",
      "bar-1 set-context --facing up | --facing must be +y or -y",
      "bar-1 set-context --planned-reps 0 | planned_reps must be 1 to 1000",
      "bar-1 set-context --planned-reps x | must be a whole number",
      "bar-1 set-limits --velocity-loss 0.07 | set-limits needs --forward-drift",
      "bar-1 set-limits --velocity-loss much --forward-drift off | --velocity-loss must be a number or off",
      "bar-1 calibrate | calibrate needs --step",
      "bar-1 calibrate --step load --plates 20,x | --plates must be numbers",
      "bar-1 calibrate --step load --plates 20,600 | plates_kg must be 0 to 500, but is 600",
      "bar-1 tare --plates 20 | --plates does not go with tare", "bar-1 resend --journal j --from 3 --to 1 | to",
      "bar-1 tare --id a/b | --id must be",
      "bar-1 tare --wait 0 | --wait must be", "bar-1 tare --broker gym | broker URL",
      "bar-1 | Missing required parameter"})
  void shouldSayInOneLineWhatIsWrongWhenArgumentsMakeNoSense(String arguments, String reason) {
    assertEquals(2, run(arguments.split(" ", -1)), () -> out + "" + err);
    assertTrue(err.toString().contains(reason), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void shouldReadEachCommandWhenAPersonWritesIt() {
    assertEquals(new Command.SetContext("c", "Mara", Exercise.DEADLIFT_SUMO, 5, Command.Facing.MINUS_Y),
        CommandWords.read("set-context", "c", java.util.Map.of("--athlete", "Mara", "--exercise", "deadlift-sumo",
            "--planned-reps", "5", "--facing", "-y")));
    assertEquals(new Command.SetLimits("c", 0.07, null),
        CommandWords.read("set-limits", "c", java.util.Map.of("--velocity-loss", "0.07", "--forward-drift", "off")));
    assertEquals(new Command.Calibrate("c", "load", List.of(20.0, 60.5)),
        CommandWords.read("calibrate", "c", java.util.Map.of("--step", "load", "--plates", "20,60.5")));
    assertEquals(new Command.Restart("c"), CommandWords.read("restart", "c", java.util.Map.of()));
  }

  @Test
  void shouldEndWithOneWhenThereIsNoBroker() {
    assertEquals(1, run("bar-1", "identify", "--broker", NOBODY));
    assertTrue(err.toString().startsWith("daemon tell: broker tcp://127.0.0.1:1: "), err::toString);
  }

  @Test
  void shouldPrintWhatBecameOfItWhenTheBarAnswers() throws Exception {
    try (EmbeddedBroker broker = ArtemisBroker.start(folder, 0)) {
      BlockingQueue<Command> asked = new LinkedBlockingQueue<>();
      String uri = broker.uri();
      MqttAsyncClient bar = new MqttAsyncClient(uri, "bar-" + UUID.randomUUID(), new MemoryPersistence());
      bar.connect().waitForCompletion(10_000);
      bar.subscribe(Topics.everyCommand("bar-1"), 1, (topic, message) -> {
        Command command = codec.decode(message.getPayload(), Command.class);
        asked.add(command);
        boolean tare = command instanceof Command.Tare;
        // Another one's answer comes first.
        for (String id : List.of("somebody-elses", command.correlationId())) {
          bar.publish(topic + "/result", codec.encode(new CommandResult(id, tare ? Status.REFUSED : Status.DONE,
              tare ? "the bar moves" : null, tare ? null : "for 5 s: light of " + id)), 1, false);
        }
      }).waitForCompletion(10_000);
      assertEquals(0, run("bar-1", "identify", "--id", "c-1", "--broker", uri), err::toString);
      assertEquals("done: for 5 s: light of c-1", out.toString().strip());
      assertEquals(1, run("bar-1", "tare", "--broker", uri));
      assertEquals("daemon tell: refused: the bar moves", err.toString().strip());
      assertEquals(2, asked.size());
      assertEquals(1, run("bar-2", "identify", "--wait", "1", "--broker", uri));
      assertTrue(err.toString().contains("no bar bar-2 has been at"), err::toString);
      bar.disconnectForcibly(0, 1000, true);
      bar.close(true);
    }
  }

  private static Guidance guidance(String id, String step, String progress, List<String> lines, String word) {
    return new Guidance(id, lines.isEmpty() ? Guidance.Stage.ENDED : Guidance.Stage.RUNNING, step, progress, lines,
        word.isEmpty() ? null : word, 0);
  }

  @Test
  void shouldShowWhatIsToBeDoneAndCancelWhenABarIsCalibrated() throws Exception {
    try (EmbeddedBroker broker = ArtemisBroker.start(folder, 0)) {
      BlockingQueue<Command> asked = new LinkedBlockingQueue<>();
      BlockingQueue<CompletableFuture<Void>> answering = new LinkedBlockingQueue<>();
      String uri = broker.uri();
      MqttAsyncClient bar = new MqttAsyncClient(uri, "bar-" + UUID.randomUUID(), new MemoryPersistence());
      bar.connect().waitForCompletion(10_000);
      bar.subscribe(Topics.everyCommand("bar-1"), 1, (topic, message) -> {
        Command.Calibrate command = codec.decode(message.getPayload(), Command.Calibrate.class);
        asked.add(command);
        String id = command.correlationId();
        for (Guidance next : command.step().equals("mount")
            ? List.of(guidance("somebody-elses", "rest", "1 of 1", List.of("not for us"), ""),
                guidance(id, "mount", "0 of 2", List.of("picture", "let go for 3 s"), ""),
                guidance(id, "mount", "0 of 2", List.of("picture", "let go for 3 s"), ""),
                guidance(id, "mount", "1 of 2", List.of("picture", "now roll it"), "mark up: good"),
                guidance(id, "mount", "2 of 2", List.of(), "rolled: good"))
            : List.<Guidance>of()) {
          bar.publish(Topics.of("bar-1", Topics.Channel.GUIDANCE), codec.encode(next), 0, false);
        }
        byte[] answer = codec.encode(new CommandResult(id, Status.DONE, null, command.step() + " done"));
        // What a person is told may come behind the answer, which goes at another quality of service.
        answering.add(out.shown.thenRun(() -> publish(bar, topic + "/result", answer)));
      }).waitForCompletion(10_000);
      assertEquals(0, run("bar-1", "calibrate", "--step", "mount", "--broker", uri), err::toString);
      assertEquals(List.of("", "mount:", "picture", "let go for 3 s", "  [mount 1 of 2] mark up: good", "now roll it",
          "  [mount 2 of 2] rolled: good", "done: mount done"), out.toString().lines().toList());
      CalibrationTalk talk = new CalibrationTalk("bar-1", BrokerAddress.parse(uri), new PrintWriter(out, true));
      assertEquals("cancelled: cancel done", talk.cancel());
      assertTrue(answering.stream().noneMatch(CompletableFuture::isCompletedExceptionally));
      asked.remove();
      assertEquals("cancel", ((Command.Calibrate) asked.remove()).step());
      bar.disconnectForcibly(0, 1000, true);
      bar.close(true);
    }
  }
}

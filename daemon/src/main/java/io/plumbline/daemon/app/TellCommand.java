package io.plumbline.daemon.app;

import io.plumbline.contract.Availability;
import io.plumbline.contract.Ids;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.daemon.ingest.BrokerAddress;
import io.plumbline.daemon.ingest.CommandSender;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `daemon tell`: sends a bar a command and prints its answer. It needs a broker, and no daemon.
@CommandLine.Command(name = "tell", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Tells a bar to do something, over its broker, and prints what became of it.",
    "COMMAND is set-context, set-limits, tare, calibrate, identify, resend or restart."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon tell bar-1 identify",
        "  daemon tell bar-1 set-context --athlete Mara --exercise deadlift-sumo --planned-reps 5",
        "  daemon tell bar-1 set-limits --velocity-loss 0.07 --forward-drift off",
        "  daemon tell bar-1 tare --broker tcp://gym.local:1883", "  daemon tell bar-1 calibrate --step zero",
        "  daemon tell bar-1 calibrate --step mount     (says what to do; Ctrl-C cancels)",
        "  daemon tell bar-1 calibrate --step load --plates 20,60,100,60,20,0",
        "  daemon tell bar-1 resend --journal j-7f3a91 --from 39 --to 43"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:done", "1:refused or failed, no answer, or no broker", "2:unusable arguments"})
public final class TellCommand implements Callable<Integer> {
  private static final int NOT_DONE = 1;
  /// Steps of a calibration without a person at the bar.
  private static final Set<String> UNGUIDED = Set.of("zero", CalibrationTalk.CANCEL);

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BAR", description = "Which bar: its id.")
  private String bar = "";

  @Parameters(index = "1", paramLabel = "COMMAND", description = "What to do.")
  private String name = "";

  @Option(names = "--broker", paramLabel = "URL", defaultValue = "tcp://127.0.0.1:1883", description = "Where the bar is: tcp://HOST:PORT or ssl://HOST:PORT. Default: ${DEFAULT-VALUE}.")
  private String broker = "";

  @Option(names = "--broker-ca", paramLabel = "FILE", description = "Certificate of the authority that signed that of the broker (ssl://), as PEM. Default: the authorities that Java knows.")
  private @Nullable Path brokerCa;

  @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "20", description = "Longest wait for the answer; where the bar says what to do, for its next word. Default: ${DEFAULT-VALUE}.")
  private int waitS;

  @Option(names = "--id", paramLabel = "ID", description = "Correlation id: the same one again is answered, and not done twice. Default: a new one.")
  private @Nullable String id;

  @Option(names = "--athlete", paramLabel = "NAME", description = "set-context: who lifts.")
  private @Nullable String athlete;

  @Option(names = "--exercise", paramLabel = "EXERCISE", description = "set-context: what is lifted, as deadlift-conventional.")
  private @Nullable String exercise;

  @Option(names = "--planned-reps", paramLabel = "N", description = "set-context: reps that a set shall have.")
  private @Nullable String plannedReps;

  @Option(names = "--facing", paramLabel = "+y|-y", description = "set-context: the side of the bar frame the lifter faces.")
  private @Nullable String facing;

  @Option(names = "--velocity-loss", paramLabel = "M/S|off", description = "set-limits: loss of velocity at which STOP is told.")
  private @Nullable String velocityLoss;

  @Option(names = "--forward-drift", paramLabel = "M|off", description = "set-limits: forward travel at which STOP is told.")
  private @Nullable String forwardDrift;

  @Option(names = "--step", paramLabel = "STEP", description = "calibrate: zero, or rest, faces, mount, lever, load with somebody at the bar; cancel ends the one under way.")
  private @Nullable String step;

  @Option(names = "--plates", paramLabel = "KG", description = "calibrate --step load: plates on each side, in the order in which you hang them on. Weigh them.")
  private @Nullable String plates;

  @Option(names = "--journal", paramLabel = "ID", description = "resend: which journal.")
  private @Nullable String journal;

  @Option(names = "--from", paramLabel = "N", description = "resend: first sequence number.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "N", description = "resend: last sequence number.")
  private @Nullable String to;

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = line();
    Command command;
    BrokerAddress address;
    try {
      if (!Ids.isId(bar)) {
        throw new IllegalArgumentException("BAR must be 1 to 64 letters, digits, '.', '_' or '-'");
      }
      if (waitS < 1 || waitS > 3600) {
        throw new IllegalArgumentException("--wait must be 1 to 3600, but is " + waitS);
      }
      command = CommandWords.read(name, id == null ? "tell-" + UUID.randomUUID() : id, given());
      BrokerAddress known = BrokerAddress.parse(broker);
      address = brokerCa == null ? known : known.trusting(brokerCa);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
    DaemonLogging.install(false);
    String problem;
    try {
      CommandSender.Reply reply = send(command, address, line.getOut());
      CommandResult result = reply.result();
      if (result != null && result.status() == CommandResult.Status.DONE) {
        line.getOut().println("done: " + (result.effect() == null ? "" : result.effect()));
        line.getOut().flush();
        return 0;
      }
      problem = result == null
          ? noAnswer(reply.present())
          : result.status().name().toLowerCase(Locale.ROOT) + ": " + result.reason();
    } catch (IOException e) {
      problem = String.valueOf(e.getMessage());
    }
    line.getErr().println("daemon tell: " + problem);
    line.getErr().flush();
    return NOT_DONE;
  }

  /// Whoever goes away in the middle of a calibration has ended it.
  private CommandSender.Reply send(Command command, BrokerAddress address, PrintWriter out)
      throws IOException, InterruptedException {
    CommandSender sender = new CommandSender(address);
    Duration limit = Duration.ofSeconds(waitS);
    if (!(command instanceof Command.Calibrate calibrate) || UNGUIDED.contains(calibrate.step())) {
      return sender.send(bar, command, limit);
    }
    CalibrationTalk talk = new CalibrationTalk(bar, address, out);
    Thread onExit = Thread.ofPlatform().name("cancel").unstarted(() -> {
      try {
        out.println(talk.cancel());
        out.flush();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      return sender.send(bar, command, limit, talk);
    } finally {
      release(onExit);
    }
  }

  private static void release(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  private String noAnswer(@Nullable Availability present) {
    String reason = present == null
        ? "no bar " + bar + " has been at " + broker + ": is the id right, and the bar's link.broker this one?"
        : present == Availability.OFFLINE
            ? "it is offline"
            : "it is online, but may not take commands (an older program), or is busy";
    return bar + " gave no answer within " + waitS + " s: " + reason;
  }

  private Map<String, String> given() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "--athlete", athlete);
    put(all, "--exercise", exercise);
    put(all, "--planned-reps", plannedReps);
    put(all, "--facing", facing);
    put(all, "--velocity-loss", velocityLoss);
    put(all, "--forward-drift", forwardDrift);
    put(all, "--step", step);
    put(all, "--plates", plates);
    put(all, "--journal", journal);
    put(all, "--from", from);
    put(all, "--to", to);
    return all;
  }

  private static void put(Map<String, String> all, String option, @Nullable String value) {
    if (value != null) {
      all.put(option, value);
    }
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    return spec.commandLine();
  }
}

package io.plumbline.demo;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.daemon.app.DaemonLogging;
import io.plumbline.daemon.app.DaemonStartException;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.demo.history.DemoHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plumbline demo`: everything in one command, no hardware.
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Simulated sets of deadlifts, measured by the bar's firmware and shown on the daemon's dashboard.",
    "Everything runs in this one process, on this machine only. Ctrl-C stops it."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline demo", "  plumbline demo --sets 1 --http-port 0", "  plumbline demo --speed 4 --pause 40",
        "  plumbline demo --data ./demo-data --history 0"})
public final class DemoCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "8080", description = "Port of the dashboard on 127.0.0.1, 0 for any free one; where it is taken, a free one is used (default: ${DEFAULT-VALUE}).")
  private int httpPort;

  @Option(names = "--sets", paramLabel = "N", defaultValue = "0", description = "Stop after so many sets; 0: go on until Ctrl-C (default: ${DEFAULT-VALUE}).")
  private int sets;

  @Option(names = "--pause", paramLabel = "S", defaultValue = "20", description = "Seconds between sets (default: ${DEFAULT-VALUE}).")
  private double pauseS;

  @Option(names = "--speed", paramLabel = "FACTOR", defaultValue = "1", description = "How many times faster than real time (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed gives the same lifts (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--data", paramLabel = "FOLDER", description = "Where to keep broker and database; without it they are deleted at the end.")
  private @Nullable Path data;

  @Option(names = "--history", paramLabel = "WEEKS", defaultValue = "12", description = "Weeks of simulated training that three athletes have behind them, 0 to 52 (default: ${DEFAULT-VALUE}).")
  private int historyWeeks;

  private final AtomicLong reps = new AtomicLong();

  @Override
  public Integer call() throws IOException {
    require(httpPort >= 0 && httpPort <= MAX_PORT, "--http-port must be 0 to " + MAX_PORT + ", but is " + httpPort);
    require(sets >= 0, "--sets must be at least 0, but is " + sets);
    require(pauseS >= 10 && pauseS <= 3600, "--pause must be 10 to 3600 s, but is " + pauseS);
    require(speed > 0 && speed <= 1000, "--speed must be above 0 and at most 1000, but is " + speed);
    require(historyWeeks >= 0 && historyWeeks <= 52, "--history must be 0 to 52 weeks, but is " + historyWeeks);
    DaemonLogging.install(false);
    PrintWriter out = spec.commandLine().getOut();
    DemoFolder folder = data == null ? DemoFolder.temporary() : DemoFolder.kept(data);
    Demo demo;
    try {
      tellPast(folder, out);
      String athlete = historyWeeks == 0 ? "Demo" : DemoHistory.LIVE_ATHLETE;
      demo = new Demo(folder.path(), free(httpPort, out), new Demo.Session(sets, pauseS, speed, seed, athlete),
          payload -> show(payload, out));
    } catch (DaemonStartException | StoreException e) {
      folder.discard();
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return run(demo, folder, out);
  }

  private void tellPast(DemoFolder folder, PrintWriter out) throws StoreException, IOException {
    if (historyWeeks > 0) {
      Files.createDirectories(folder.path());
      DemoHistory.Stored stored = DemoHistory.fill(folder.path(), historyWeeks, InstantSource.system());
      if (stored.reps() > 0) {
        say(out,
            "Simulated past: " + counted(stored.athletes(), "athlete") + ", " + counted(stored.weeks(), "week") + ", "
                + counted(stored.reps(), "rep") + ".");
      }
    }
  }

  private int run(Demo demo, DemoFolder folder, PrintWriter out) throws IOException {
    Thread onExit = Thread.ofPlatform().name("stop-demo").unstarted(() -> {
      end(demo, folder);
      say(out, "Stopped after " + counted(reps.get(), "rep") + ". " + folder.fate());
    });
    try {
      Runtime.getRuntime().addShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // Asked to end while it started.
      end(demo, folder);
      return CommandLine.ExitCode.OK;
    }
    say(out, "Dashboard: " + demo.httpUri());
    say(out,
        sets == 0
            ? "Ctrl-C stops. The first rep comes in a few seconds."
            : "Stops after " + counted(sets, "set") + ".");
    BarProgram.Outcome outcome = demo.run();
    if (!release(onExit)) {
      return CommandLine.ExitCode.OK;
    }
    end(demo, folder);
    say(out,
        "Done: " + counted(outcome.reps(), "rep") + " in " + counted(outcome.sets(), "set") + ". " + folder.fate());
    return outcome.isComplete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void end(Demo demo, DemoFolder folder) {
    demo.close();
    folder.discard();
  }

  private void show(Payload payload, PrintWriter out) {
    if (payload instanceof RepSummary) {
      reps.incrementAndGet();
    }
    RepLine.of(payload).ifPresent(line -> say(out, line));
  }

  private static String counted(long many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  /// The wished port, or 0 where somebody else has it.
  private static int free(int port, PrintWriter out) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort() == port ? port : 0;
    } catch (IOException e) {
      say(out, "Port " + port + " is taken: using a free one.");
      return 0;
    }
  }

  /// False where the process is ending already, and the hook with it.
  private static boolean release(Thread onExit) {
    try {
      return Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}

package io.plumbline.daemon.app;

import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.ingest.Intake;
import io.plumbline.daemon.serial.BarSync;
import io.plumbline.daemon.serial.SerialLine;
import io.plumbline.daemon.serial.SyncException;
import io.plumbline.daemon.serial.SyncReport;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon sync`: takes a bar's journal over a cable, then ends.
@Command(name = "sync", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Takes what a bar has measured over a USB cable, for a place without a network.",
    "The bar's settings name its end (link.serial_port). What was committed stays whatever happens; the next run goes on from there.",
    "A daemon that uses the same database may go on running: its dashboard shows the reps when it is loaded again."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon sync", "      lists the serial ports of this computer", "  daemon sync /dev/ttyACM0",
        "      into the database of `daemon`", "  daemon sync /dev/ttyACM0 --data /var/lib/plumbline-daemon",
        "      into that of the installed service; run it as its account: sudo -u plumbline-daemon"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:everything that the bar has is stored", "1:it was interrupted, or the line was cut; run it again",
            "2:no such port, no permission, no bar at its other end, or one of another version"})
final class SyncCommand implements Callable<Integer> {
  private static final String NAME = "daemon sync: ";
  private static final int NOT_DONE = 1;
  private static final int UNUSABLE = 2;
  private static final long LONGEST_END_S = 20;
  private static final int MOST_NAMED = 3;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Parameters(arity = "0..1", paramLabel = "SERIAL_PORT", description = "Where the bar's cable is, as /dev/ttyACM0 or COM3. Without it the ports are listed.")
  private @Nullable String port;

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile boolean stopped;

  @Override
  public Integer call() throws InterruptedException {
    DaemonCommand parent = daemon;
    CommandSpec command = spec;
    if (parent == null || command == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    String name = port;
    if (name == null) {
      return list(out, err);
    }
    Path folder = parent.dataFolder();
    DaemonLogging.install(parent.isVerbose());
    Thread onExit = Thread.ofPlatform().name("stop-sync").unstarted(this::stop);
    Runtime.getRuntime().addShutdownHook(onExit);
    int status = UNUSABLE;
    try {
      DatabaseAddress address = parent.database() == null
          ? DatabaseAddress.inFolder(folder)
          : DatabaseAddress.parse(parent.database());
      status = sync(name, folder, address, out, err);
    } catch (SyncException | DaemonStartException | StoreException | IllegalArgumentException e) {
      status = isEnding() ? NOT_DONE : UNUSABLE;
      err.println(NAME + (isEnding() ? "interrupted" : e.getMessage()));
    } finally {
      out.flush();
      err.flush();
      ended.complete(status);
      release(onExit);
    }
    return status;
  }

  private static int list(PrintWriter out, PrintWriter err) {
    List<String> ports = SerialLine.ports();
    if (ports.isEmpty()) {
      err.println(NAME + "this computer has no serial port now; is the cable one for data, and the bar on?");
      return UNUSABLE;
    }
    ports.forEach(out::println);
    return 0;
  }

  private int sync(String name, Path folder, DatabaseAddress address, PrintWriter out, PrintWriter err)
      throws SyncException, DaemonStartException, StoreException, InterruptedException {
    SyncProgress progress = new SyncProgress(err, System::nanoTime);
    try (SerialLine line = SerialLine.open(name)) {
      BarSync sync = new BarSync(line, name, System::nanoTime, () -> stopped, progress::show);
      String bar = sync.greet();
      if (bar == null) {
        err.println(NAME + "interrupted before a bar answered");
        return NOT_DONE;
      }
      out.println("Bar: " + bar + " on " + name);
      out.println("Database: " + address.shown());
      out.flush();
      IngestCounters counters = new IngestCounters();
      BarSync.End end;
      long startNs = System.nanoTime();
      try (SummaryDatabase database = open(folder, address)) {
        end = sync.run(new Intake(database.store(), counters), database.reader());
      } finally {
        progress.end();
      }
      if (end == BarSync.End.CUT && isEnding()) {
        end = BarSync.End.STOPPED;
      }
      double elapsedS = (System.nanoTime() - startNs) / 1e9;
      out.println(summary(sync.report(), counters.rejected.sum())
          + String.format(Locale.ROOT, "; %.1f kB in %.1f s", sync.report().bytes() / 1e3, elapsedS));
      out.flush();
      String reason = reason(end, name, sync.report().left());
      if (!reason.isEmpty()) {
        err.println(NAME + reason);
      }
      return end == BarSync.End.COMPLETE ? 0 : NOT_DONE;
    }
  }

  /// A daemon that runs keeps its schema; both write, each in transactions of its own.
  static SummaryDatabase open(Path folder, DatabaseAddress address)
      throws DaemonStartException, StoreException {
    try (DataFolder ours = DataFolder.openUnlessUsed(folder)) {
      return ours == null
          ? SummaryDatabase.openBeside(address, InstantSource.system())
          : SummaryDatabase.open(address, InstantSource.system());
    } catch (IOException e) {
      throw new DaemonStartException("data folder " + folder + " cannot be used (" + e.getMessage() + ")", e);
    }
  }

  static String summary(SyncReport report, long rejected) {
    StringBuilder text = new StringBuilder().append(report.stored()).append(" stored, ").append(report.duplicates())
        .append(" already there, ").append(report.conflicts()).append(" kept aside");
    if (rejected > 0) {
      text.append(", ").append(rejected).append(" refused");
    }
    List<String> journals = List.copyOf(report.upTo().keySet()).reversed();
    String separator = "; up to ";
    for (String journal : journals.subList(0, Math.min(MOST_NAMED, journals.size()))) {
      text.append(separator).append("sequence ").append(report.upTo().get(journal)).append(" of journal ")
          .append(journal);
      separator = ", ";
    }
    if (journals.size() > MOST_NAMED) {
      text.append(" and ").append(journals.size() - MOST_NAMED).append(" older ones");
    }
    return text.toString();
  }

  private static String reason(BarSync.End end, String port, long left) {
    String again = "; what is stored stays, run it again for the rest";
    return switch (end) {
      case COMPLETE -> left == 0 ? "" : left + " wait on the bar that it cannot read or this daemon refuses";
      case CUT -> "the bar on " + port + " is gone: the cable was pulled, or its program ended" + again;
      case NOISY -> "what comes over " + port + " is damaged again and again: another cable?" + again;
      case STOPPED -> "interrupted" + again;
    };
  }

  private static void release(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  /// Whether the process is ending. The serial library closes its ports then, which looks like a pulled cable.
  private static boolean isEnding() {
    try {
      Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /// Ctrl-C came. The JVM would end with the number of the signal; whoever asked for the end wants to know what became of the work.
  private void stop() {
    stopped = true;
    try {
      Runtime.getRuntime().halt(ended.get(LONGEST_END_S, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It hangs in a database or a driver: the JVM ends it as it is, between two batches or within one, which is then not committed.
    }
  }
}

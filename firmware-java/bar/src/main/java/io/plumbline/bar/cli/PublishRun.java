package io.plumbline.bar.cli;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Runs the bar program in the foreground: says what it does, and ends it in good order on Ctrl-C.
final class PublishRun {
  private static final long LONGEST_END_S = 30;

  private final String name;
  private final Console console;

  /// @param name of the command, for messages
  PublishRun(String name, Console console) {
    this.name = name;
    this.console = console;
  }

  /// Publishes the source until it ends or the process is asked to.
  ///
  /// @param cues    gets each payload first, on the thread that measures
  /// @param journal keeps what no daemon has stored yet, null where nothing does
  /// @param reach   what commands reach, null where they are refused
  BarProgram.Outcome run(FrameSource source, StreamContext context, LinkConfig link, PayloadSink cues,
      LearnedState learned, @Nullable Journal journal, BarCommands.@Nullable Reach reach) throws IOException {
    PayloadSink watcher = payload -> {
      cues.emit(payload);
      show(payload);
    };
    BarProgram program = new BarProgram(source, context, link, new Told(), watcher, learned::keep, journal,
        reach, this::say);
    Thread onExit = Thread.ofPlatform().name("stop-bar").unstarted(program::close);
    if (!register(onExit)) {
      program.stop();
    }
    try {
      return program.run();
    } finally {
      release(onExit);
    }
  }

  /// @return false where the process is ending already
  private static boolean register(Thread onExit) {
    try {
      Runtime.getRuntime().addShutdownHook(onExit);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static void release(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  /// Does something that the end of the process waits for, as closing a recording after Ctrl-C or SIGTERM; its result is then the exit status.
  /// Begins nothing where the process is ending already.
  int completed(IntSupplier work) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    Thread onExit = Thread.ofPlatform().name("await-end").unstarted(() -> await(done));
    if (!register(onExit)) {
      return ExitStatus.OK;
    }
    try {
      int status = work.getAsInt();
      done.complete(status);
      return status;
    } finally {
      // Where something was thrown, there is nothing left to wait for.
      done.complete(ExitStatus.NOT_DONE);
      release(onExit);
    }
  }

  /// The JVM would end with the number of the signal; whoever asked for the end, a service manager above all, wants to know whether it was a
  /// good one.
  private void await(Future<Integer> done) {
    try {
      int status = done.get(LONGEST_END_S, TimeUnit.SECONDS);
      console.out().flush();
      console.err().flush();
      Runtime.getRuntime().halt(status);
    } catch (TimeoutException e) {
      complain("the bar was not closed in time");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says what became of it.
  ///
  /// @param link  that it had
  /// @param again what to do where something was not sent
  int conclude(BarProgram.Outcome outcome, LinkConfig link, String again) {
    if (outcome.stall() != null) {
      console.err().println(name + ": " + outcome.stall() + "; ended early");
    }
    BarProgram.Kept kept = outcome.kept();
    if (kept != null) {
      return concludeKept(outcome, kept, link.hasBroker());
    }
    String measured = counted(outcome);
    if (!link.hasBroker()) {
      say("measured " + measured + "nothing is kept, without a broker and a journal (--state FOLDER keeps one)");
      return outcome.isComplete() ? ExitStatus.OK : ExitStatus.NOT_DONE;
    }
    long unsent = outcome.link().unsent() + outcome.link().dropped();
    String broker = unsent == 0 && outcome.link().acknowledged() == 0
        ? "nothing was to be sent"
        : unsent == 0
            ? "broker acknowledged all " + outcome.link().acknowledged() + " messages"
            : "broker acknowledged " + outcome.link().acknowledged() + " messages, " + unsent + " were not sent: "
                + again;
    long stored = outcome.link().storedUpTo();
    String daemon = outcome.lastSequence() == 0
        ? ""
        : stored < 0
            ? "; no daemon answered"
            : "; daemon stored up to " + stored + " of " + outcome.lastSequence();
    say("published " + measured + broker + daemon);
    return outcome.isComplete() ? ExitStatus.OK : ExitStatus.NOT_DONE;
  }

  private static String counted(BarProgram.Outcome outcome) {
    return outcome.reps() + (outcome.reps() == 1 ? " rep, " : " reps, ") + outcome.sets()
        + (outcome.sets() == 1 ? " set; " : " sets; ");
  }

  private int concludeKept(BarProgram.Outcome outcome, BarProgram.Kept kept, boolean hasBroker) {
    String daemon = kept.waiting() == 0
        ? outcome.lastSequence() == 0 ? "nothing waits in the journal" : "the daemon has stored them all"
        : kept.waiting() + " summaries wait in the journal for "
            + (hasBroker ? "the daemon, and are sent the next time" : "a cable ('plumbline daemon sync')");
    String lost = kept.lost() == 0 ? "" : "; " + kept.lost() + " were lost: is the disk full?";
    say("measured " + counted(outcome) + daemon + lost);
    return outcome.isComplete() ? ExitStatus.OK : ExitStatus.NOT_DONE;
  }

  private void show(Payload payload) {
    String line = SummaryTable.line(payload);
    if (!line.isEmpty()) {
      say(line);
    }
  }

  void say(String line) {
    console.out().println(line);
    console.out().flush();
  }

  /// Tells what is wrong once, not at each attempt of a night without a network.
  private final class Told implements LinkListener {
    private String told = "";

    @Override
    public void onConnected(String brokerUri) {
      told = "";
      say("connected to " + brokerUri);
    }

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
      String trouble = "broker " + brokerUri + " not reached: " + reason;
      if (!trouble.equals(told)) {
        told = trouble;
        complain(trouble + " (next attempt in " + String.format(Locale.ROOT, "%.1f s", retryIn.toMillis() / 1e3)
            + ", later ones after up to a minute)");
      }
    }

    @Override
    public void onStored(long storedUpTo) {
      // Said once, at the end.
    }
  }

  void complain(String text) {
    console.err().println(name + ": " + text);
    console.err().flush();
  }
}

package io.plumbline.daemon.app;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.Eraser.Requester;
import io.plumbline.daemon.domain.training.Erasure;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.TrainingBooks;
import io.plumbline.daemon.domain.training.TrainingJson;
import io.plumbline.daemon.store.SummaryDatabase;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon forget`: deletes an athlete, and proves it.
@Command(name = "forget", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Deletes everything of an athlete: sets, reps, curves, notes, plans, account. The daemon may run.",
    "Prints how many rows went, and what a search found afterwards. There is no way back, but by a backup."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon forget Ada", "      asks for the name once more",
        "  daemon forget Ada --yes --proof ada-deleted.json",
        "      asks nothing, and keeps the certificate"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:deleted, and nothing is left", "1:deleted, but something is left, which is printed",
            "2:nothing was deleted"})
final class ForgetCommand implements Callable<Integer> {
  private static final int LEFT = 1;
  private static final int UNUSABLE = 2;
  private static final int PAGE = 200;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Parameters(index = "0", paramLabel = "NAME", description = "The athlete's name, or id where two have the same name.")
  private String name = "";

  @Option(names = "--yes", description = "Ask nothing.")
  private boolean yes;

  @Option(names = "--proof", paramLabel = "FILE", description = "Write the certificate there, as JSON; a file that is there stays as it is, and nothing is deleted.")
  private @Nullable Path proof;

  @Override
  public Integer call() {
    DaemonCommand parent = daemon;
    CommandSpec command = spec;
    if (parent == null || command == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    DaemonLogging.install(parent.isVerbose());
    try (SummaryDatabase database = SummaryDatabase.openBeside(parent.existingDatabase(), InstantSource.system())) {
      Kept<Athlete> athlete = find(database.books());
      confirm(athlete.value().name());
      Path file = proof;
      if (file != null) {
        // Before anything is gone: a certificate that cannot be kept is none.
        Files.writeString(file, "", StandardOpenOption.CREATE_NEW);
      }
      Erasure erasure = database.books().eraser().erase(athlete.value().id(), athlete.version(),
          new Requester("console", null, null));
      if (file != null) {
        Files.writeString(file, new TrainingJson().write(erasure) + "\n");
      }
      print(out, erasure);
      return erasure.isComplete() ? 0 : LEFT;
    } catch (IOException e) {
      err.println("daemon forget: " + proof + " cannot be written (" + e.getClass().getSimpleName()
          + "): nothing was deleted; name another file");
      return UNUSABLE;
    } catch (StoreException | RefusedException | IllegalArgumentException e) {
      err.println("daemon forget: " + e.getMessage());
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private Kept<Athlete> find(TrainingBooks books) throws StoreException {
    List<Kept<Athlete>> found = new ArrayList<>();
    Place after = null;
    do {
      Page<Kept<Athlete>> page = books.athletes().athletes(after, PAGE);
      for (Kept<Athlete> kept : page.items()) {
        if (kept.value().id().equals(name)) {
          return kept;
        }
        if (kept.value().name().equals(name)) {
          found.add(kept);
        }
      }
      after = page.next();
    } while (after != null);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new IllegalArgumentException(found.isEmpty()
        ? "there is no athlete '" + name + "': the dashboard's Accounts page and GET /api/athletes list them"
        : "there are " + found.size() + " athletes '" + name + "': give one's id, "
            + String.join(" or ", found.stream().map(kept -> kept.value().id()).toList()));
  }

  private void confirm(String asked) {
    if (yes) {
      return;
    }
    Console console = Objects.requireNonNull(System.console(), "never null since Java 22");
    if (!console.isTerminal()) {
      throw new IllegalArgumentException("asks before it deletes, and nobody is there: give --yes");
    }
    String typed = console.readLine("Everything of %s will be deleted for ever. Type the name to go on: ", asked);
    if (!asked.equals(typed)) {
      throw new IllegalArgumentException("that is not the name: nothing was deleted");
    }
  }

  private static void print(PrintWriter out, Erasure erasure) {
    out.println("Deleted: athlete " + erasure.athleteId() + " at " + erasure.at());
    erasure.deleted().forEach((table, rows) -> out.printf("  %-15s %d%n", table, rows));
    out.println("Taken out of rows of others:");
    erasure.blanked().forEach((table, rows) -> out.printf("  %-15s %d%n", table, rows));
    out.println("Found by a search afterwards:");
    erasure.left().forEach((table, rows) -> out.printf("  %-15s %d%n", table, rows));
    out.println("Bytes: " + erasure.oldBytes());
    out.println("Copies may be elsewhere:");
    erasure.elsewhere().forEach(place -> out.println("  " + place));
  }
}

package io.plumbline.daemon.app;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Importer;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.TrainingJson;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import io.plumbline.daemon.imports.CsvImporter;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon import`: sets that other tools measured.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Takes in the sets of another tool's CSV file. They count for rest, volume and loads; their velocities are kept as a note.",
    "The same file twice stores nothing twice. Where a row cannot be read nothing is stored."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon import openbarbell.csv --athlete Ada --dry-run", "      what would be taken, and nothing stored",
        "  daemon import openbarbell.csv --athlete Ada", "  daemon import log.csv --athlete Ada --mapping columns.json",
        "      columns.json: {\"exercise\":\"Lift\",\"at\":\"Day\",\"load\":\"kg\",\"reps\":\"Reps\",\"date_format\":\"dd.MM.yyyy\",",
        "      \"exercises\":{\"DL\":\"deadlift-conventional\"}}"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:everything that could be read is stored, or was already",
            "2:nothing is stored: the file, a row of it or the athlete is not usable"})
final class ImportCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final long MOST_BYTES = 50_000_000;
  private static final String BY = "local";

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Parameters(paramLabel = "FILE", description = "CSV with a row of names, in UTF-8.")
  private @Nullable Path file;

  @Option(names = "--athlete", paramLabel = "NAME", required = true, description = "Whose sets they are: name or id.")
  private String athlete = "";

  @Option(names = "--dry-run", description = "Show what would be taken, and store nothing.")
  private boolean dryRun;

  @Option(names = "--lenient", description = "Store what can be read where some rows cannot.")
  private boolean lenient;

  @Option(names = "--mapping", paramLabel = "JSON", description = "File that says what the columns are called, where they are not known.")
  private @Nullable Path mapping;

  @Override
  public Integer call() {
    DaemonCommand parent = daemon;
    CommandSpec command = spec;
    Path source = file;
    if (parent == null || command == null || source == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    Path folder = parent.dataFolder();
    DaemonLogging.install(parent.isVerbose());
    try {
      Importer.Columns columns = mapping == null
          ? null
          : new TrainingJson().read(Importer.Columns.class, text(mapping));
      Importer.Request request = new Importer.Request(String.valueOf(source.getFileName()), text(source), dryRun,
          lenient, columns);
      DatabaseAddress address = parent.database() == null
          ? DatabaseAddress.inFolder(folder)
          : DatabaseAddress.parse(parent.database());
      try (SummaryDatabase database = SyncCommand.open(folder, address)) {
        Athlete whose = find(database.books().athletes());
        return tell(out, err, new CsvImporter(database.books().notebook()).take(whose, request, BY));
      }
    } catch (IOException | StoreException | RefusedException | DaemonStartException | IllegalArgumentException e) {
      err.println("daemon import: " + e.getMessage());
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static String text(Path path) throws IOException {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new IOException(path + " is larger than " + MOST_BYTES / 1_000_000 + " MB; split it");
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new IOException(path + " is not in UTF-8; save it as UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + path, e);
    }
  }

  private Athlete find(AthleteBook book) throws StoreException {
    List<Athlete> found = new ArrayList<>();
    Place next = null;
    do {
      Page<Kept<Athlete>> page = book.athletes(next, 200);
      page.items().stream().map(Kept::value).filter(one -> one.id().equals(athlete) || one.name().equals(athlete))
          .forEach(found::add);
      next = page.next();
    } while (next != null);
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.isEmpty()
          ? "there is no athlete '" + athlete + "'; write the name as the dashboard shows it"
          : "there are " + found.size() + " athletes '" + athlete + "'; say the id, as " + found.getFirst().id());
    }
    return found.getFirst();
  }

  private int tell(PrintWriter out, PrintWriter err, Importer.Report report) {
    report.problems().forEach(err::println);
    out.println("Format: " + report.format());
    if (dryRun) {
      report.taken().forEach(lift -> out.println(line(lift)));
    }
    boolean refused = !report.problems().isEmpty() && !lenient;
    out.println(report.taken().size() + " sets read, " + report.stored() + " stored, "
        + report.problems().size() + " rows not readable" + (dryRun ? "; a dry run stores nothing" : ""));
    if (refused && !dryRun) {
      err.println("daemon import: nothing is stored; mend these rows, or say --lenient to leave them out");
    }
    return refused ? UNUSABLE : 0;
  }

  private static String line(UnmeasuredLift lift) {
    return lift.at() + " " + (lift.name() == null ? lift.exercise().id() : lift.name()) + " " + lift.repsPerSet()
        + " reps" + (lift.loadKg() == null ? "" : " with " + lift.loadKg() + " kg");
  }
}

package io.plumbline.bar.cli;

import io.plumbline.bar.blackbox.BlackBoxExport;
import io.plumbline.bar.blackbox.RecordedFrames;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReader;
import io.plumbline.blackbox.BlackBoxReport;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `blackbox export`: raw recordings as one in the exchange format.
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = "Writes a recording in the exchange format (CSV in SI units), which 'plumbline replay' plays.", footerHeading = "%nExamples:%n", footer = {
    "  plumbline blackbox export plumbline-00000042-bar-1.plbb -o session.csv.gz",
    "  plumbline blackbox export plumbline-0000004[2-5]-bar-1.plbb -o evening.csv.gz"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:exported", "1:exported what could be saved of a damaged file",
        "2:nothing was written; one line on standard error says why"})
final class BlackBoxExportCommand implements Callable<Integer> {
  private static final String NAME = "plumbline blackbox export";

  @ParentCommand
  private @Nullable BlackBoxCommand parent;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Black boxes of one recording, in any order.")
  private List<String> files = List.of();

  @Option(names = {"-o",
      "--output"}, required = true, paramLabel = "OUT", description = "What to write: OUT.csv, or OUT.csv.gz to have it packed.")
  private String output = "";

  @Option(names = "--force", description = "Replace OUT where it is there already.")
  private boolean force;

  @Override
  public Integer call() {
    BlackBoxCommand command = Objects.requireNonNull(parent);
    Console console = command.console();
    List<BlackBoxArgument> opened = new ArrayList<>();
    try {
      Path target = target();
      for (String file : files) {
        opened.add(open(file));
      }
      opened.sort(Comparator.comparingLong(file -> file.reader().fileNumber()));
      requireOneRecording(opened);
      return export(command, opened, target);
    } catch (RefusedException e) {
      return BlackBoxFiles.refuse(console, NAME, e.what, BlackBoxArgument.reason(e));
    } finally {
      opened.forEach(BlackBoxExportCommand::closeQuietly);
      console.out().flush();
    }
  }

  /// Nothing will be written. The message is one line: reason and mend.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    final String what;

    RefusedException(String what, String reason) {
      super(reason);
      this.what = what;
    }
  }

  private Path target() throws RefusedException {
    Path target;
    try {
      target = Path.of(output);
    } catch (InvalidPathException e) {
      throw new RefusedException(output, "is no path; check its spelling");
    }
    if (!output.endsWith(".csv") && !output.endsWith(".csv.gz")) {
      throw new RefusedException(output, "must end in .csv or .csv.gz");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new RefusedException(output, "its folder is not there; make it first");
    }
    if (Files.isDirectory(target)) {
      throw new RefusedException(output, "is a directory; name a file in it");
    }
    if (!force && Files.exists(target)) {
      throw new RefusedException(output, "is there already; give another name, or --force to replace it");
    }
    return target;
  }

  private static BlackBoxArgument open(String file) throws RefusedException {
    try {
      return BlackBoxArgument.open(file);
    } catch (BlackBoxArgument.UnusableException e) {
      throw new RefusedException(file, BlackBoxArgument.reason(e));
    }
  }

  private static void requireOneRecording(List<BlackBoxArgument> opened) throws RefusedException {
    BlackBoxArgument first = opened.getFirst();
    for (int i = 1; i < opened.size(); i++) {
      BlackBoxArgument file = opened.get(i);
      if (!file.header().journalId().equals(first.header().journalId())) {
        throw new RefusedException(file.name(), "is of journal " + BlackBoxText.printable(file.header().journalId())
            + ", but " + first.name() + " of " + BlackBoxText.printable(first.header().journalId())
            + "; export them one by one");
      }
      if (file.reader().fileNumber() == opened.get(i - 1).reader().fileNumber()) {
        throw new RefusedException(file.name(), "is the same file as " + opened.get(i - 1).name() + "; name it once");
      }
    }
  }

  private int export(BlackBoxCommand command, List<BlackBoxArgument> opened, Path target) throws RefusedException {
    BlackBoxHeader header = opened.getFirst().header();
    List<BlackBoxReader> readers = opened.stream().map(BlackBoxArgument::reader).toList();
    ProgressLine progress = new ProgressLine(command.console(),
        () -> opened.stream().mapToLong(BlackBoxArgument::bytes).sum(),
        () -> readers.stream().mapToLong(BlackBoxReader::positionBytes).sum());
    long rows;
    try {
      RecordedFrames frames = command.frames().of(header);
      rows = BlackBoxExport.write(readers, header, frames, target, force, progress::tick);
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException(output, "is there already; give another name, or --force to replace it");
    } catch (IllegalArgumentException e) {
      throw new RefusedException(opened.getFirst().name(), BlackBoxArgument.reason(e));
    } catch (IOException e) {
      throw new RefusedException(output, "cannot be written: " + BlackBoxArgument.reason(e));
    } finally {
      progress.wipe();
    }
    command.console().out().println(output + ": " + BlackBoxText.count(rows, "row"));
    if (opened.stream().anyMatch(file -> !file.changes().isEmpty())) {
      command.console().err().println(NAME + ": " + output
          + ": commands changed the session, which a recording cannot hold: it has the athlete, exercise, limits and zeros of the beginning ("
          + "'plumbline replay' of the black box plays the changes)");
    }
    return conclude(opened, command.console());
  }

  private int conclude(List<BlackBoxArgument> opened, Console console) throws RefusedException {
    int status = ExitStatus.OK;
    for (BlackBoxArgument file : opened) {
      try {
        BlackBoxReport report = file.reader().report();
        if (!report.isWhole()) {
          console.err().println(NAME + ": " + file.name() + ": " + BlackBoxText.verdict(report));
          console.err().flush();
        }
        status = report.damageCount() > 0 ? ExitStatus.NOT_DONE : status;
      } catch (IOException e) {
        throw new RefusedException(file.name(), "cannot be read: " + BlackBoxArgument.reason(e));
      }
    }
    return status;
  }

  private static void closeQuietly(BlackBoxArgument file) {
    try {
      file.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}

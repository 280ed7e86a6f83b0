package io.plumbline.daemon.app;

import io.plumbline.daemon.store.BackupContents;
import io.plumbline.daemon.store.BackupException;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SqliteBackup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon backup`: the whole database in one file, while the daemon runs.
@Command(name = "backup", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Copies the whole database into one file, which is checked before it gets its name. The daemon may run.",
    "Everything that was acknowledged to a bar before the command began is in it."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon backup plumbline-2026-11-23.db", "      the database of `daemon`",
        "  daemon backup /media/stick/plumbline.db --overwrite",
        "      in the place of the last one, once the new one is whole",
        "  cd /var/lib/plumbline-daemon",
        "  sudo -u plumbline-daemon /usr/share/plumbline-daemon/plumbline daemon backup plumbline-2026-11-23.db --data .",
        "      that of the installed service", "  pg_dump --format=custom --file=plumbline.dump postgresql://…",
        "      PostgreSQL has a tool of its own"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:the backup is written and checked", "2:there is none; a file that was there is as it was"})
final class BackupCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Parameters(paramLabel = "FILE", description = "The backup to write.")
  private @Nullable Path file;

  @Option(names = "--overwrite", description = "Replace FILE where it is there already.")
  private boolean overwrite;

  @Override
  public Integer call() throws InterruptedException {
    DaemonCommand parent = daemon;
    CommandSpec command = spec;
    Path target = file;
    if (parent == null || command == null || target == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    Path folder = parent.dataFolder();
    DaemonLogging.install(parent.isVerbose());
    CopyProgress progress = new CopyProgress(err);
    try {
      DatabaseAddress address = parent.database() == null
          ? DatabaseAddress.inFolder(folder)
          : DatabaseAddress.parse(parent.database());
      BackupContents contents = SqliteBackup.write(address, target, overwrite, progress);
      progress.end();
      out.println("Database: " + address.shown());
      out.println("Backup: " + target + ", " + told(contents));
      return 0;
    } catch (BackupException | IllegalArgumentException e) {
      progress.end();
      err.println("daemon backup: " + e.getMessage());
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  static String told(BackupContents contents) {
    return String.format(Locale.ROOT, "%s in %s of %s, schema %s, %.1f MB, checked", counted(contents.reps(), "rep"),
        counted(contents.sets(), "set"), counted(contents.athletes(), "athlete"), contents.schema(),
        contents.bytes() / 1e6);
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}

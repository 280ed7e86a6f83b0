package io.plumbline.daemon.app;

import io.plumbline.daemon.store.BackupException;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SqliteRestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon restore`: a backup in the place of the database.
@Command(name = "restore", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Puts a backup in the place of the database, after it was checked. The daemon must not run.",
    "What the bars measured since the backup comes again: the daemon's next acknowledgement names what is missing, and a bar that still has it sends it."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon restore plumbline-2026-11-23.db", "      where there is no database yet, as on a new computer",
        "  daemon restore plumbline-2026-11-23.db --replace",
        "      the database that is there is kept beside it, as plumbline.db.before-<time>",
        "  cd /var/lib/plumbline-daemon",
        "  sudo -u plumbline-daemon /usr/share/plumbline-daemon/plumbline daemon restore plumbline-2026-11-23.db --replace --data .",
        "      that of the installed service, which is stopped meanwhile",
        "  pg_restore --dbname=postgresql://… plumbline.dump",
        "      PostgreSQL has a tool of its own"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:the backup is the database now", "2:nothing was changed"})
final class RestoreCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreCommand.class);
  private static final int UNUSABLE = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Parameters(paramLabel = "FILE", description = "A backup that `daemon backup` wrote.")
  private @Nullable Path file;

  @Option(names = "--replace", description = "There may be a database already; it is kept under another name.")
  private boolean replace;

  @Override
  public Integer call() {
    DaemonCommand parent = daemon;
    CommandSpec command = spec;
    Path backup = file;
    if (parent == null || command == null || backup == null) {
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
      // Before anything is made on the disk for it.
      SqliteRestore.check(backup, address);
      SqliteRestore.Restored restored;
      try (DataFolder ours = DataFolder.openUnlessUsed(folder)) {
        if (ours == null) {
          throw new DaemonStartException("a daemon runs on " + folder + ": stop it, restore, and start it again", null);
        }
        LOG.debug("The database of {} is nobody else's now", ours.path());
        restored = SqliteRestore.restore(backup, address, replace, InstantSource.system(), progress);
      }
      progress.end();
      out.println("Database: " + address.shown() + ", " + BackupCommand.told(restored.contents()));
      if (restored.kept() != null) {
        out.println("Before: " + restored.kept());
      }
      return 0;
    } catch (BackupException | DaemonStartException | IOException | IllegalArgumentException e) {
      progress.end();
      err.println("daemon restore: " + e.getMessage());
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }
}

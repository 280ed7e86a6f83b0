package io.plumbline.daemon.app;

import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AccountDesk;
import io.plumbline.daemon.access.AccountDesk.Issued;
import io.plumbline.daemon.access.AccountDesk.Who;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.store.SummaryDatabase;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `daemon accounts`: who may log in, and a new code for who forgot the password.
@Command(name = "accounts", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Lists the accounts, or makes a new one-time code for one of them. The daemon may run.",
    "For whoever may read the daemon's files: nobody is asked for a password."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon accounts", "      name, role and athlete of each",
        "  daemon accounts --reset Ada",
        "      a code with which Ada chooses a new password; the old one works until then"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:done", "2:there is no such account or no database"})
final class AccountsCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  @Option(names = "--reset", paramLabel = "NAME", description = "Make a one-time code for this account: of a wall display, a new link.")
  private @Nullable String reset;

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
      AccountDesk desk = new AccountDesk(database.accounts(), InstantSource.system());
      String name = reset;
      if (name == null) {
        list(desk, out);
      } else {
        renew(desk, name, out);
      }
      return 0;
    } catch (StoreException | RefusedException | IllegalArgumentException e) {
      err.println("daemon accounts: " + e.getMessage());
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static void list(AccountDesk desk, PrintWriter out) throws StoreException {
    for (Account account : desk.all()) {
      out.println(account.name() + ": " + account.role().id()
          + (account.athleteId() == null ? "" : " of " + account.athleteId())
          + (account.disabled() ? ", disabled" : ""));
    }
  }

  private static void renew(AccountDesk desk, String name, PrintWriter out) throws StoreException, RefusedException {
    Optional<Account> account = desk.named(name);
    if (account.isEmpty()) {
      throw new IllegalArgumentException("there is no account '" + name + "': 'daemon accounts' lists them");
    }
    Issued issued = desk.newCode(account.get(), Who.CONSOLE);
    boolean wall = issued.account().role() == Role.WALL;
    out.println((wall ? "Link: /account.html#wall=" : "Code: ") + issued.code());
    out.println("Until: " + issued.expiresAt());
  }
}

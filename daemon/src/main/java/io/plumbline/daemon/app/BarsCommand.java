package io.plumbline.daemon.app;

import io.plumbline.daemon.broker.access.AccessBook;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.BrokerUser;
import io.plumbline.daemon.broker.access.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `daemon bars`: who has a secret at the broker, and taking one back.
@Command(name = "bars", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Lists the bars that are paired, and who else was given a name at the broker."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon bars", "  daemon bars --revoke garage",
        "      ends its access and its connection at once, also while the daemon runs"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:done", "2:nobody has this name; nothing has changed"})
final class BarsCommand extends AccessCommand {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
      .withZone(ZoneId.systemDefault());

  @Option(names = "--revoke", paramLabel = "NAME", description = "Takes the access of a bar, or of another name of the list.")
  private @Nullable String revoked;

  @Override
  void run(Path keys, AccessFile file) throws IOException, RefusedException {
    String name = revoked;
    if (name == null) {
      List<BrokerUser> users = file.read().users();
      if (users.isEmpty()) {
        explain("Nobody yet: 'daemon pair NAME' pairs a bar");
      }
      users.forEach(user -> say(String.format(Locale.ROOT, "%-6s  %-20s  %s", user.kind().word(), user.name(),
          TIME.format(user.since()))));
      return;
    }
    boolean isDone = file.change(book -> {
      Optional<BrokerUser> user = find(book, name);
      return new AccessFile.Change<>(user.map(one -> book.without(one.login())).orElse(book), user.isPresent());
    });
    if (!isDone) {
      throw new RefusedException("nobody is called '" + name + "': 'daemon bars' lists all");
    }
    say(name + " has no access any more");
  }

  /// A bar before others of the same name.
  private static Optional<BrokerUser> find(AccessBook book, String name) {
    return book.users().stream().filter(user -> user.name().equals(name))
        .min((one, other) -> Boolean.compare(other.kind() == Kind.BAR, one.kind() == Kind.BAR));
  }
}

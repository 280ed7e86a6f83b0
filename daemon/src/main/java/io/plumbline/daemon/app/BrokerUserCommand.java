package io.plumbline.daemon.app;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.contract.pairing.Verifier;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.BrokerUser;
import io.plumbline.daemon.broker.access.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `daemon broker-user`: gives somebody else than a bar a name and a secret at the broker.
@Command(name = "broker-user", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Gives a program a name at the broker, and prints its password, which is kept nowhere.",
    "What each kind may do with which topic: topics.md."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon broker-user hass --as home", "      for Home Assistant: reads everything, sends commands to bars",
        "  daemon broker-user wall --as reader", "      reads everything, says nothing",
        "  daemon broker-user second --as daemon",
        "      another daemon, or this one at an external broker ('daemon mosquitto')",
        "  daemon broker-user garage --as bar",
        "      a bar whose files are written by hand, as for an external broker"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:the password is printed", "2:there is none; nothing has changed"})
final class BrokerUserCommand extends AccessCommand {
  /// What a person can add.
  enum Wish {
    home,
    reader,
    daemon,
    bar
  }

  @Parameters(paramLabel = "NAME", description = "Name at the broker; of a bar: its id, to which the broker's name adds 'bar-'.")
  private String name = "";

  @Option(names = "--as", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Wish wish = Wish.reader;

  @Override
  void run(Path keys, AccessFile file) throws IOException, RefusedException {
    String secret = Secret.lasting();
    BrokerUser user = new BrokerUser(Kind.valueOf(wish.name().toUpperCase(Locale.ROOT)), name, Verifier.of(secret),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
    boolean isNew = file.change(book -> book.user(user.login()).isPresent()
        ? new AccessFile.Change<>(book, false)
        : new AccessFile.Change<>(book.with(user), true));
    if (!isNew) {
      throw new RefusedException("there is a " + wish + " called '" + name
          + "' already, and its password cannot be shown: 'daemon bars --revoke " + name + "' takes it away first");
    }
    say("user = " + user.login());
    say("password = " + secret);
  }
}

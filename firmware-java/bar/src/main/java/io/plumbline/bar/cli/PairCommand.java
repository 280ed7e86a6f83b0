package io.plumbline.bar.cli;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.link.Pairing;
import io.plumbline.bar.state.PairedFiles;
import io.plumbline.bar.state.StateFolder;
import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.contract.pairing.Secret;
import io.plumbline.contract.pairing.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bar pair`: makes this computer a bar of the daemon that made a code.
@Command(name = "pair", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = {
    "Pairs this bar with a daemon: 'plumbline daemon pair NAME' there prints the line to run here.",
    "From then on 'plumbline bar' publishes to that daemon over TLS, as NAME."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline bar pair plumb1-…", "  sudo -u plumbline-bar plumbline bar pair plumb1-…",
        "      for the installed service; then: sudo systemctl restart plumbline-bar"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:paired", "2:not paired, and a pairing that was there is as it was"})
final class PairCommand implements Callable<Integer> {
  private static final String NAME = "plumbline bar pair";

  private final Console console;

  @Parameters(paramLabel = "CODE", description = "What the daemon printed.")
  private String text = "";

  @Option(names = "--state", paramLabel = "FOLDER", description = "Where the bar keeps it, and looks for it (default: $STATE_DIRECTORY, else ~/.local/state/plumbline).")
  private @Nullable Path state;

  @Option(names = "--config", paramLabel = "FILE", defaultValue = "${env:PLUMBLINE_BAR_CONFIG:-" + Option.NULL_VALUE
      + "}", description = "Settings of this bar, looked at for what speaks against the pairing (default: $PLUMBLINE_BAR_CONFIG).")
  private @Nullable Path file;

  PairCommand() {
    this(Console.system());
  }

  PairCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      PairingCode code = PairingCode.parse(text);
      Path folder = state == null
          ? StateFolder.usual(System.getenv(), System.getProperty("user.home", "."))
          : state;
      pair(code, folder);
      tell("paired as " + code.barId() + "; in force when the bar starts again");
      contradictions(code.barId());
      return ExitStatus.OK;
    } catch (IllegalArgumentException e) {
      tell("the code " + e.getMessage());
    } catch (IOException e) {
      tell(e.getMessage() == null ? e.toString() : e.getMessage());
    }
    return ExitStatus.UNUSABLE;
  }

  private void pair(PairingCode code, Path folder) throws IOException {
    PairedFiles files = new PairedFiles(folder, code.user());
    try (Pairing pairing = Pairing.open(code, InstantSource.system())) {
      String secret = Secret.lasting();
      // What cannot be kept is found out before the code is used up.
      try {
        files.prepare(pairing.authorityPem(), secret);
      } catch (IOException e) {
        throw new IOException("nothing can be written to " + folder + " (" + e.getMessage()
            + "): is it yours? --state names another; the code is still good", e);
      }
      try {
        pairing.redeem(Verifier.of(secret));
        pairing.prove(secret);
        files.commit(code.barId(), pairing.broker(), pairing.user());
      } catch (IOException e) {
        files.abandon();
        throw e;
      }
    }
  }

  /// What a person should know of the settings.
  private void contradictions(String barId) {
    Path settings = file;
    if (settings == null || !Files.exists(settings)) {
      return;
    }
    try {
      HardwareOptions.Own own = HardwareOptions.Own.read(settings);
      if (own.namesBroker()) {
        tell("but " + settings + " names a broker itself (link.broker), which goes before: remove that line");
      }
      Optional<String> before = own.barId().filter(id -> !id.equals(barId));
      before.ifPresent(id -> tell("this bar was " + id + " in " + settings + "; a calibration of " + id
          + " is not taken for " + barId + ": calibrate again, or pair it as " + id));
    } catch (ConfigException e) {
      tell("but " + e.getMessage());
    }
  }

  private void tell(String line) {
    console.err().println(NAME + ": " + line);
    console.err().flush();
  }
}

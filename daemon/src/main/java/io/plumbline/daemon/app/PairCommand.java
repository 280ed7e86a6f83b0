package io.plumbline.daemon.app;

import io.plumbline.contract.Ids;
import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.BrokerUser;
import io.plumbline.daemon.broker.access.Door;
import io.plumbline.daemon.broker.access.PairingDesk;
import io.plumbline.daemon.broker.access.PrivateFolder;
import io.plumbline.daemon.broker.tls.Authority;
import io.plumbline.daemon.broker.tls.HostNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `daemon pair`: prints the line that makes a bar one of this daemon's.
@Command(name = "pair", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Prints the one line to run on a bar, so that it may publish to this daemon's broker over TLS.",
    "The code in it works once, and for 10 minutes. The daemon has to run, with TLS."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon pair garage", "      then, on the bar: plumbline bar pair plumb1-…",
        "  sudo -u plumbline-daemon plumbline daemon pair garage --data /var/lib/plumbline-daemon",
        "      for the installed service"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:the line is printed", "2:there is no code; nothing has changed"})
final class PairCommand extends AccessCommand {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
      .withZone(ZoneId.systemDefault());

  @Parameters(paramLabel = "BAR", description = "The id that the bar shall have: letters, digits, '.', '_' or '-'.")
  private String bar = "";

  @Override
  void run(Path keys, AccessFile file) throws IOException, RefusedException {
    if (!Ids.isId(bar)) {
      throw new IllegalArgumentException("BAR must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    PrivateFolder folder = PrivateFolder.open(keys);
    Door door = Door.read(folder).orElseThrow(() -> new RefusedException("no daemon runs on " + keys.getParent()
        + " with TLS: start it with --mqtt-host 0.0.0.0, or to try it on this computer with --mqtts-port 8883"));
    boolean isKnown = file.read().user(BrokerUser.loginOfBar(bar)).isPresent();
    PairingCode code = new PairingDesk(file, InstantSource.system()).offer(bar, HostNames.reachable(door.host()),
        door.port(), Authority.open(folder, InstantSource.system()).fingerprint());
    explain("Run this on the bar before " + TIME.format(code.until()) + "; it works once"
        + (isKnown ? ", and ends the access that " + bar + " has now:" : ":"));
    say("plumbline bar pair " + code.text());
  }
}

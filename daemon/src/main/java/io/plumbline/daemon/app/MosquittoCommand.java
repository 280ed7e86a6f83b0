package io.plumbline.daemon.app;

import io.plumbline.daemon.broker.access.AccessBook;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.MosquittoFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `daemon mosquitto`: writes users and rights in Mosquitto's form.
@Command(name = "mosquitto", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Writes who 'daemon bars' lists as password_file and acl_file of Mosquitto 2, with the same rights.",
    "Write them again and reload Mosquitto (SIGHUP) after each change."}, footerHeading = "%nExamples:%n", footer = {
        "  daemon broker-user plumbline --as daemon", "  daemon broker-user garage --as bar",
        "  daemon mosquitto /etc/mosquitto/plumbline",
        "  daemon --broker ssl://plumbline:PASSWORD@gym.local"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:the files are written", "2:they are not"})
final class MosquittoCommand extends AccessCommand {
  @Parameters(paramLabel = "FOLDER", description = "Where the files go; made where missing.")
  private @Nullable Path folder;

  @Override
  void run(Path keys, AccessFile file) throws IOException, RefusedException {
    Path target = folder;
    AccessBook book = file.read();
    if (target == null || book.users().isEmpty()) {
      throw new RefusedException("there is nobody to write: 'daemon broker-user NAME --as KIND' makes somebody");
    }
    Path place = target.toAbsolutePath().normalize();
    MosquittoFiles.write(book, place);
    explain(
        "Give folder and files to Mosquitto's user (chown -R mosquitto: " + place + "), and set in its configuration:");
    say("allow_anonymous false");
    say("password_file " + place.resolve(MosquittoFiles.PASSWORDS));
    say("acl_file " + place.resolve(MosquittoFiles.RIGHTS));
  }
}

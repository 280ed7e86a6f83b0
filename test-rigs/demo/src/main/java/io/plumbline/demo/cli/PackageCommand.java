package io.plumbline.demo.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plumbline package`, as help and completion show it. The launcher itself carries it out: the program cannot build the program.
@Command(name = "package", description = {"Builds the Debian packages of bar and daemon into target/.",
    "They hold no compiled code of ours, so one file is for every architecture; installed they need Java 25."}, mixinStandardHelpOptions = true, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
        "  ./plumbline package",
        "      target/plumbline-bar_VERSION_all.deb and target/plumbline-daemon_VERSION_all.deb",
        "  sudo apt install ./target/plumbline-bar_*_all.deb", "      installs the bar's, with what it depends on"})
final class PackageCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "is carried out by the launcher: ./plumbline package");
  }
}

package io.plumbline.demo.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plumbline version`.
@Command(name = "version", description = "Prints the version, its commit, and the JDK and Maven in use.", mixinStandardHelpOptions = true, versionProvider = Version.class, footerHeading = "%nExamples:%n", footer = "  ./plumbline version")
final class VersionCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().printVersionHelp(out);
    out.flush();
  }
}

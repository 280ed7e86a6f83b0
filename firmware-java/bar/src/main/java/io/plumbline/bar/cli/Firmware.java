package io.plumbline.bar.cli;

import io.plumbline.bar.app.BlackBoxFrames;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plumbline` as the bar's own package has it: the firmware's commands, without daemon, simulator and virtual chips.
@Command(name = "plumbline", description = "Turns a barbell into an instrument: velocity, path and load of every rep.", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
    BarCommand.class, ReplayCommand.class, HelpCommand.class}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline bar check", "  plumbline bar", "  plumbline blackbox info FILE"})
public final class Firmware implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /// Runs a command and ends the process with its exit status.
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandErrors errors = new CommandErrors(System.getenv("PLUMBLINE_DEBUG") != null);
    return new CommandLine(new Firmware()).addSubcommand("blackbox", new BlackBoxCommand(BlackBoxFrames::of))
        .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}

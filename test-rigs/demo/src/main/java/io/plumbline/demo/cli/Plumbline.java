package io.plumbline.demo.cli;

import io.plumbline.bar.app.BlackBoxFrames;
import io.plumbline.bar.cli.BarCommand;
import io.plumbline.bar.cli.BlackBoxCommand;
import io.plumbline.bar.cli.CommandErrors;
import io.plumbline.bar.cli.ReplayCommand;

import io.plumbline.benchmarks.BenchmarkCommand;
import io.plumbline.daemon.app.DaemonCommand;
import io.plumbline.demo.DemoCommand;
import io.plumbline.faults.FaultsCommand;
import io.plumbline.simulator.cli.SimulateCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plumbline`, the root of all commands.
@Command(name = "plumbline", description = "Turns a barbell into an instrument: velocity, path and load of every rep.", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
    DemoCommand.class, BarCommand.class, DaemonCommand.class, ReplayCommand.class, SimulateCommand.class,
    BenchmarkCommand.class, FaultsCommand.class,

    TestCommand.class, PackageCommand.class, VersionCommand.class,
    CompletionCommand.class, HelpCommand.class}, footerHeading = "%nExamples:%n", footer = {"  ./plumbline demo",
        "  ./plumbline replay session.csv.gz", "  ./plumbline help replay"})
public final class Plumbline implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /// Runs a command and ends the process with its exit status.
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /// All commands, ready to be executed.
  static CommandLine commandLine() {
    CommandErrors errors = new CommandErrors(System.getenv("PLUMBLINE_DEBUG") != null);
    return new CommandLine(new Plumbline()).addSubcommand("blackbox", new BlackBoxCommand(BlackBoxFrames::of))
        .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}

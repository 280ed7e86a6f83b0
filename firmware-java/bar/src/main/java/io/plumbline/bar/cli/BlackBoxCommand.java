package io.plumbline.bar.cli;

import io.plumbline.bar.blackbox.FrameAssembly;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `blackbox`: looks into raw recordings.
@Command(name = "blackbox", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Shows, checks and exports the bar's raw recordings.", subcommands = {
    BlackBoxInfoCommand.class, BlackBoxVerifyCommand.class,
    BlackBoxExportCommand.class}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline blackbox info plumbline-00000042-bar-1.plbb", "  plumbline blackbox verify *.plbb",
        "  plumbline blackbox export plumbline-00000042-bar-1.plbb -o session.csv.gz"})
public final class BlackBoxCommand implements Callable<Integer> {
  private final Console console;
  private final FrameAssembly.Factory frames;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /// On the streams of this process.
  ///
  /// @param frames says what the raw rows mean
  public BlackBoxCommand(FrameAssembly.Factory frames) {
    this(Console.system(), frames);
  }

  BlackBoxCommand(Console console, FrameAssembly.Factory frames) {
    this.console = console;
    this.frames = frames;
  }

  Console console() {
    return console;
  }

  FrameAssembly.Factory frames() {
    return frames;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command: info, verify or export?");
  }
}

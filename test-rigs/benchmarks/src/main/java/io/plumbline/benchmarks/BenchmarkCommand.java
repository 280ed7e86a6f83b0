package io.plumbline.benchmarks;

import io.plumbline.benchmarks.accuracy.AccuracyCommand;
import io.plumbline.benchmarks.accuracy.CueCommand;
import io.plumbline.benchmarks.accuracy.ExerciseCommand;
import io.plumbline.benchmarks.attitude.AttitudeCommand;
import io.plumbline.benchmarks.hotpath.HotpathCommand;
import io.plumbline.benchmarks.ingest.IngestCommand;
import io.plumbline.benchmarks.ingest.ScaleCommand;
import io.plumbline.benchmarks.latency.LatencyCommand;
import io.plumbline.benchmarks.soak.SoakCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `benchmark`: what a person measures on his own machine.
@Command(name = "benchmark", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures this build on this machine, always beside a baseline in the same run.", synopsisSubcommandLabel = "COMMAND", subcommands = {
    HotpathCommand.class, SoakCommand.class, LatencyCommand.class, IngestCommand.class, ScaleCommand.class,
    AttitudeCommand.class,
    AccuracyCommand.class, ExerciseCommand.class, CueCommand.class}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark hotpath --quick", "  plumbline benchmark soak --minutes 10",
        "  plumbline benchmark latency", "  plumbline benchmark ingest",
        "  plumbline benchmark scale",
        "  plumbline benchmark attitude --plot inclination.png", "  plumbline benchmark accuracy",
        "  plumbline benchmark exercise", "  plumbline benchmark cues"})
public final class BenchmarkCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}

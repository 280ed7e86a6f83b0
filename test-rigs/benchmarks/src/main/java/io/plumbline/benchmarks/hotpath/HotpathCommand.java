package io.plumbline.benchmarks.hotpath;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `benchmark hotpath`: what each agent takes for one sample.
@Command(name = "hotpath", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Times what the firmware does for every sample (JMH, each agent in a Java machine of its own) and what it allocates for it (JMH's",
    "profiler gc): reading virtual chips, following a lifted bar, recording to the disk, and one SPI transfer. The baseline, copying a",
    "row once, is measured in the same run."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark hotpath",
        "  plumbline benchmark hotpath --quick"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:nothing allocates for samples", "1:something does: above 0.01 bytes a sample"})
public final class HotpathCommand implements Callable<Integer> {
  /// As JMH has it after the name of its profiler.
  private static final String BYTES = "gc.alloc.rate.norm";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "For a first look: 3 rounds of two million samples in one Java machine, not 10 in each of three.")
  private boolean quick;

  @Override
  public Integer call() throws RunnerException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    List<HotpathFigure> figures = new ArrayList<>();
    for (HotpathFigure.Subject subject : HotpathFigure.Subject.values()) {
      err.println("Measuring: " + subject.label() + " …");
      err.flush();
      figures.add(measure(subject));
    }
    HotpathReport.print(figures, out);
    out.flush();
    return HotpathReport.isClean(figures) ? 0 : 1;
  }

  private HotpathFigure measure(HotpathFigure.Subject subject) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include("^" + HotpathBenchmark.class.getName().replace(".", "\\.") + "\\." + subject.method() + "$");
    options.addProfiler(GCProfiler.class);
    options.verbosity(VerboseMode.SILENT);
    options.shouldFailOnError(true);
    options.forks(quick ? 1 : 3);
    options.warmupIterations(quick ? 3 : 5);
    options.measurementIterations(quick ? 3 : 10);
    RunResult result = new Runner(options.build()).runSingle();
    return new HotpathFigure(subject, result.getPrimaryResult().getScore(), result.getPrimaryResult().getScoreError(),
        Objects.requireNonNull(result.getSecondaryResults().get(BYTES), BYTES).getScore());
  }
}

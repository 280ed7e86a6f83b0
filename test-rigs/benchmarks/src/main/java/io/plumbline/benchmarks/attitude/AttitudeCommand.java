package io.plumbline.benchmarks.attitude;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark attitude`: the attitude filter beside published ones.
@Command(name = "attitude", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Plays three recordings with optical truth (BROAD 09, 14 and 27) through the firmware's attitude filter, through two published ones",
    "written from their papers (Madgwick 2011, VQF 2023) and through plain integration of the gyro, and prints how far each was off and what",
    "an update takes, measured in the same run."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark attitude",
        "  plumbline benchmark attitude --data ../shared/data --plot inclination.png"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:measured", "2:the recordings are missing or unusable, or the picture cannot be drawn"})
public final class AttitudeCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "FOLDER", description = "Holds the folder broad (default: shared/data, in the working directory or the nearest above it that has it).")
  private @Nullable Path data;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "31", description = "How often each filter is timed (default: ${DEFAULT-VALUE}).")
  private int rounds = 31;

  @Option(names = "--plot", paramLabel = "FILE", description = "Picture of the errors over time to draw, PNG or SVG by its suffix.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws IOException {
    if (rounds < 3 || rounds > 10_000) {
      throw new ParameterException(spec.commandLine(), "--rounds must be 3 to 10000, but is " + rounds);
    }
    List<Trial> trials;
    try {
      if (plot != null) {
        ErrorPlot.check(plot);
      }
      trials = Trials.read(data, Path.of(""));
    } catch (TrialException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<List<Accuracy>> accuracy = new ArrayList<>();
    List<List<double[]>> errorsDeg = new ArrayList<>();
    for (Trial trial : trials) {
      List<InclinationFilter> filters = filters(trial);
      for (int k = 0; k < filters.size(); k++) {
        if (accuracy.size() <= k) {
          accuracy.add(new ArrayList<>());
          errorsDeg.add(new ArrayList<>());
        }
        double[] errors = trial.errorsDeg(filters.get(k));
        errorsDeg.get(k).add(errors);
        accuracy.get(k).add(Accuracy.of(errors, trial.moving()));
      }
    }
    err.println("Timing " + rounds + " rounds …");
    err.flush();
    List<InclinationFilter> filters = filters(trials.get(1));
    new AttitudeReport(filters, trials, accuracy, UpdateTimes.measure(filters, trials.get(1), rounds)).print(out);
    out.flush();
    if (plot != null) {
      new ErrorPlot(filters, trials, errorsDeg).write(plot);
    }
    return 0;
  }

  /// The baseline first.
  static List<InclinationFilter> filters(Trial trial) {
    return List.of(new GyroIntegration(), new MadgwickFilter(MadgwickFilter.PUBLISHED_BETA_RADPS),
        new VqfFilter(VqfParams.PUBLISHED, trial.periodS()), PlumblineFilter.of(trial), new PlumblinePipeline());
  }
}

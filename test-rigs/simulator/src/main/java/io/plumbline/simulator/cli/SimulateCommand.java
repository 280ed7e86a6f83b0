package io.plumbline.simulator.cli;

import io.plumbline.simulator.picture.RunPicture;
import io.plumbline.simulator.recording.RecordingFile;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Documentation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plumbline simulate`: a scenario as a recording with truth, as a picture, or both.
@Command(name = "simulate", description = "Simulates a lifter, a bar and its sensors and writes a recording, truth included.", mixinStandardHelpOptions = true, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  plumbline simulate --list",
    "  plumbline simulate deadlift-working-set -o set.csv.gz",
    "  plumbline simulate slack-jerked --seed 7 --plot jerk.png",
    "  plumbline simulate --print squat > mine.toml",
    "  plumbline simulate mine.toml -o mine.csv.gz --plot mine.svg",
    "  plumbline simulate --random 20 --seed 100 -o campaign"})
public final class SimulateCommand implements Callable<Integer> {
  private static final List<String> RECORDINGS = List.of(".csv", ".csv.gz");
  private static final List<String> PICTURES = List.of(".png", ".svg");
  private static final double PICTURE_STEP_S = 0.002;
  private static final int MOST_RANDOM = 1_000_000;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "A name (see --list), random-N for the random scenario of seed N, or a .toml file.")
  private @Nullable String scenario;

  @Option(names = {"-o",
      "--output"}, paramLabel = "FILE", description = "Recording to write, .csv or .csv.gz; with --random a folder. Older files of the name are replaced.")
  private @Nullable Path output;

  @Option(names = "--plot", paramLabel = "FILE", description = "Picture to draw, PNG or SVG by its suffix: force, velocity, path and phases.")
  private @Nullable Path plot;

  @Option(names = "--seed", paramLabel = "N", description = "Of every random draw, instead of the scenario's own; with --random the first of N. The same scenario and seed give the same bytes.")
  private @Nullable Long seed;

  @Option(names = "--random", paramLabel = "N", description = "Writes N random scenarios, random-<seed>.csv.gz each.")
  private @Nullable Integer random;

  @Option(names = "--list", description = "Lists the named scenarios.")
  private boolean list;

  @Option(names = "--knobs", description = "Lists everything that a scenario file can say, with unit, default and range.")
  private boolean knobs;

  @Option(names = "--print", paramLabel = "SCENARIO", description = "Prints the file of a named scenario, to start an own one from.")
  private @Nullable String print;

  @Override
  public Integer call() {
    try {
      checkOneJob();
      if (list || knobs || print != null) {
        spec.commandLine().getOut().print(text());
        spec.commandLine().getOut().flush();
      } else if (random != null) {
        many(random);
      } else {
        one();
      }
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException e) {
      // Also what the scenario library refuses: all are one line that says what and where.
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void checkOneJob() {
    long jobs = Stream.of(list, knobs, print != null, random != null, scenario != null).filter(job -> job).count();
    if (jobs == 0) {
      throw new IllegalArgumentException("which scenario? Give a name (--list shows them) or a .toml file");
    }
    if (jobs > 1) {
      throw new IllegalArgumentException("a SCENARIO, --random, --list, --knobs and --print exclude each other");
    }
    if ((list || knobs || print != null) && (output != null || plot != null || seed != null)) {
      throw new IllegalArgumentException("-o, --plot and --seed need a scenario to simulate");
    }
    if (seed != null && (seed < 0 || seed > Scenarios.MOST_SEED)) {
      throw new IllegalArgumentException("--seed must be from 0 to " + Scenarios.MOST_SEED + ", but is " + seed);
    }
  }

  private String text() {
    if (print != null) {
      return Scenarios.text(print);
    }
    if (knobs) {
      return Documentation.knobs();
    }
    List<String> names = Scenarios.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(name).append(" ".repeat(width + 2 - name.length())).append(Scenarios.named(name).purpose())
          .append('\n');
    }
    return text.toString();
  }

  private void one() {
    if (output == null && plot == null) {
      throw new IllegalArgumentException("nothing to write: give -o FILE.csv.gz, --plot FILE.png or both");
    }
    if (output != null) {
      Targets.checkFile(output, "a recording", RECORDINGS);
    }
    if (plot != null) {
      Targets.checkFile(plot, "a picture", PICTURES);
    }
    Scenario resolved = resolve(String.valueOf(scenario), seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    Progress progress = progress();
    if (output != null) {
      record(output, resolved, resolved.name(), progress);
    }
    if (plot != null) {
      draw(plot, resolved, progress);
    }
  }

  private static Scenario resolve(String given, OptionalLong seed) {
    boolean file = given.endsWith(".toml") || given.contains("/") || given.contains("\\");
    try {
      // A file of any name is meant where there is no scenario of that name.
      if (file || (!Scenarios.names().contains(given) && Files.exists(Path.of(given)))) {
        return Scenarios.load(Path.of(given), seed);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + given + "' is neither a name nor a path", e);
    }
    return Scenarios.named(given, seed);
  }

  private void many(int count) {
    if (output == null || plot != null) {
      throw new IllegalArgumentException("--random writes recordings to a folder: give -o FOLDER, and no --plot");
    }
    long first = seed == null ? 1 : seed;
    if (count < 1 || count > MOST_RANDOM || first > Scenarios.MOST_SEED - count) {
      throw new IllegalArgumentException(
          "--random must be from 1 to " + MOST_RANDOM + " with seeds up to " + Scenarios.MOST_SEED);
    }
    try {
      Targets.prepareFolder(output);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot make the folder " + output + ": " + Targets.reason(e), e);
    }
    Progress progress = progress();
    for (int i = 0; i < count; i++) {
      Scenario drawn = Scenarios.random(first + i);
      record(output.resolve(drawn.name() + ".csv.gz"), drawn,
          drawn.name() + " (" + (i + 1) + " of " + count + ")", progress);
    }
  }

  private static void record(Path file, Scenario scenario, String what, Progress progress) {
    try {
      long startNs = System.nanoTime();
      RecordingFile.Written written = RecordingFile.write(file, scenario, scenario.seed(), at -> progress.at(what, at));
      double tookS = (System.nanoTime() - startNs) / 1e9;
      progress.done(String.format(Locale.ROOT, "%s: %d %s, %.1f s, %d samples, %.0f times real time", file,
          written.reps(), written.reps() == 1 ? "rep" : "reps", written.seconds(), written.rows(),
          written.seconds() / tookS));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + file + ": " + Targets.reason(e), e);
    }
  }

  private static void draw(Path file, Scenario scenario, Progress progress) {
    progress.at("the picture", 0);
    try {
      RunPicture.write(Simulation.trace(scenario, scenario.seed(), PICTURE_STEP_S), file);
      progress.done(file + ": drawn");
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot draw " + file + ": " + Targets.reason(e), e);
    }
  }

  private Progress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return new Progress(err, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }
}

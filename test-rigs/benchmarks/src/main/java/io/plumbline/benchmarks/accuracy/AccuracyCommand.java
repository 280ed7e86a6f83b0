package io.plumbline.benchmarks.accuracy;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark accuracy`: measured less true, over many random sets.
@Command(name = "accuracy", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Simulates random sets (any exercise, load, slack, drift, drops, noise), lets the measuring core follow them with several sets of",
    "sensors and compares every rep with the truth. Prints bias, spread, and which share of the errors the stated 95 %% interval holds,",
    "beside the goals of the design. The same seeds give the same numbers, times of the processor aside."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark accuracy",
        "  plumbline benchmark accuracy --sets 20 --first-seed 5001 --sensors all,one-imu",
        "  plumbline benchmark accuracy --ablation --plots pictures --csv reps.csv",
        "  plumbline benchmark accuracy --write-docs"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:it was measured, whether goals are met or not", "2:something that was asked for cannot be"})
public final class AccuracyCommand implements Callable<Integer> {
  static final String DOCUMENT = "firmware-java/core/docs/measuring.md";
  static final List<String> MEASURED = List.of("command", "deadlifts", "others", "counting", "apart", "ablation",
      "speed");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private SetOptions sets = new SetOptions();

  @Option(names = "--sensors", paramLabel = "SET", split = ",", description = "all, one-imu-force, no-force, one-imu; several with commas (default: each of them).")
  private List<String> sensors = List.of();

  @Option(names = "--ablation", description = "Leaves out each idea of the estimator in turn, too.")
  private boolean ablation;

  @Option(names = "--plots", paramLabel = "FOLDER", description = "Draws errors, agreement, coverage and the load's influence into it (PNG); the folder must be there.")
  private @Nullable Path plots;

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes every rep's errors and stated deviations.")
  private @Nullable Path csv;

  @Option(names = "--write-docs", paramLabel = "FILE", arity = "0..1", fallbackValue = DOCUMENT, description = "Does all of this and writes it between the markers of the document, pictures beside it (default: "
      + DOCUMENT + ").")
  private @Nullable Path document;

  @Override
  public Integer call() throws InterruptedException {
    try {
      return measure();
    } catch (IllegalArgumentException | IOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int measure() throws IOException, InterruptedException {
    Campaign.Plan plan = plan();
    String text = document == null ? "" : MarkedDocument.read(document, MEASURED);
    if (document != null) {
      WholeFile.check(document);
    }
    if (csv != null) {
      WholeFile.check(csv);
    }
    if (plots != null) {
      WholeFile.check(plots.resolve("errors.png"));
    }
    Campaign campaign = CampaignRunner.run(plan, sets.threads(), progress(plan));
    List<Section> sections = new ArrayList<>(AccuracyReport.sections(campaign));
    sections.add(SpeedReport.section(campaign));
    PrintWriter out = spec.commandLine().getOut();
    sections.forEach(section -> out.print(section.toText()));
    out.flush();
    if (csv != null) {
      WholeFile.write(csv, CsvTable.of(campaign));
    }
    if (plots != null) {
      draw(campaign, plots);
    }
    if (document != null) {
      Path folder = Optional.ofNullable(document.toAbsolutePath().getParent()).orElseThrow();
      draw(campaign, folder);
      WholeFile.write(document, filled(text, plan, sections));
    }
    return CommandLine.ExitCode.OK;
  }

  private Campaign.Plan plan() {
    sets.check();
    if (document != null && !sensors.isEmpty()) {
      throw new IllegalArgumentException("--write-docs measures with each set of sensors: leave --sensors out");
    }
    List<SensorSet> chosen = sensors.isEmpty()
        ? List.of(SensorSet.values())
        : sensors.stream().distinct().map(AccuracyCommand::sensorSet).sorted().toList();
    return new Campaign.Plan(sets.firstSeed(), sets.sets(), chosen, ablation || document != null);
  }

  private static SensorSet sensorSet(String id) {
    return SensorSet.fromId(id).orElseThrow(() -> new IllegalArgumentException(
        "--sensors knows " + SensorSet.ids() + ", but not '" + id + "'"));
  }

  private IntConsumer progress(Campaign.Plan plan) {
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    int every = terminal ? 1 : Math.max(1, plan.sets() / 10);
    return done -> {
      if (done % every == 0 || done == plan.sets()) {
        String line = done + " of " + plan.sets() + " sets measured";
        err.print(terminal ? "\r\u001B[K" + line + (done == plan.sets() ? "\n" : " …") : line + "\n");
        err.flush();
      }
    };
  }

  private static void draw(Campaign campaign, Path folder) throws IOException {
    for (var picture : AccuracyPlots.of(campaign).entrySet()) {
      WholeFile.write(folder.resolve(picture.getKey()), Pictures.png(picture.getValue()));
    }
  }

  private String filled(String text, Campaign.Plan plan, List<Section> sections) {
    String command = "./plumbline benchmark accuracy --sets " + plan.sets() + " --first-seed " + plan.firstSeed()
        + " --write-docs";
    String filled = MarkedDocument.replace(text, "command", "```\n" + command + "\n```");
    for (Section section : sections) {
      filled = MarkedDocument.replace(filled, section.name(), section.toMarkdown());
    }
    return filled;
  }
}

package io.plumbline.simulator;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plumbline simulate`: a set of deadlifts as a recording with truth columns.
@Command(name = "simulate", description = "Writes a simulated set of deadlifts as a recording, truth included.", mixinStandardHelpOptions = true, showDefaultValues = true, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  plumbline simulate -o set.csv.gz",
    "  plumbline simulate -o heavy.csv --reps 3 --load 180 --velocity 0.3 --loss 0.03",
    "  plumbline simulate -o one-imu.csv --imus centre --no-forces --noise 0"})
public final class SimulateCommand implements Callable<Integer> {
  /// What the lifter does.
  static final class LiftOptions {
    @Option(names = "--reps", paramLabel = "N", description = "Number of reps.", defaultValue = "5")
    int reps;

    @Option(names = "--load", paramLabel = "KG", description = "Bar and plates.", defaultValue = "100")
    double loadKg;

    @Option(names = "--bar", paramLabel = "KG", description = "The empty bar.", defaultValue = "20")
    double barKg;

    @Option(names = "--rom", paramLabel = "M", description = "Height of the lockout above the floor position.", defaultValue = "0.55")
    double romM;

    @Option(names = "--velocity", paramLabel = "MPS", description = "Mean velocity of the first ascent.", defaultValue = "0.5")
    double velocityMps;

    @Option(names = "--loss", paramLabel = "MPS", description = "How much slower each further rep is.", defaultValue = "0.015")
    double lossMps;

    @Option(names = "--drift", paramLabel = "M", description = "Largest forward travel of an ascent.", defaultValue = "0.03")
    double driftM;

    @Option(names = "--sticking", paramLabel = "SHARE", description = "How far the velocity falls in mid-ascent, 0 to 0.8 of its peak.", defaultValue = "0.25")
    double sticking;

    @Option(names = "--touch-down", paramLabel = "MPS", description = "Speed at which the plates meet the floor.", defaultValue = "0.2")
    double touchDownMps;

    @Option(names = "--tempo", paramLabel = "S,S,S,S", hideParamSyntax = true, split = ",", description = "Seconds of tension, lockout, descent and floor pause.", defaultValue = "0.7,1,1.2,1.2")
    List<Double> tempoS = List.of();

    @Option(names = "--rest", paramLabel = "S", description = "Stillness before the first rep.", defaultValue = "3")
    double restS;

    LiftPlan plan() {
      if (tempoS.size() != 4) {
        throw new IllegalArgumentException(
            "tempo needs four numbers (tension,lockout,descent,pause), but has " + tempoS.size());
      }
      Tempo tempo = new Tempo(restS, tempoS.get(0), tempoS.get(1), tempoS.get(2), tempoS.get(3),
          Tempo.DEFAULT.restAfterS());
      double outboardKg = LiftPlan.DEFAULT.outboardKg() * barKg / LiftPlan.DEFAULT.barKg();
      return new LiftPlan(reps, loadKg, barKg, outboardKg, romM, velocityMps, lossMps, driftM, sticking, touchDownMps,
          tempo);
    }
  }

  /// What the bar senses.
  static final class SensorOptions {
    @Option(names = "--imus", paramLabel = "PLACE,…", hideParamSyntax = true, split = ",", description = "Inertial sensors: ${COMPLETION-CANDIDATES}.", defaultValue = "left,right")
    List<Imu.Site> sites = List.of();

    @Option(names = "--no-forces", description = "A bar without load cells.")
    boolean noForces;

    @Option(names = "--rate", paramLabel = "HZ", description = "Samples a second.", defaultValue = "1000")
    double rateHz;

    @Option(names = "--noise", paramLabel = "FACTOR", description = "Noise and biases: 0 none, 1 as in the data sheets.", defaultValue = "1")
    double noise;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same bytes.", defaultValue = "1")
    long seed;

    SensorPlan plan() {
      return new SensorPlan(sites.stream().map(Imu::at).toList(), !noForces, rateHz, noise, seed);
    }
  }

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = {"-o",
      "--output"}, paramLabel = "FILE", required = true, showDefaultValue = CommandLine.Help.Visibility.NEVER, description = "Recording to write; gzip where it ends in .gz.")
  private Path file = Path.of("");

  @Mixin
  private LiftOptions liftOptions = new LiftOptions();

  @Mixin
  private SensorOptions sensorOptions = new SensorOptions();

  @Override
  public Integer call() {
    LiftPlan lift;
    SensorPlan sensors;
    try {
      lift = liftOptions.plan();
      sensors = sensorOptions.plan();
    } catch (IllegalArgumentException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
    if (Files.isDirectory(file)) {
      throw refuse(file + " is a folder: name a file, for example " + file.resolve("set.csv.gz"));
    }
    long samples = new SimulatedLift(lift, sensors, 0).samples();
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    try {
      RecordingFile.write(file, lift, sensors, rows -> {
        if (terminal && rows % 10_000 == 0) {
          err.printf(Locale.ROOT, "\rSimulating %3d %%", 100 * rows / samples);
          err.flush();
        }
      });
    } catch (IOException e) {
      throw refuse("cannot write " + file + ": " + reason(e));
    }
    err.printf(Locale.ROOT, "%s%s: %d reps, %.1f s, %d samples%n", terminal ? "\r" : "", file, lift.reps(),
        samples / sensors.rateHz(), samples);
    err.flush();
    return CommandLine.ExitCode.OK;
  }

  private ParameterException refuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException missing -> "its folder does not exist";
      case java.nio.file.AccessDeniedException denied -> "not allowed";
      case java.nio.file.FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}

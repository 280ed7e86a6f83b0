package io.plumbline.benchmarks.accuracy;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A benchmark that follows each of some random sets with one set of sensors, and prints a section.
///
/// @param <T> what is known of a set then
abstract class SetsCommand<T> implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private SetOptions sets = new SetOptions();

  @Option(names = "--sensors", paramLabel = "SET", defaultValue = "all", description = "all, one-imu-force, no-force or one-imu (default: ${DEFAULT-VALUE}).")
  private String sensors = "all";

  /// Follows the set of a seed, on any thread.
  abstract T follow(long seed, SensorSet chosen);

  /// What the sets show.
  abstract Section section(SensorSet chosen, List<T> followed);

  @Override
  public final Integer call() throws InterruptedException {
    sets.check();
    SensorSet chosen = SensorSet.fromId(sensors).orElseThrow(() -> new ParameterException(spec.commandLine(),
        "--sensors knows " + SensorSet.ids() + ", but not '" + sensors + "'"));
    List<T> followed = SideBySide.run(sets.firstSeed(), sets.sets(), sets.threads(), seed -> follow(seed, chosen),
        done -> {});
    spec.commandLine().getOut().print(section(chosen, followed).toText());
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}

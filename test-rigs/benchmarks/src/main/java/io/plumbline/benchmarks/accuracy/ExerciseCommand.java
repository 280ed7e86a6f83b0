package io.plumbline.benchmarks.accuracy;

import java.util.List;
import picocli.CommandLine.Command;

/// `benchmark exercise`: what becomes of sets whose exercise nobody told.
@Command(name = "exercise", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Simulates random sets and follows each twice: with the kind of lift told, and without. Prints how many were counted exactly",
    "either way, and for which exercise they were taken."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark exercise", "  plumbline benchmark exercise --sets 50 --sensors one-imu"})
public final class ExerciseCommand extends SetsCommand<UntoldSet> {
  @Override
  UntoldSet follow(long seed, SensorSet chosen) {
    return UntoldSet.run(DrawnSet.of(seed).fullyFitted(), chosen);
  }

  @Override
  Section section(SensorSet chosen, List<UntoldSet> followed) {
    return UntoldReport.section(chosen, followed);
  }
}

package io.plumbline.benchmarks.accuracy;

import java.util.List;
import picocli.CommandLine.Command;

/// `benchmark cues`: which reps are counted, and which sets are stopped, while the bar moves.
@Command(name = "cues", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Simulates random sets and follows each as the bar does. Prints how many reps were counted at their top, which has no need of the",
    "smoothed rep, how many with their summary, and how many where none was lifted; and the same of STOP."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark cues", "  plumbline benchmark cues --sets 50 --sensors one-imu"})
public final class CueCommand extends SetsCommand<CueSet> {
  @Override
  CueSet follow(long seed, SensorSet chosen) {
    return CueSet.run(seed, DrawnSet.of(seed).fullyFitted(), chosen);
  }

  @Override
  Section section(SensorSet chosen, List<CueSet> followed) {
    return CueReport.section(chosen, followed);
  }
}

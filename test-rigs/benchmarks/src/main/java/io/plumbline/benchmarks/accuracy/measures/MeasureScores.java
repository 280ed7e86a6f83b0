package io.plumbline.benchmarks.accuracy.measures;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.simulator.run.RepTruth;
import java.util.ArrayList;
import java.util.List;

/// The scores of all measures over many reps. Not thread-safe.
final class MeasureScores {
  private final List<MeasureScore> scores = MeasureFigure.ALL.stream().map(figure -> new MeasureScore()).toList();

  /// Takes a measured rep and its truth.
  void add(RepMeasures measured, RepTruth truth) {
    for (int i = 0; i < scores.size(); i++) {
      MeasureFigure figure = MeasureFigure.ALL.get(i);
      scores.get(i).add(figure.error().applyAsDouble(measured, truth), figure.sd().applyAsDouble(measured));
    }
  }

  /// The score of the measure whose name begins so.
  MeasureScore of(String name) {
    for (int i = 0; i < scores.size(); i++) {
      if (MeasureFigure.ALL.get(i).name().startsWith(name)) {
        return scores.get(i);
      }
    }
    throw new IllegalArgumentException("no measure begins with " + name);
  }

  /// A line for each measure.
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      rows.add(scores.get(i).row(MeasureFigure.ALL.get(i).name()));
    }
    return rows;
  }
}

package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Slack;
import io.plumbline.daemon.domain.training.TrainedRep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the bars found in some reps, summed up.
///
/// @param reps lifted ones, removed ones left out
record Technique(List<TrainedRep> reps) {
  /// A mean with its standard error.
  record Mean(double value, double standardError, int count) {}

  /// Reps with a finding per 100; null without reps.
  @Nullable
  Double findingsPct() {
    return reps.isEmpty()
        ? null
        : (Double) (100.0 * reps.stream().filter(rep -> !rep.findings().isEmpty()).count() / reps.size());
  }

  /// Rules that were touched, most reps first.
  List<TrainingWeek.Found> findings() {
    Map<String, Integer> touched = new TreeMap<>();
    reps.forEach(rep -> rep.findings().stream().map(Finding::rule).distinct()
        .forEach(rule -> touched.merge(rule, 1, Integer::sum)));
    return touched.entrySet().stream()
        .map(one -> new TrainingWeek.Found(one.getKey(), one.getValue(), 100.0 * one.getValue() / reps.size()))
        .sorted(Comparator.comparingInt(TrainingWeek.Found::reps).reversed()).toList();
  }

  /// The reps' largest forward travel, where the side is known.
  @Nullable
  Mean driftM() {
    return mean(reps.stream().filter(TrainedRep::forwardKnown).map(TrainedRep::forwardMaxM).filter(Objects::nonNull)
        .mapToDouble(value -> value).toArray());
  }

  @Nullable
  Double leftShare() {
    Mean mean = mean(
        reps.stream().map(TrainedRep::leftShare).filter(Objects::nonNull).mapToDouble(value -> value).toArray());
    return mean == null ? null : (Double) mean.value;
  }

  TrainingWeek.Grades slack() {
    return new TrainingWeek.Grades(graded(Slack.Grade.TAUT), graded(Slack.Grade.HURRIED), graded(Slack.Grade.JERKED));
  }

  private int graded(Slack.Grade grade) {
    return (int) reps.stream().filter(rep -> rep.slackGrade() == grade).count();
  }

  private static @Nullable Mean mean(double[] known) {
    if (known.length == 0) {
      return null;
    }
    double sum = 0;
    for (double value : known) {
      sum += value;
    }
    double mean = sum / known.length;
    double squares = 0;
    for (double value : known) {
      squares += (value - mean) * (value - mean);
    }
    double error = known.length == 1 ? 0 : Math.sqrt(squares / (known.length - 1) / known.length);
    return new Mean(mean, error, known.length);
  }
}

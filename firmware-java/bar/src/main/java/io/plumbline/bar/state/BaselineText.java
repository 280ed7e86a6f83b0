package io.plumbline.bar.state;

import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.Baseline.Kept;
import io.plumbline.core.technique.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A baseline as texts, one a measure, exact to the last bit: `12 0.0213 0.0041` is 12 values, their mean and spread; `2: 0.02 0.03` are two
/// early values.
public final class BaselineText {
  private BaselineText() {}

  /// Measure id to text; measures without a value are left out.
  public static Map<String, String> of(Baseline baseline) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      Kept kept = baseline.keep(measure);
      if (kept.count() > 0) {
        texts.put(measure.id(), text(kept));
      }
    }
    return texts;
  }

  private static String text(Kept kept) {
    List<Double> early = kept.early();
    return early.isEmpty()
        ? kept.count() + " " + kept.mean() + " " + kept.spread()
        : kept.count() + ": " + early.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /// Takes one measure's text in.
  ///
  /// @throws IllegalArgumentException where it is none
  public static void restore(Baseline baseline, String measureId, String text) {
    Measure measure = Measure.fromId(measureId)
        .orElseThrow(() -> new IllegalArgumentException("'" + measureId + "' is no measure that this build knows"));
    String[] words = text.replace(":", "").split(" ", -1);
    try {
      int count = Integer.parseInt(words[0]);
      List<Double> numbers = Arrays.stream(words).skip(1).map(Double::valueOf).toList();
      boolean early = text.contains(":");
      if (!early && numbers.size() != 2) {
        throw new IllegalArgumentException("must be a count, a mean and a spread");
      }
      baseline.restore(measure, early
          ? new Kept(count, Double.NaN, Double.NaN, numbers)
          : new Kept(count, numbers.get(0), numbers.get(1), List.of()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no state of a baseline", e);
    }
  }
}

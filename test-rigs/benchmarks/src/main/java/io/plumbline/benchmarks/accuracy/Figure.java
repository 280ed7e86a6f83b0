package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A number of a rep that is compared with the truth.
enum Figure {
  MEAN_VELOCITY("mean concentric velocity", "m/s", 4, pair -> pair.measured().meanMps()
      - pair.truth().rep().meanVelocityMps(), pair -> pair.measured().meanSdMps(),
      Goal.biasAndSd("bias 0.005, SD 0.007", 0.005, 0.007)),
  PEAK_VELOCITY("peak velocity", "m/s", 4, pair -> pair.measured().peakMps() - pair.truth().rep().peakVelocityMps(),
      pair -> pair.measured().peakSdMps(), Goal.sd("SD 0.012", 0.012)),
  HEIGHT("range of motion", "m", 4, pair -> pair.measured().heightM() - pair.truth().rep().romM(),
      pair -> pair.measured().heightSdM(), Goal.rmse("RMSE 0.005", 0.005)),
  DRIFT_AT_2S("forward drift after 2 s", "m", 4, pair -> pair.measured().forwardAt2sM() - pair.truth().forwardAt2sM(),
      pair -> pair.measured().forwardSdM(), Goal.rmse("RMSE 0.005", 0.005)),
  DRIFT_AT_TOP("forward drift at the top", "m", 4, pair -> pair.measured().forwardEndM()
      - pair.truth().rep().driftTopM(), pair -> pair.measured().forwardSdM(), null),
  LIFT_OFF("lift-off", "s", 4, pair -> pair.measured().startS() - pair.truth().rep().liftOffS(), pair -> Double.NaN,
      Goal.median("median 0.005", 0.005)),
  TOP("top", "s", 4, pair -> pair.measured().endS() - pair.truth().rep().topS(), pair -> Double.NaN,
      Goal.median("median 0.005", 0.005)),
  LOAD("load", "kg", 3, pair -> pair.measured().loadKg() - pair.truth().rep().loadKg(),
      pair -> pair.measured().loadSdKg(), Goal.within("95 % within 0.5 % or 0.3")) {
    @Override
    double limit(Pair pair) {
      return Math.max(LEAST_LOAD_KG, LOAD_SHARE * pair.truth().rep().loadKg());
    }
  },
  SIDES("left plates less right", "kg", 3, pair -> pair.measured().leftKg() - pair.measured().rightKg()
      - pair.truth().rep().leftKg() + pair.truth().rep().rightKg(), pair -> Double.NaN,
      Goal.within("95 % within 0.3")) {
    @Override
    double limit(Pair pair) {
      return LEAST_LOAD_KG;
    }
  };

  private static final double LEAST_LOAD_KG = 0.3;
  private static final double LOAD_SHARE = 0.005;

  private final String label;
  private final String unit;
  private final int decimals;
  private final ToDoubleFunction<Pair> error;
  private final ToDoubleFunction<Pair> sd;
  private final @Nullable Goal goal;

  Figure(String label, String unit, int decimals, ToDoubleFunction<Pair> error, ToDoubleFunction<Pair> sd,
      @Nullable Goal goal) {
    this.label = label;
    this.unit = unit;
    this.decimals = decimals;
    this.error = error;
    this.sd = sd;
    this.goal = goal;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  int decimals() {
    return decimals;
  }

  /// Null where the design asks for nothing.
  @Nullable
  Goal goal() {
    return goal;
  }

  /// Measured less true, NaN where one is not known.
  double error(Pair pair) {
    return error.applyAsDouble(pair);
  }

  /// As stated by the pipeline, NaN where it states none.
  double sd(Pair pair) {
    return sd.applyAsDouble(pair);
  }

  /// Largest error that the design allows for this rep, NaN where it asks for something else.
  double limit(Pair pair) {
    return Double.NaN;
  }

  ErrorStatistics statistics(List<Pair> pairs) {
    return ErrorStatistics.of(pairs.stream().mapToDouble(this::error).toArray(),
        pairs.stream().mapToDouble(this::sd).toArray());
  }

  /// Share of the errors within [#limit], NaN where there is no limit.
  double within(List<Pair> pairs) {
    return pairs.stream().filter(pair -> !Double.isNaN(limit(pair)) && !Double.isNaN(error(pair)))
        .mapToDouble(pair -> Math.abs(error(pair)) <= limit(pair) ? 1 : 0).average().orElse(Double.NaN);
  }
}

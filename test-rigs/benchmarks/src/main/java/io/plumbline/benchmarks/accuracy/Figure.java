package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A number of a rep that is compared with the truth.
///
/// @param id       for columns, without its unit
/// @param label    for people
/// @param decimals with which it is printed
/// @param measured NaN where not known
/// @param truth    NaN where there is none
/// @param sd       standard deviation that the pipeline states, NaN where it states none
/// @param limit    largest error that the design allows for a rep, NaN where it asks for something else
/// @param goal     null where the design asks for nothing
record Figure(String id, String label, String unit, int decimals, ToDoubleFunction<MeasuredRep> measured,
    ToDoubleFunction<Truth> truth, ToDoubleFunction<MeasuredRep> sd, ToDoubleFunction<Truth> limit,
    @Nullable Goal goal) {
  private static final double LEAST_LOAD_KG = 0.3;
  private static final double LOAD_SHARE = 0.005;

  static final Figure MEAN_VELOCITY = velocity("mean_velocity", "mean concentric velocity", MeasuredRep::meanMps,
      truth -> truth.rep().meanVelocityMps(), MeasuredRep::meanSdMps,
      Goal.biasAndSd("bias 0.005, SD 0.007", 0.005, 0.007));
  static final Figure PEAK_VELOCITY = velocity("peak_velocity", "peak velocity", MeasuredRep::peakMps,
      truth -> truth.rep().peakVelocityMps(), MeasuredRep::peakSdMps, Goal.sd("SD 0.012", 0.012));
  static final Figure HEIGHT = length("height", "range of motion", MeasuredRep::heightM, truth -> truth.rep().romM(),
      MeasuredRep::heightSdM, Goal.rmse("RMSE 0.005", 0.005));
  static final Figure DRIFT_AT_2S = length("drift_at_2s", "forward drift after 2 s", MeasuredRep::forwardAt2sM,
      Truth::forwardAt2sM, MeasuredRep::forwardAt2sSdM, Goal.rmse("RMSE 0.005", 0.005));
  static final Figure DRIFT_AT_TOP = length("drift_at_top", "forward drift at the top", MeasuredRep::forwardEndM,
      truth -> truth.rep().driftTopM(), MeasuredRep::forwardSdM, null);
  static final Figure LIFT_OFF = boundary("lift_off", "lift-off", MeasuredRep::startS, truth -> truth.rep().liftOffS());
  static final Figure TOP = boundary("top", "top", MeasuredRep::endS, truth -> truth.rep().topS());
  static final Figure LOAD = new Figure("load", "load", "kg", 3, MeasuredRep::loadKg, truth -> truth.rep().loadKg(),
      MeasuredRep::loadSdKg, truth -> Math.max(LEAST_LOAD_KG, LOAD_SHARE * truth.rep().loadKg()),
      Goal.within("95 % within 0.5 % or 0.3"));
  static final Figure SIDES = new Figure("sides", "left plates less right", "kg", 3,
      rep -> rep.leftKg() - rep.rightKg(), truth -> truth.rep().leftKg() - truth.rep().rightKg(),
      MeasuredRep::differenceSdKg,
      truth -> LEAST_LOAD_KG, Goal.within("95 % within 0.3"));

  /// In the order of the tables.
  static final List<Figure> ALL = List.of(MEAN_VELOCITY, PEAK_VELOCITY, HEIGHT, DRIFT_AT_2S, DRIFT_AT_TOP, LIFT_OFF,
      TOP, LOAD, SIDES);

  private static Figure velocity(String id, String label, ToDoubleFunction<MeasuredRep> measured,
      ToDoubleFunction<Truth> truth, ToDoubleFunction<MeasuredRep> sd, Goal goal) {
    return new Figure(id, label, "m/s", 4, measured, truth, sd, of -> Double.NaN, goal);
  }

  private static Figure length(String id, String label, ToDoubleFunction<MeasuredRep> measured,
      ToDoubleFunction<Truth> truth, ToDoubleFunction<MeasuredRep> sd, @Nullable Goal goal) {
    return new Figure(id, label, "m", 4, measured, truth, sd, of -> Double.NaN, goal);
  }

  private static Figure boundary(String id, String label, ToDoubleFunction<MeasuredRep> measured,
      ToDoubleFunction<Truth> truth) {
    return new Figure(id, label, "s", 4, measured, truth, rep -> Double.NaN, of -> Double.NaN,
        Goal.median("median 0.005", 0.005));
  }

  double truth(Pair pair) {
    return truth.applyAsDouble(pair.truth());
  }

  /// Measured less true, NaN where one is not known.
  double error(Pair pair) {
    return measured.applyAsDouble(pair.measured()) - truth.applyAsDouble(pair.truth());
  }

  /// As stated by the pipeline, NaN where it states none.
  double sd(Pair pair) {
    return sd.applyAsDouble(pair.measured());
  }

  ErrorStatistics statistics(List<Pair> pairs) {
    return ErrorStatistics.of(pairs.stream().mapToDouble(this::error).toArray(),
        pairs.stream().mapToDouble(this::sd).toArray());
  }

  /// Share of the errors within [#limit], NaN where there is no limit.
  double within(List<Pair> pairs) {
    return pairs.stream().filter(pair -> !Double.isNaN(limit.applyAsDouble(pair.truth())))
        .filter(pair -> !Double.isNaN(error(pair)))
        .mapToDouble(pair -> Math.abs(error(pair)) <= limit.applyAsDouble(pair.truth()) ? 1 : 0).average()
        .orElse(Double.NaN);
  }
}

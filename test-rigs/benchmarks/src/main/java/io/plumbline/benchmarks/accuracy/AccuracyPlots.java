package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.special.Erf;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/// The pictures of a campaign: how errors are distributed, agree with the truth, keep to their stated deviation and depend on the load.
final class AccuracyPlots {
  private static final List<Figure> FIGURES = List.of(Figure.MEAN_VELOCITY, Figure.PEAK_VELOCITY, Figure.HEIGHT,
      Figure.DRIFT_AT_TOP);
  private static final List<Color> COLOURS = List.of(Charts.BLUE, Charts.ORANGE, Charts.GREEN, Charts.PURPLE);
  private static final int BINS = 60;
  private static final int STEPS = 49;
  private static final double BIN_KG = 30;
  private static final int FEWEST = 5;
  private static final double MARGIN = 1.2;
  private static final double MOST_RATIO = 4;

  private AccuracyPlots() {}

  /// By the names of their files.
  static Map<String, List<JFreeChart>> of(Campaign campaign) {
    Map<String, List<JFreeChart>> pictures = new LinkedHashMap<>();
    pictures.put("errors.png", FIGURES.stream().map(figure -> distribution(figure, campaign)).toList());
    SensorSet most = campaign.plan().sensors().getFirst();
    pictures.put("agreement.png", List.of(agreement(Figure.MEAN_VELOCITY, campaign, most),
        agreement(Figure.PEAK_VELOCITY, campaign, most)));
    pictures.put("coverage.png", campaign.plan().sensors().stream().map(set -> coverage(campaign, set)).toList());
    pictures.put("load.png", List.of(againstLoad(Figure.MEAN_VELOCITY, campaign),
        againstLoad(Figure.LOAD, campaign)));
    return pictures;
  }

  private static List<Pair> deadlifts(Campaign campaign, SensorSet sensors) {
    return Campaign.pairs(campaign.of(Variant.of(sensors), SetResult::isDeadlift));
  }

  private static JFreeChart distribution(Figure figure, Campaign campaign) {
    XYPlot plot = Charts.panel("error, " + figure.unit(), "share of reps in a bin, %");
    double reach = reach(figure, campaign);
    for (int s = 0; s < campaign.plan().sensors().size(); s++) {
      SensorSet sensors = campaign.plan().sensors().get(s);
      double[] errors = deadlifts(campaign, sensors).stream().mapToDouble(figure::error).filter(e -> !Double.isNaN(e))
          .toArray();
      double[][] outline = new double[2][2 * BINS];
      for (int bin = 0; bin < BINS; bin++) {
        outline[0][2 * bin] = reach * (2.0 * bin / BINS - 1);
        outline[0][2 * bin + 1] = reach * (2.0 * (bin + 1) / BINS - 1);
      }
      for (double error : errors) {
        int bin = Math.clamp((int) Math.floor((error / reach + 1) / 2 * BINS), 0, BINS - 1);
        outline[1][2 * bin] += 100.0 / errors.length;
        outline[1][2 * bin + 1] += 100.0 / errors.length;
      }
      Charts.line(plot, sensors.label(), outline, COLOURS.get(s), Charts.PLAIN);
    }
    return Charts.chart("Deadlifts: " + figure.label(), plot);
  }

  /// Wide enough for nearly all errors of the worst sensors, as long as the best ones' can still be seen; what lies outside is in the outermost
  /// bins.
  private static double reach(Figure figure, Campaign campaign) {
    double[] sizes = campaign.plan().sensors().stream()
        .mapToDouble(set -> figure.statistics(deadlifts(campaign, set)).p95Abs()).filter(size -> size > 0).toArray();
    double best = Arrays.stream(sizes).min().orElse(1);
    double worst = Arrays.stream(sizes).max().orElse(1);
    return MARGIN * Math.min(worst, MOST_RATIO * best);
  }

  /// Bland and Altman, Lancet 327, 1986: the difference against the value, with bias and limits of agreement.
  private static JFreeChart agreement(Figure figure, Campaign campaign, SensorSet sensors) {
    XYPlot plot = Charts.panel("true " + figure.label() + ", " + figure.unit(), "measured less true, " + figure.unit());
    List<Pair> others = Campaign.pairs(campaign.of(Variant.of(sensors), result -> !result.isDeadlift()));
    List<Pair> deadlifts = deadlifts(campaign, sensors);
    Charts.dots(plot, "other lifts", points(others, figure), Charts.ORANGE);
    Charts.dots(plot, "deadlifts, with bias and bias ± 1.96 SD", points(deadlifts, figure), Charts.BLUE);
    ErrorStatistics errors = figure.statistics(deadlifts);
    if (errors.n() > 1) {
      Charts.level(plot, errors.bias(), Charts.INK, Charts.PLAIN);
      Charts.level(plot, errors.bias() + ErrorStatistics.INTERVAL_SDS * errors.sd(), Charts.INK, Charts.DASHED);
      Charts.level(plot, errors.bias() - ErrorStatistics.INTERVAL_SDS * errors.sd(), Charts.INK, Charts.DASHED);
    }
    return Charts.chart(figure.label() + ": " + sensors.label(), plot);
  }

  private static double[][] points(List<Pair> pairs, Figure figure) {
    return new double[][]{pairs.stream().mapToDouble(figure::truth).toArray(),
        pairs.stream().mapToDouble(figure::error).toArray()};
  }

  /// Which share of the errors an interval of each probability holds: on the diagonal it is honest.
  private static JFreeChart coverage(Campaign campaign, SensorSet sensors) {
    XYPlot plot = Charts.panel("probability of the stated interval, %", "share of reps that it holds, %");
    plot.getDomainAxis().setRange(0, 100);
    plot.getRangeAxis().setRange(0, 100);
    Charts.line(plot, "honest", new double[][]{{0, 100}, {0, 100}}, Charts.INK, Charts.DASHED);
    List<Pair> pairs = deadlifts(campaign, sensors);
    for (int f = 0; f < FIGURES.size(); f++) {
      Figure figure = FIGURES.get(f);
      double[] ratios = pairs.stream().mapToDouble(pair -> Math.abs(figure.error(pair)) / figure.sd(pair))
          .filter(ratio -> !Double.isNaN(ratio)).toArray();
      double[][] curve = new double[2][STEPS];
      for (int i = 0; i < STEPS; i++) {
        double probability = (i + 1.0) / (STEPS + 1);
        double sds = Math.sqrt(2) * Erf.erfInv(probability);
        long held = Arrays.stream(ratios).filter(ratio -> ratio <= sds).count();
        curve[0][i] = 100 * probability;
        curve[1][i] = ratios.length == 0 ? Double.NaN : 100.0 * held / ratios.length;
      }
      Charts.line(plot, figure.label(), curve, COLOURS.get(f), Charts.PLAIN);
    }
    return Charts.chart("Deadlifts: " + sensors.label(), plot);
  }

  private static JFreeChart againstLoad(Figure figure, Campaign campaign) {
    XYPlot plot = Charts.panel("true load, kg", figure.label() + ": measured less true, " + figure.unit());
    SensorSet sensors = campaign.plan().sensors().getFirst();
    List<Pair> pairs = deadlifts(campaign, sensors).stream().filter(pair -> !Double.isNaN(figure.error(pair))).toList();
    Charts.dots(plot, "deadlifts", new double[][]{pairs.stream().mapToDouble(AccuracyPlots::loadKg).toArray(),
        pairs.stream().mapToDouble(figure::error).toArray()}, Charts.BLUE);
    double[][] upper = rmseByLoad(pairs, figure);
    double[][] lower = {upper[0], Arrays.stream(upper[1]).map(rmse -> -rmse).toArray()};
    Charts.line(plot, String.format(Locale.ROOT, "± RMSE, steps of %.0f kg", BIN_KG), upper, Charts.INK, Charts.PLAIN);
    Charts.line(plot, "", lower, Charts.INK, Charts.PLAIN);
    return Charts.chart(figure.label() + ": " + sensors.label(), plot);
  }

  private static double loadKg(Pair pair) {
    return pair.truth().rep().loadKg();
  }

  private static double[][] rmseByLoad(List<Pair> pairs, Figure figure) {
    List<double[]> points = new ArrayList<>();
    double mostKg = pairs.stream().map(AccuracyPlots::loadKg).max(Comparator.naturalOrder()).orElse(0.0);
    for (double fromKg = 0; fromKg <= mostKg; fromKg += BIN_KG) {
      double low = fromKg;
      List<Pair> bin = pairs.stream().filter(pair -> loadKg(pair) >= low && loadKg(pair) < low + BIN_KG).toList();
      if (bin.size() >= FEWEST) {
        points.add(new double[]{low + BIN_KG / 2, figure.statistics(bin).rmse()});
      }
    }
    return new double[][]{points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray()};
  }
}

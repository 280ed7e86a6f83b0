package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/// The whole run over time: height, velocity, forces, travel, one above the other on one time axis.
final class TimePanels {
  private static final double RIBBON = 14;
  private static final Stroke RIGHT_HAND = Palette.dashes(1.3f, 7, 2);

  private final Trace trace;
  private final double fromS;
  private final double untilS;
  private final Bands bands;
  private final NumberAxis time;
  private final Range heightCm;
  private final Range velocityMps;
  private final Range forceKn;
  private final ForwardTravel travel;
  private final boolean strap;

  TimePanels(Trace trace) {
    this.trace = trace;
    int size = trace.size();
    fromS = size > 0 ? trace.timeS()[0] : 0;
    untilS = size > 1 ? trace.timeS()[size - 1] : fromS + 1;
    bands = new Bands(trace, 0);
    time = Plots.timeAxis(untilS - fromS);
    time.setRange(fromS, untilS);
    travel = new ForwardTravel(trace);
    strap = trace.scenario().sensors().strap().fitted();
    heightCm = new Span().addAll(scaled(trace.heightM(), 100)).atLeast(10).range(0.06, 0.28);
    velocityMps = new Span().addAll(trace.velocityMps()).atLeast(0.4).range(0.2, 0.2);
    Span force = new Span().add(0).addAll(handsKn());
    double barKg = trace.scenario().bar().massKg();
    trace.scenario().sets()
        .forEach(set -> force.add((barKg + set.leftKg() + set.rightKg()) * Reps.GRAVITY_MPS2 / 1000));
    forceKn = force.atLeast(0.2).range(0.02, 0.2);
  }

  void draw(Graphics2D g, Rectangle2D place) {
    CombinedDomainXYPlot stack = new CombinedDomainXYPlot(time);
    stack.setGap(8);
    stack.setInsets(RectangleInsets.ZERO_INSETS);
    stack.add(height(), 30);
    stack.add(velocity(), 28);
    stack.add(force(), 36);
    stack.add(travel(), 24);
    Rectangle2D below = new Rectangle2D.Double(place.getX(), place.getY() + RIBBON + 2, place.getWidth(),
        place.getHeight() - RIBBON - 2);
    PlotRenderingInfo info = new PlotRenderingInfo(null);
    stack.draw(g, below, null, null, info);

    List<Rectangle2D> panels = new ArrayList<>();
    for (int i = 0; i < info.getSubplotCount(); i++) {
      panels.add(info.getSubplotInfo(i).getDataArea());
    }
    Rectangle2D first = panels.get(0);
    DoubleUnaryOperator x = timeS -> time.valueToJava2D(timeS, first, RectangleEdge.BOTTOM);
    bands.drawRibbon(g, new Rectangle2D.Double(first.getX(), place.getY(), first.getWidth(), RIBBON), x);
    RepMarks marks = new RepMarks(trace, x);
    marks.drawNumbers(g, first, heightCm);
    marks.drawMeanVelocities(g, panels.get(1), velocityMps);
    Key.draw(g, panels.get(2), new Key.Entry("left hand", Palette.BLUE, Palette.PLAIN),
        new Key.Entry("right hand", Palette.VERMILION, RIGHT_HAND), new Key.Entry("both", Palette.INK, Palette.PLAIN),
        new Key.Entry("weight", Palette.FAINT, Palette.DASHED),
        new Key.Entry("floor" + cutOff(), Palette.FLOOR_AREA, null));
    if (strap) {
      Key.draw(g, panels.get(3), new Key.Entry("forward travel", Palette.INK, Palette.PLAIN),
          new Key.Entry("lumbar flexion", Palette.PURPLE, Palette.PLAIN));
    }
  }

  private XYPlot height() {
    XYPlot plot = panel("height (cm)", heightCm);
    Plots.line(plot, thin(scaled(trace.heightM(), 100)), Palette.INK, Palette.PLAIN);
    return plot;
  }

  private XYPlot velocity() {
    XYPlot plot = panel("velocity (m/s)", velocityMps);
    plot.addRangeMarker(Plots.rule(0, Palette.FAINT, Palette.HAIR));
    Plots.line(plot, thin(trace.velocityMps()), Palette.BLUE, Palette.PLAIN);
    return plot;
  }

  private XYPlot force() {
    XYPlot plot = panel("force (kN)", forceKn);
    Plots.area(plot, thin(scaled(trace.floorN(), 1e-3)), Palette.FLOOR_AREA);
    Plots.line(plot, weight(), Palette.FAINT, Palette.DASHED);
    Plots.line(plot, thin(scaled(trace.leftHandN(), 1e-3)), Palette.BLUE, Palette.PLAIN);
    Plots.line(plot, thin(scaled(trace.rightHandN(), 1e-3)), Palette.VERMILION, RIGHT_HAND);
    Plots.line(plot, thin(handsKn()), Palette.INK, Palette.PLAIN);
    return plot;
  }

  private XYPlot travel() {
    XYPlot plot = panel("forward (cm)", travel.rangeCm());
    plot.addRangeMarker(Plots.rule(0, Palette.FAINT, Palette.HAIR));
    Plots.line(plot, thin(travel.forwardCm()), Palette.INK, Palette.PLAIN);
    if (strap) {
      NumberAxis lumbar = Plots.axis("lumbar flexion (°)", Palette.PURPLE);
      lumbar.setRange(new Span().addAll(trace.lumbarDeg()).atLeast(10).range(0.08, 0.35));
      plot.setRangeAxis(1, lumbar);
      int index = Plots.line(plot, thin(trace.lumbarDeg()), Palette.PURPLE, Palette.PLAIN);
      plot.mapDatasetToRangeAxis(index, 1);
    }
    return plot;
  }

  private XYPlot panel(String label, Range range) {
    NumberAxis axis = Plots.axis(label, Palette.INK);
    axis.setRange(range);
    XYPlot plot = Plots.panel(axis);
    bands.paintBehind(plot, fromS, untilS);
    return plot;
  }

  /// The weight from the first to the last moment of each set.
  private double[][] weight() {
    List<RepTruth> reps = trace.reps();
    double[][] points = new double[2][3 * reps.size()];
    for (int i = 0; i < reps.size(); i++) {
      RepTruth rep = reps.get(i);
      boolean more = i + 1 < reps.size() && reps.get(i + 1).set() == rep.set();
      points[0][3 * i] = Reps.beginS(rep);
      points[0][3 * i + 1] = more ? Reps.beginS(reps.get(i + 1)) : Reps.endS(rep);
      points[0][3 * i + 2] = points[0][3 * i + 1];
      points[1][3 * i] = Reps.weightN(rep) / 1000;
      points[1][3 * i + 1] = points[1][3 * i];
      points[1][3 * i + 2] = more ? points[1][3 * i] : Double.NaN;
    }
    return points;
  }

  /// How high the floor's force goes where the panel does not show it, so that the hands' fills it.
  private String cutOff() {
    double mostN = 0;
    for (double floorN : trace.floorN()) {
      mostN = Math.max(mostN, Double.isFinite(floorN) ? floorN : 0);
    }
    return mostN / 1000 > forceKn.getUpperBound()
        ? " (cut off, up to " + Numbers.fixed(mostN / 1000, 1) + " kN)"
        : "";
  }

  private double[] handsKn() {
    double[] sum = new double[trace.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (trace.leftHandN()[i] + trace.rightHandN()[i]) / 1000;
    }
    return sum;
  }

  private double[][] thin(double[] values) {
    return Thinning.thin(trace.timeS(), values, fromS, untilS, Plots.COLUMNS);
  }

  static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }
}

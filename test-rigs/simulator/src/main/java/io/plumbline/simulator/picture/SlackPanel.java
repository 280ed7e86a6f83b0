package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// The first two seconds of the first rep: how tension comes into the bar and how the bar bends under it.
final class SlackPanel {
  private static final Font TITLE = Palette.bold(14);
  private static final Font SMALL = Palette.font(12);
  private static final double HEAD = 60;
  private static final double BEFORE_S = 0.2;
  private static final double AFTER_S = 2;
  private static final double LONGEST_S = 5;

  private final Trace trace;

  SlackPanel(Trace trace) {
    this.trace = trace;
  }

  void draw(Graphics2D g, Rectangle2D place) {
    Optional<RepTruth> first = trace.reps().stream().filter(rep -> Double.isFinite(startS(rep))).findFirst();
    boolean pulled = first.isPresent() && Double.isFinite(first.get().pullS());
    double x = place.getX() + 52;
    Labels.write(g, pulled || first.isEmpty() ? "First slack pull" : "First ascent", x, place.getY() + 14, TITLE,
        Palette.INK);
    if (first.isEmpty()) {
      Labels.write(g, "no rep", x, place.getY() + 34, SMALL, Palette.FAINT);
      return;
    }
    RepTruth rep = first.get();
    if (pulled) {
      Labels.write(g, "tension " + Numbers.fixed(rep.tensionS(), 2) + " s, plateau " + Numbers.fixed(rep.plateauS(), 2)
          + " s", x, place.getY() + 34, SMALL, Palette.INK);
      Labels.write(g, "overshoot " + Numbers.fixed(rep.overshoot(), 2) + ", steepest "
          + Numbers.fixed(rep.peakLoadingPctps(), 0) + " %/s", x, place.getY() + 52, SMALL, Palette.INK);
    }
    drawCurves(g, new Rectangle2D.Double(place.getX(), place.getY() + HEAD, place.getWidth(), place.getHeight() - HEAD),
        rep);
  }

  private void drawCurves(Graphics2D g, Rectangle2D place, RepTruth rep) {
    double startS = startS(rep);
    double lengthS = Math.max(AFTER_S, Math.min(LONGEST_S, rep.liftOffS() - startS + 0.4));
    if (!Double.isFinite(lengthS)) {
      lengthS = AFTER_S;
    }
    double[] sinceS = new double[trace.size()];
    double[] percent = new double[trace.size()];
    for (int i = 0; i < sinceS.length; i++) {
      sinceS[i] = trace.timeS()[i] - startS;
      percent[i] = 100 * (trace.leftHandN()[i] + trace.rightHandN()[i]) / Reps.weightN(rep);
    }
    NumberAxis time = Plots.axis(Double.isFinite(rep.pullS()) ? "since the first pull (s)" : "since it turned (s)",
        Palette.INK);
    time.setRange(-BEFORE_S, lengthS);
    double[][] hands = Thinning.thin(sinceS, percent, -BEFORE_S, lengthS, Plots.COLUMNS);
    double[][] left = Thinning.thin(sinceS, TimePanels.scaled(trace.leftBendM(), 1000), -BEFORE_S, lengthS,
        Plots.COLUMNS);
    double[][] right = Thinning.thin(sinceS, TimePanels.scaled(trace.rightBendM(), 1000), -BEFORE_S, lengthS,
        Plots.COLUMNS);

    NumberAxis force = Plots.axis("both hands (% of the weight)", Palette.INK);
    force.setRange(zero(rep).add(100).addAll(hands[1]).atLeast(20).range(0.03, 0.12));
    XYPlot upper = Plots.panel(force);
    upper.addRangeMarker(Plots.rule(100, Palette.FAINT, Palette.DASHED));
    Plots.line(upper, hands, Palette.INK, Palette.PLAIN);

    NumberAxis bend = Plots.axis("bend (mm)", Palette.INK);
    bend.setRange(zero(rep).addAll(left[1]).addAll(right[1]).atLeast(2).range(0.06, 0.28));
    XYPlot lower = Plots.panel(bend);
    Plots.line(lower, left, Palette.BLUE, Palette.PLAIN);
    Plots.line(lower, right, Palette.VERMILION, Palette.dashes(1.6f, 7, 3));

    CombinedDomainXYPlot stack = new CombinedDomainXYPlot(time);
    stack.setGap(8);
    stack.setInsets(RectangleInsets.ZERO_INSETS);
    Bands bands = new Bands(trace, startS);
    for (XYPlot plot : new XYPlot[]{upper, lower}) {
      bands.paintBehind(plot, -BEFORE_S, lengthS);
      if (isLiftOff(rep)) {
        plot.addDomainMarker(Plots.rule(rep.liftOffS() - startS, Palette.INK, Palette.DASHED));
      }
    }
    stack.add(upper, 60);
    stack.add(lower, 40);
    PlotRenderingInfo info = new PlotRenderingInfo(null);
    stack.draw(g, place, null, null, info);
    Rectangle2D above = info.getSubplotInfo(0).getDataArea();
    Labels labels = new Labels(g, above);
    if (isLiftOff(rep)) {
      double x = time.valueToJava2D(rep.liftOffS() - startS, above, RectangleEdge.BOTTOM);
      labels.above("lift-off", x, above.getMaxY() - 3, SMALL, Palette.INK);
    }
    Key.draw(g, info.getSubplotInfo(1).getDataArea(), new Key.Entry("left sleeve", Palette.BLUE, Palette.PLAIN),
        new Key.Entry("right sleeve", Palette.VERMILION, Palette.dashes(1.6f, 7, 3)));
  }

  /// A pull begins at nothing; an ascent that begins in the air is shown from near.
  private static Span zero(RepTruth rep) {
    return Double.isFinite(rep.pullS()) ? new Span().add(0) : new Span();
  }

  private static boolean isLiftOff(RepTruth rep) {
    return Double.isFinite(rep.pullS()) && Double.isFinite(rep.liftOffS());
  }

  private static double startS(RepTruth rep) {
    return Double.isFinite(rep.pullS()) ? rep.pullS() : rep.liftOffS();
  }
}

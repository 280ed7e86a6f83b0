package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import io.plumbline.simulator.scenario.Exercise;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/// The bar's path seen from the side, equal scales, each rep from the plumb line through its own lift-off.
final class PathPanel {
  private static final Font TITLE = Palette.bold(14);
  private static final Font SMALL = Palette.font(12);
  private static final double LEFT = 52;
  private static final double BOTTOM = 40;
  private static final double HEAD = 60;
  private static final double FOOT = 24;
  /// Points of one rep; the path is smooth.
  private static final int POINTS = 900;
  /// With more reps, only the first and the last bear marks.
  private static final int MARKED = 8;

  private final Trace trace;

  PathPanel(Trace trace) {
    this.trace = trace;
  }

  void draw(Graphics2D g, Rectangle2D place) {
    Labels.write(g, "Bar path, side view", place.getX() + LEFT, place.getY() + 14, TITLE, Palette.INK);
    Rectangle2D chart = new Rectangle2D.Double(place.getX(), place.getY() + HEAD, place.getWidth(),
        place.getHeight() - HEAD - FOOT);
    Rectangle2D data = new Rectangle2D.Double(chart.getX() + LEFT, chart.getY(), chart.getWidth() - LEFT,
        chart.getHeight() - BOTTOM);
    Span forwardCm = new Span();
    Span heightCm = new Span();
    Plan plan = new Plan(forwardCm, heightCm, data);
    List<RepTruth> reps = trace.reps();
    NumberAxis vertical = Plots.axis("height (cm)", Palette.INK);
    NumberAxis horizontal = Plots.axis("forward (cm) →", Palette.INK);
    XYPlot plot = Plots.panel(vertical);
    plot.setDomainAxis(horizontal);
    plot.addDomainMarker(Plots.rule(0, Palette.FAINT, Palette.DASHED));
    for (int i = 0; i < reps.size(); i++) {
      addRep(plot, plan, reps.get(i), Palette.rep(i, reps.size()));
    }
    if (reps.isEmpty()) {
      addWholeRun(plot, plan);
    }
    plan.fit(horizontal, vertical);
    plot.setFixedDomainAxisSpace(space(BOTTOM, false));
    plot.setFixedRangeAxisSpace(space(LEFT, true));
    plot.draw(g, chart, null, null, null);
    Shape clip = g.getClip();
    g.clip(data);
    for (int i = 0; i < reps.size(); i++) {
      if (reps.size() <= MARKED || i == 0 || i == reps.size() - 1) {
        drawMarks(g, plan, reps.get(i), Palette.rep(i, reps.size()));
      }
    }
    g.setClip(clip);
    drawKeys(g, place, reps);
  }

  private static AxisSpace space(double size, boolean left) {
    AxisSpace space = new AxisSpace();
    if (left) {
      space.setLeft(size);
    } else {
      space.setBottom(size);
    }
    return space;
  }

  /// The way up plain, the way down thin and pale, all of a lost rep dashed.
  private void addRep(XYPlot plot, Plan plan, RepTruth rep, Color colour) {
    double plumbM = Reps.at(trace.timeS(), trace.forwardM(), rep.liftOffS());
    if (!Double.isFinite(plumbM)) {
      return;
    }
    boolean many = trace.reps().size() > MARKED;
    Stroke up = Reps.isLost(rep) ? Palette.dashes(1.6f, 5, 3) : many ? Palette.THIN : Palette.PLAIN;
    Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), many ? 50 : 110);
    Color strong = many ? new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 140) : colour;
    double endS = Double.isFinite(rep.topS()) ? rep.topS() : Reps.endS(rep);
    Plots.line(plot, path(plan, rep.descentS(), rep.touchDownS(), plumbM), pale, Palette.THIN);
    Plots.line(plot, path(plan, rep.liftOffS(), endS, plumbM), strong, up);
  }

  /// Without a rep: wherever the bar went.
  private void addWholeRun(XYPlot plot, Plan plan) {
    double[] timeS = trace.timeS();
    if (timeS.length > 0) {
      double startM = trace.forwardM()[0];
      Plots.line(plot, path(plan, timeS[0], timeS[timeS.length - 1], startM), Palette.INK, Palette.PLAIN);
    }
  }

  private double[][] path(Plan plan, double fromS, double untilS, double plumbM) {
    if (!Double.isFinite(fromS) || !Double.isFinite(untilS)) {
      return new double[2][0];
    }
    int from = Thinning.firstAtOrAfter(trace.timeS(), fromS);
    int until = Thinning.firstAtOrAfter(trace.timeS(), untilS);
    int stride = Math.max(1, (until - from) / POINTS);
    int count = Math.max(0, (until - from + stride - 1) / stride);
    double[][] points = new double[2][count];
    for (int i = 0; i < count; i++) {
      points[0][i] = 100 * (trace.forwardM()[from + i * stride] - plumbM);
      points[1][i] = 100 * trace.heightM()[from + i * stride];
    }
    plan.forwardCm.addAll(points[0]);
    plan.heightCm.addAll(points[1]);
    return points;
  }

  private void drawMarks(Graphics2D g, Plan plan, RepTruth rep, Color colour) {
    double plumbM = Reps.at(trace.timeS(), trace.forwardM(), rep.liftOffS());
    double liftM = Reps.at(trace.timeS(), trace.heightM(), rep.liftOffS());
    mark(g, plan, 0, liftM, triangle(), colour);
    double topForwardM = Reps.at(trace.timeS(), trace.forwardM(), rep.topS()) - plumbM;
    mark(g, plan, topForwardM, Reps.at(trace.timeS(), trace.heightM(), rep.topS()), square(), colour);
    if (Double.isFinite(rep.romM())) {
      mark(g, plan, rep.driftKneeM(), liftM + rep.romM() / 2, circle(), colour);
    }
  }

  private static void mark(Graphics2D g, Plan plan, double forwardM, double heightM, Shape shape, Color colour) {
    if (Double.isFinite(forwardM) && Double.isFinite(heightM)) {
      mark(g, plan.x(100 * forwardM), plan.y(100 * heightM), shape, colour);
    }
  }

  private static void mark(Graphics2D g, double x, double y, Shape shape, Color colour) {
    g.translate(x, y);
    g.setColor(Palette.PAPER);
    g.fill(shape);
    g.setColor(colour);
    g.setStroke(Palette.PLAIN);
    g.draw(shape);
    g.translate(-x, -y);
  }

  /// Which colour is which rep, and what the marks are.
  private void drawKeys(Graphics2D g, Rectangle2D place, List<RepTruth> reps) {
    double x = place.getX() + LEFT;
    if (reps.isEmpty()) {
      Labels.write(g, "no rep: the whole run", x, place.getY() + 34, SMALL, Palette.FAINT);
      return;
    }
    double y = place.getY() + 34;
    Labels.write(g, "rep", x, y, SMALL, Palette.INK);
    x += g.getFontMetrics(SMALL).stringWidth("rep") + 7;
    boolean sets = reps.getFirst().set() != reps.getLast().set();
    int shown = Math.min(reps.size(), sets ? MARKED / 2 : MARKED);
    for (int i = 0; i < shown; i++) {
      int rep = shown < reps.size() ? (int) Math.round(i * (reps.size() - 1.0) / (shown - 1)) : i;
      String text = sets ? Reps.name(reps.get(rep)) : Integer.toString(reps.get(rep).number());
      Labels.write(g, text, x, y, Palette.bold(12), Palette.rep(rep, reps.size()));
      x += g.getFontMetrics(Palette.bold(12)).stringWidth(text) + 8;
    }
    Labels.write(g, "pale: on the way down", place.getX() + LEFT, y + 18, SMALL, Palette.INK);
    double left = place.getX() + 4;
    double foot = place.getMaxY() - 4;
    boolean floor = trace.scenario().exercise().start() == Exercise.Start.FLOOR;
    List<String> names = floor ? List.of("lift-off", "knee (half way)", "top") : List.of("bottom", "half way", "top");
    List<Shape> shapes = List.of(triangle(), circle(), square());
    for (int i = 0; i < shapes.size(); i++) {
      String name = names.get(i);
      mark(g, left + 5, foot - 4, shapes.get(i), Palette.INK);
      Labels.write(g, name, left + 14, foot, SMALL, Palette.INK);
      left += 14 + g.getFontMetrics(SMALL).stringWidth(name) + 14;
    }
  }

  private static Shape triangle() {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(-4.5, 4);
    triangle.lineTo(4.5, 4);
    triangle.lineTo(0, -4.5);
    triangle.closePath();
    return triangle;
  }

  private static Shape square() {
    return new Rectangle2D.Double(-3.5, -3.5, 7, 7);
  }

  private static Shape circle() {
    return new Ellipse2D.Double(-3.5, -3.5, 7, 7);
  }

  /// Where centimetres lie on the paper, with one scale for both axes.
  private static final class Plan {
    private final Span forwardCm;
    private final Span heightCm;
    private final Rectangle2D data;
    private double leftCm;
    private double lowCm;
    private double pxPerCm = 1;

    Plan(Span forwardCm, Span heightCm, Rectangle2D data) {
      this.forwardCm = forwardCm;
      this.heightCm = heightCm;
      this.data = data;
    }

    void fit(NumberAxis horizontal, NumberAxis vertical) {
      var wide = forwardCm.add(0).atLeast(4).range(0.15, 0.15);
      var high = heightCm.atLeast(20).range(0.05, 0.05);
      pxPerCm = Math.min(data.getWidth() / wide.getLength(), data.getHeight() / high.getLength());
      leftCm = wide.getCentralValue() - data.getWidth() / pxPerCm / 2;
      lowCm = high.getCentralValue() - data.getHeight() / pxPerCm / 2;
      horizontal.setRange(leftCm, leftCm + data.getWidth() / pxPerCm);
      vertical.setRange(lowCm, lowCm + data.getHeight() / pxPerCm);
      vertical.setTickUnit(Plots.step(data.getHeight() / pxPerCm > 30 ? 10 : 5));
    }

    double x(double cm) {
      return data.getX() + (cm - leftCm) * pxPerCm;
    }

    double y(double cm) {
      return data.getMaxY() - (cm - lowCm) * pxPerCm;
    }
  }
}

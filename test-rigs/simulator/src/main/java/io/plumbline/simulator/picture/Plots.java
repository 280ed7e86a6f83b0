package io.plumbline.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/// Axes, panels and curves in one style.
final class Plots {
  /// Columns a curve is thinned to: as many as the widest panel has pixels.
  static final int COLUMNS = 1000;

  static {
    // Else the library turns a vertical axis's label into outlines, and an SVG has no words there.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private Plots() {}

  static NumberAxis axis(String label, Color colour) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setStandardTickUnits(decimalTicks());
    style(axis, colour);
    return axis;
  }

  /// Of seconds; hours of recording show minutes.
  static NumberAxis timeAxis(double spanS) {
    boolean minutes = spanS > 150;
    NumberAxis axis = new NumberAxis(minutes ? "time (min:s)" : "time (s)");
    axis.setStandardTickUnits(minutes ? ClockTick.units() : decimalTicks());
    style(axis, Palette.INK);
    return axis;
  }

  private static void style(NumberAxis axis, Color colour) {
    axis.setLabelFont(Palette.font(13));
    axis.setTickLabelFont(Palette.font(12));
    axis.setLabelPaint(colour);
    axis.setTickLabelPaint(colour);
    axis.setAxisLineVisible(false);
    // Room around each number, so that there are fewer.
    axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
    axis.setTickMarkPaint(Palette.FAINT);
  }

  private static TickUnits decimalTicks() {
    TickUnits units = new TickUnits();
    double decade = 0.001;
    for (int exponent = -3; exponent <= 5; exponent++) {
      int decimals = Math.max(0, -exponent);
      for (int step : new int[]{1, 2, 5}) {
        units.add(new NumberTickUnit(step * decade, decimals(decimals), 5));
      }
      decade *= 10;
    }
    return units;
  }

  /// A step of whole units.
  static NumberTickUnit step(int size) {
    return new NumberTickUnit(size, decimals(0), 5);
  }

  private static DecimalFormat decimals(int count) {
    DecimalFormat format = new DecimalFormat(count == 0 ? "0" : "0." + "0".repeat(count),
        DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setNegativePrefix("−");
    return format;
  }

  static XYPlot panel(NumberAxis vertical) {
    XYPlot plot = new XYPlot(null, null, vertical, null);
    plot.setBackgroundPaint(Palette.PAPER);
    plot.setOutlinePaint(Palette.FAINT);
    plot.setOutlineStroke(Palette.HAIR);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(Palette.HAIR);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.HAIR);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    // What comes later lies on top.
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    return plot;
  }

  /// Adds a curve; `points` are `{x, y}`, gaps are NaN.
  static int line(XYPlot plot, double[][] points, Color colour, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    return add(plot, points, renderer, colour, stroke);
  }

  /// Adds the area between a curve and zero.
  static int area(XYPlot plot, double[][] points, Color colour) {
    return add(plot, points, new XYAreaRenderer(XYAreaRenderer.AREA), colour, new BasicStroke(0));
  }

  private static int add(XYPlot plot, double[][] points, XYItemRenderer renderer, Color colour, Stroke stroke) {
    DefaultXYDataset data = new DefaultXYDataset();
    int index = plot.getDatasetCount();
    data.addSeries(index, points);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
    return index;
  }

  /// A straight line over the whole panel.
  static ValueMarker rule(double value, Paint colour, Stroke stroke) {
    ValueMarker rule = new ValueMarker(value, colour, stroke);
    rule.setAlpha(1);
    return rule;
  }
}

package io.plumbline.benchmarks.accuracy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/// Axes, points and lines in one style. Hues after Okabe and Ito, which people with any kind of colour blindness can tell apart.
final class Charts {
  static final Color BLUE = new Color(0x0072B2);
  static final Color ORANGE = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color PURPLE = new Color(0x8C3F74);
  static final Color INK = new Color(0x1A1A1A);
  private static final Color FAINT = new Color(0x5E5E5E);
  private static final Color GRID = new Color(0, 0, 0, 28);
  private static final int VEIL = 90;
  static final Stroke PLAIN = new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
      new float[]{6, 4}, 0);
  private static final Shape DOT = new Ellipse2D.Double(-2, -2, 4, 4);

  private Charts() {}

  /// An empty panel; ranges follow what is put in.
  static XYPlot panel(String across, String up) {
    XYPlot plot = new XYPlot(null, axis(across), axis(up), null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(FAINT);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    // What comes later lies on top.
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    return plot;
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setLabelFont(font(13));
    axis.setTickLabelFont(font(12));
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLineVisible(false);
    DecimalFormat format = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setNegativePrefix("−");
    axis.setNumberFormatOverride(format);
    return axis;
  }

  private static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /// Adds points `{x, y}`.
  static void dots(XYPlot plot, String name, double[][] points, Color colour) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, DOT);
    add(plot, name, points, renderer, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), VEIL));
  }

  /// Adds a line through points `{x, y}`.
  static void line(XYPlot plot, String name, double[][] points, Color colour, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesStroke(0, stroke);
    add(plot, name, points, renderer, colour);
  }

  private static void add(XYPlot plot, String name, double[][] points, XYLineAndShapeRenderer renderer, Color colour) {
    DefaultXYDataset data = new DefaultXYDataset();
    data.addSeries(name, points);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesVisibleInLegend(0, !name.isEmpty());
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  /// A straight line over the whole panel, at a height.
  static void level(XYPlot plot, double at, Color colour, Stroke stroke) {
    ValueMarker rule = new ValueMarker(at, colour, stroke);
    rule.setAlpha(1);
    plot.addRangeMarker(rule);
  }

  static JFreeChart chart(String title, XYPlot plot) {
    JFreeChart chart = new JFreeChart(null, font(14), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(6, 6, 6, 12));
    TextTitle heading = new TextTitle(title, font(15));
    heading.setPaint(INK);
    chart.setTitle(heading);
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(font(12));
    legend.setPosition(RectangleEdge.BOTTOM);
    chart.addLegend(legend);
    return chart;
  }
}

package io.plumbline.benchmarks.attitude;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// The inclination errors over time, a panel a trial, a curve a filter. The baseline runs out of the panel.
///
/// @param filters   the baseline first
/// @param trials    a panel each
/// @param errorsDeg of each filter, in each trial, of each sample
record ErrorPlot(List<InclinationFilter> filters, List<Trial> trials, List<List<double[]>> errorsDeg) {
  private static final int WIDTH = 1400;
  private static final int PANEL_HEIGHT = 320;
  private static final double BIN_S = 0.25;
  private static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final String SVG = "http://www.w3.org/2000/svg";
  /// After Okabe and Ito; the last is the firmware's.
  private static final List<Color> COLOURS = List.of(new Color(0x9A9A9A), new Color(0xC44E00), new Color(0x8C3F74),
      new Color(0x56B4E9), new Color(0x0067A6));

  /// Whether a picture could be written there.
  ///
  /// @throws TrialException where the suffix is another, or there is no such folder; one line that says which
  static void check(Path file) throws TrialException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new TrialException(
          "cannot draw " + file + ": a picture's name ends in .png or .svg, and this one in neither");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new TrialException("cannot draw " + file + ": "
          + (Files.isDirectory(file) ? "it is a folder" : "there is no folder " + folder));
    }
  }

  /// Writes a PNG or an SVG, by the suffix; complete or not there.
  void write(Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    byte[] picture = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg") ? svg() : png();
    Path partial = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      Files.write(partial, picture);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private int height() {
    return PANEL_HEIGHT * trials.size();
  }

  private byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    draw(g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private byte[] svg() throws IOException {
    SVGGraphics2D g;
    try {
      g = new SVGGraphics2D(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation()
          .createDocument(SVG, "svg", null));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML refused a picture", e);
    }
    g.setSVGCanvasSize(new Dimension(WIDTH, height()));
    draw(g);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      g.stream(out, true);
    }
    return bytes.toByteArray();
  }

  private void draw(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    for (int i = 0; i < trials.size(); i++) {
      panel(i).draw(g, new Rectangle2D.Double(0, (double) i * PANEL_HEIGHT, WIDTH, PANEL_HEIGHT));
    }
  }

  private JFreeChart panel(int trial) {
    DefaultXYDataset data = new DefaultXYDataset();
    double most = 0;
    for (int k = 0; k < filters.size(); k++) {
      double[][] points = mostOfBins(trials.get(trial).timeS(), errorsDeg.get(k).get(trial));
      data.addSeries(filters.get(k).name(), points);
      for (int i = 0; k > 0 && i < points[1].length; i++) {
        most = Double.isNaN(points[1][i]) ? most : Math.max(most, points[1][i]);
      }
    }
    JFreeChart chart = ChartFactory.createXYLineChart("BROAD " + trials.get(trial).name() + ": inclination error",
        "time (s)", "error (°), most of each " + BIN_S + " s", data);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.getRangeAxis().setRange(0, 1.05 * most);
    plot.getRangeAxis().setLabelFont(LABELS);
    plot.getDomainAxis().setLabelFont(LABELS);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int k = 0; k < filters.size(); k++) {
      renderer.setSeriesPaint(k, COLOURS.get(k % COLOURS.size()));
      renderer.setSeriesStroke(k, new BasicStroke(k == 0 ? 1 : 1.5f));
    }
    plot.setRenderer(renderer);
    return chart;
  }

  /// Of each bin the largest error, so that no peak is lost; a bin without any has none.
  static double[][] mostOfBins(double[] timeS, double[] errors) {
    int bins = (int) ((timeS[timeS.length - 1] - timeS[0]) / BIN_S) + 1;
    double[][] points = new double[2][bins];
    for (int b = 0; b < bins; b++) {
      points[0][b] = timeS[0] + (b + 0.5) * BIN_S;
      points[1][b] = Double.NaN;
    }
    for (int i = 0; i < timeS.length; i++) {
      int b = (int) ((timeS[i] - timeS[0]) / BIN_S);
      if (!Double.isNaN(errors[i]) && !(errors[i] <= points[1][b])) {
        points[1][b] = errors[i];
      }
    }
    return points;
  }
}

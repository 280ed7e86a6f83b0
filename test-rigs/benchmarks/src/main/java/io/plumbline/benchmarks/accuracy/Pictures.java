package io.plumbline.benchmarks.accuracy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;

/// Charts as the bytes of a PNG, two in a row.
final class Pictures {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 400;
  private static final int A_ROW = 2;

  private Pictures() {}

  /// @throws IOException where this machine cannot draw; one line that says what to do
  static byte[] png(List<JFreeChart> charts) throws IOException {
    // No window is ever opened, and a display that is named but gone must not matter.
    System.setProperty("java.awt.headless", "true");
    int rows = (charts.size() + A_ROW - 1) / A_ROW;
    BufferedImage image = new BufferedImage(Math.min(A_ROW, charts.size()) * WIDTH, rows * HEIGHT,
        BufferedImage.TYPE_INT_RGB);
    try {
      draw(charts, image);
    } catch (LinkageError | InternalError | RuntimeException e) {
      // The JDK says it in any of these ways, by version and by what is missing.
      throw new IOException("cannot draw: " + e + "; where this machine has no fonts, on Debian: apt install fontconfig"
          + " fonts-dejavu-core", e);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Else the JDK goes by way of a file in its own temporary folder.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private static void draw(List<JFreeChart> charts, BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (int i = 0; i < charts.size(); i++) {
      charts.get(i).draw(g, new Rectangle(i % A_ROW * WIDTH, i / A_ROW * HEIGHT, WIDTH, HEIGHT));
    }
    g.dispose();
  }
}

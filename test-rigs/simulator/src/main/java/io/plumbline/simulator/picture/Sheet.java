package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Trace;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/// The whole picture and where its parts lie, in pixels.
final class Sheet {
  static final int WIDTH = 1600;
  static final int HEIGHT = 1100;
  private static final double TABLE_TOP = 912;

  private Sheet() {}

  static void draw(Trace trace, Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Palette.PAPER);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    new Heading(trace.scenario()).draw(g, new Rectangle2D.Double(16, 8, WIDTH - 32, 52));
    new Bands(trace, 0).drawLegend(g, 66, 82);
    new TimePanels(trace).draw(g, new Rectangle2D.Double(10, 94, 1010, TABLE_TOP - 14 - 94));
    Rectangle2D path = new Rectangle2D.Double(1030, 68, 236, TABLE_TOP - 14 - 68);
    new PathPanel(trace).draw(g, path);
    new SlackPanel(trace).draw(g, new Rectangle2D.Double(1276, 68, 304, TABLE_TOP - 14 - 68));
    new RepTable(trace).draw(g, new Rectangle2D.Double(16, TABLE_TOP, WIDTH - 32, HEIGHT - TABLE_TOP));
  }
}

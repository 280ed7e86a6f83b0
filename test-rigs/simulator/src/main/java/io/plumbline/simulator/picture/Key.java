package io.plumbline.simulator.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// What the lines of a panel mean, in one row at its upper or lower left corner.
final class Key {
  private static final Font FONT = Palette.font(12);
  private static final double HEIGHT = 18;
  private static final double SAMPLE = 20;

  /// @param stroke null for an area
  record Entry(String name, Color colour, @Nullable Stroke stroke) {}

  private Key() {}

  static void draw(Graphics2D g, Rectangle2D panel, Entry... entries) {
    draw(g, panel.getMinX() + 4, panel.getMinY() + 4, entries);
  }

  static void drawAtFoot(Graphics2D g, Rectangle2D panel, Entry... entries) {
    draw(g, panel.getMinX() + 4, panel.getMaxY() - HEIGHT - 4, entries);
  }

  private static void draw(Graphics2D g, double left, double top, Entry... entries) {
    double width = 6;
    for (Entry entry : entries) {
      width += SAMPLE + 4 + g.getFontMetrics(FONT).stringWidth(entry.name()) + 12;
    }
    Rectangle2D place = new Rectangle2D.Double(left, top, width, HEIGHT);
    g.setColor(Palette.HALO);
    g.fill(place);
    double x = place.getMinX() + 6;
    double middle = place.getCenterY();
    for (Entry entry : entries) {
      g.setColor(entry.colour());
      if (entry.stroke() == null) {
        g.fill(new Rectangle2D.Double(x, middle - 5, SAMPLE, 10));
      } else {
        g.setStroke(entry.stroke());
        g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
      }
      x += SAMPLE + 4;
      Labels.write(g, entry.name(), x, middle + 4.5, FONT, Palette.INK);
      x += g.getFontMetrics(FONT).stringWidth(entry.name()) + 12;
    }
  }
}

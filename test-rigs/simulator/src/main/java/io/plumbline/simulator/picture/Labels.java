package io.plumbline.simulator.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Puts words into one panel and leaves out what would lie upon another.
final class Labels {
  private static final double GAP = 3;
  private final Graphics2D g;
  private final Rectangle2D bounds;
  private final List<Rectangle2D> taken = new ArrayList<>();

  Labels(Graphics2D g, Rectangle2D bounds) {
    this.g = g;
    this.bounds = bounds;
  }

  /// Writes `text` with its middle above `x`, its foot at `y`, moved into the panel where it would stick out; false where there is no room.
  boolean above(String text, double x, double y, Font font, Color colour) {
    FontMetrics metrics = g.getFontMetrics(font);
    double width = metrics.stringWidth(text);
    double left = Math.clamp(x - width / 2, bounds.getMinX() + GAP,
        Math.max(bounds.getMinX() + GAP, bounds.getMaxX() - width - GAP));
    double baseline = Math.clamp(y - metrics.getDescent(), bounds.getMinY() + metrics.getAscent(),
        bounds.getMaxY() - metrics.getDescent());
    Rectangle2D place = new Rectangle2D.Double(left - GAP, baseline - metrics.getAscent(), width + 2 * GAP,
        metrics.getAscent() + metrics.getDescent());
    if (taken.stream().anyMatch(place::intersects)) {
      return false;
    }
    taken.add(place);
    g.setColor(Palette.HALO);
    g.fill(new Rectangle2D.Double(left - 1, baseline - metrics.getAscent() + 2, width + 2, metrics.getAscent()));
    write(g, text, left, baseline, font, colour);
    return true;
  }

  /// Keeps others out of a place.
  void reserve(Rectangle2D place) {
    taken.add(place);
  }

  static void write(Graphics2D g, String text, double x, double baseline, Font font, Color colour) {
    g.setFont(font);
    g.setColor(colour);
    g.drawString(text, (float) x, (float) baseline);
  }

  /// As much of `text` as fits into `width`.
  static String fitting(Graphics2D g, String text, double width, Font font) {
    FontMetrics metrics = g.getFontMetrics(font);
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0 && metrics.stringWidth(text.substring(0, length) + "…") > width) {
      length--;
    }
    return text.substring(0, length).stripTrailing() + "…";
  }
}

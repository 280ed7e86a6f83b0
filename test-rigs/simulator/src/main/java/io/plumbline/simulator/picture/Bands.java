package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.Trace;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/// The phases: bands behind the panels, a ribbon above them, and what their colours mean.
final class Bands {
  private static final Font FONT = Palette.font(13);
  private static final Font LETTER = Palette.bold(10);

  private record Band(Phase phase, double fromS, double untilS) {}

  private final List<Band> bands = new ArrayList<>();

  /// @param zeroS moment that becomes time 0
  Bands(Trace trace, double zeroS) {
    double[] timeS = trace.timeS();
    for (int from = 0; from < timeS.length;) {
      int until = from + 1;
      while (until < timeS.length && trace.phase()[until] == trace.phase()[from]) {
        until++;
      }
      bands.add(new Band(trace.phase()[from], timeS[from] - zeroS, timeS[Math.min(until, timeS.length - 1)] - zeroS));
      from = until;
    }
  }

  void paintBehind(XYPlot plot, double fromS, double untilS) {
    for (Band band : bands) {
      if (band.phase() != Phase.REST && band.untilS() > fromS && band.fromS() < untilS) {
        IntervalMarker marker = new IntervalMarker(Math.max(fromS, band.fromS()), Math.min(untilS, band.untilS()),
            Palette.band(band.phase()));
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
      }
    }
  }

  /// Draws the ribbon into `place`; a phase that is wide enough there bears its letter.
  void drawRibbon(Graphics2D g, Rectangle2D place, DoubleUnaryOperator xOfTimeS) {
    for (Band band : bands) {
      double left = xOfTimeS.applyAsDouble(band.fromS());
      double right = xOfTimeS.applyAsDouble(band.untilS());
      g.setColor(Palette.strong(band.phase()));
      g.fill(new Rectangle2D.Double(left, place.getMinY(), right - left, place.getHeight()));
      double width = g.getFontMetrics(LETTER).stringWidth(letter(band.phase()));
      if (right - left > width + 2) {
        Labels.write(g, letter(band.phase()), (left + right - width) / 2, place.getMaxY() - 2.5, LETTER, Color.BLACK);
      }
    }
    g.setColor(Palette.FAINT);
    g.setStroke(Palette.HAIR);
    g.draw(place);
  }

  /// The phases that occur.
  void drawLegend(Graphics2D g, double left, double baseline) {
    double x = left;
    for (Phase phase : new TreeSet<>(bands.stream().map(Band::phase).toList())) {
      Rectangle2D upper = new Rectangle2D.Double(x, baseline - 12, 26, 7);
      Rectangle2D lower = new Rectangle2D.Double(x, baseline - 5, 26, 7);
      g.setColor(Palette.strong(phase));
      g.fill(upper);
      g.setColor(Palette.band(phase));
      g.fill(lower);
      g.setColor(Palette.FAINT);
      g.setStroke(Palette.HAIR);
      g.draw(upper.createUnion(lower));
      String text = (letter(phase) + " " + (phase.id().isEmpty() ? "moved, no rep" : phase.id())).strip();
      Labels.write(g, text, x + 32, baseline, FONT, Palette.INK);
      x += 32 + g.getFontMetrics(FONT).stringWidth(text) + 22;
    }
  }

  private static String letter(Phase phase) {
    return phase == Phase.REST || phase.id().isEmpty() ? "" : phase.id().substring(0, 1).toUpperCase(Locale.ROOT);
  }
}

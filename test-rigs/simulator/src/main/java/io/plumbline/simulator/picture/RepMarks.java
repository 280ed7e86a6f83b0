package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jfree.data.Range;

/// Numbers and outcomes of the reps, and their mean velocities, over the curves.
final class RepMarks {
  private static final Font NUMBER = Palette.bold(13);
  /// Least distance of two numbers.
  private static final double ROOM = 20;
  private static final Font SMALL = Palette.font(12);

  private final Trace trace;
  private final DoubleUnaryOperator xOfTimeS;

  RepMarks(Trace trace, DoubleUnaryOperator xOfTimeS) {
    this.trace = trace;
    this.xOfTimeS = xOfTimeS;
  }

  /// Over each top the rep's number, with its outcome where it is not a whole rep. A set whose reps are too close for that shows only what
  /// went wrong.
  void drawNumbers(Graphics2D g, Rectangle2D panel, Range heightCm) {
    Labels labels = new Labels(g, panel);
    drawSets(g, labels, panel);
    // What went wrong first: it matters more than the numbers around it.
    for (boolean whole : new boolean[]{false, true}) {
      for (RepTruth rep : trace.reps()) {
        double topS = Reps.highestS(trace, rep);
        double topCm = 100 * Reps.at(trace.timeS(), trace.heightM(), topS);
        if (Reps.isWhole(rep) != whole || !Double.isFinite(topCm)) {
          continue;
        }
        double x = xOfTimeS.applyAsDouble(topS);
        double y = y(topCm, panel, heightCm) - 4;
        if (whole && isCrowded(rep.set())) {
          continue;
        }
        if (whole) {
          labels.above(Integer.toString(rep.number()), x, y, NUMBER, Palette.INK);
        } else {
          drawMark(g, rep, x, y - 4);
          labels.reserve(new Rectangle2D.Double(x - 5, y - 9, 10, 10));
          if (!labels.above(rep.number() + " " + rep.outcome(), x, y - 11, NUMBER, Palette.VERMILION)) {
            labels.above(Integer.toString(rep.number()), x, y - 11, NUMBER, Palette.VERMILION);
          }
        }
      }
    }
  }

  /// Which sets there are, above the middle of each, in the longest words for which all have room.
  private void drawSets(Graphics2D g, Labels labels, Rectangle2D panel) {
    List<List<RepTruth>> sets = trace.reps().stream().collect(Collectors.groupingBy(RepTruth::set, TreeMap::new,
        Collectors.toList())).values().stream().filter(set -> Double.isFinite(middleX(set))).toList();
    if (sets.size() < 2) {
      return;
    }
    List<String> words = List.of();
    for (int brevity = 0; brevity < 4; brevity++) {
      int chosen = brevity;
      words = sets.stream().map(set -> words(set, chosen)).toList();
      if (haveRoom(g, sets, words)) {
        break;
      }
    }
    for (int i = 0; i < sets.size(); i++) {
      labels.above(words.get(i), middleX(sets.get(i)), panel.getMinY() + 17, SMALL, Palette.INK);
    }
  }

  private static String words(List<RepTruth> set, int brevity) {
    RepTruth first = set.getFirst();
    String loadKg = Numbers.shortest(first.loadKg());
    return switch (brevity) {
      case 0 -> "set " + first.set() + ": " + set.size() + " × " + loadKg + " kg";
      case 1 -> set.size() + " × " + loadKg + " kg";
      case 2 -> loadKg + " kg";
      default -> Integer.toString(first.set());
    };
  }

  private boolean haveRoom(Graphics2D g, List<List<RepTruth>> sets, List<String> words) {
    FontMetrics metrics = g.getFontMetrics(SMALL);
    for (int i = 1; i < sets.size(); i++) {
      double needed = (metrics.stringWidth(words.get(i - 1)) + metrics.stringWidth(words.get(i))) / 2.0 + 10;
      if (middleX(sets.get(i)) - middleX(sets.get(i - 1)) < needed) {
        return false;
      }
    }
    return true;
  }

  private double middleX(List<RepTruth> set) {
    return (xOfTimeS.applyAsDouble(Reps.beginS(set.getFirst())) + xOfTimeS.applyAsDouble(Reps.endS(set.getLast()))) / 2;
  }

  private boolean isCrowded(int set) {
    double lastX = Double.NEGATIVE_INFINITY;
    for (RepTruth rep : trace.reps()) {
      double x = xOfTimeS.applyAsDouble(Reps.highestS(trace, rep));
      if (rep.set() == set && Double.isFinite(x)) {
        if (x - lastX < ROOM) {
          return true;
        }
        lastX = x;
      }
    }
    return false;
  }

  /// A cross for a lost rep, a triangle for one that was not clean.
  private static void drawMark(Graphics2D g, RepTruth rep, double x, double y) {
    g.setColor(Palette.VERMILION);
    g.setStroke(Palette.PLAIN);
    if (Reps.isLost(rep)) {
      g.draw(new Line2D.Double(x - 4, y - 4, x + 4, y + 4));
      g.draw(new Line2D.Double(x - 4, y + 4, x + 4, y - 4));
    } else {
      Path2D triangle = new Path2D.Double();
      triangle.moveTo(x - 5, y + 4);
      triangle.lineTo(x + 5, y + 4);
      triangle.lineTo(x, y - 5);
      triangle.closePath();
      g.fill(triangle);
    }
  }

  /// A bar over each ascent at its mean velocity, with the number.
  void drawMeanVelocities(Graphics2D g, Rectangle2D panel, Range velocityMps) {
    Labels labels = new Labels(g, panel);
    Key.drawAtFoot(g, panel, new Key.Entry("vertical velocity", Palette.BLUE, Palette.PLAIN),
        new Key.Entry("mean of the ascent", Palette.VERMILION, Palette.HEAVY));
    for (RepTruth rep : trace.reps()) {
      double meanMps = rep.meanVelocityMps();
      if (!Double.isFinite(meanMps) || !Double.isFinite(rep.liftOffS()) || !Double.isFinite(rep.topS())) {
        continue;
      }
      double left = xOfTimeS.applyAsDouble(rep.liftOffS());
      double right = xOfTimeS.applyAsDouble(rep.topS());
      double y = y(meanMps, panel, velocityMps);
      g.setColor(Palette.VERMILION);
      g.setStroke(Palette.HEAVY);
      g.draw(new Line2D.Double(left, y, right, y));
      Color colour = Palette.VERMILION.darker();
      labels.above(Numbers.fixed(meanMps, 2), (left + right) / 2, y(peakMps(rep), panel, velocityMps) - 3, NUMBER,
          colour);
    }
  }

  private static double peakMps(RepTruth rep) {
    return Double.isFinite(rep.peakVelocityMps()) ? rep.peakVelocityMps() : rep.meanVelocityMps();
  }

  private static double y(double value, Rectangle2D panel, Range range) {
    return panel.getMaxY() - (value - range.getLowerBound()) / range.getLength() * panel.getHeight();
  }
}

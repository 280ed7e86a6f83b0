package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The reps in numbers, up to eight of them.
final class RepTable {
  static final int ROWS = 8;
  private static final double ROW = 18;
  private static final Font HEAD = Palette.bold(12);
  private static final Font CELL = Palette.font(13);

  private record Column(String name, int width, Function<RepTruth, String> cell) {}

  private static final List<Column> COLUMNS = List.of(
      new Column("set.rep", 64, Reps::name), new Column("outcome", 96, RepTruth::outcome),
      new Column("load kg", 80, rep -> Numbers.shortest(rep.loadKg())),
      new Column("mean m/s", 84, rep -> Numbers.fixed(rep.meanVelocityMps(), 3)),
      new Column("peak m/s", 84, rep -> Numbers.fixed(rep.peakVelocityMps(), 2)),
      new Column("ROM cm", 78, rep -> Numbers.fixed(100 * rep.romM(), 1)),
      new Column("drift max cm", 100, rep -> Numbers.fixed(100 * rep.driftMaxM(), 1)),
      new Column("top cm", 72, rep -> Numbers.fixed(100 * rep.driftTopM(), 1)),
      new Column("tension s", 84, rep -> Numbers.fixed(rep.tensionS(), 2)),
      new Column("overshoot", 88, rep -> Numbers.fixed(rep.overshoot(), 2)),
      new Column("steepest %/s", 104, rep -> Numbers.fixed(rep.peakLoadingPctps(), 0)),
      new Column("left share %", 98, rep -> Numbers.fixed(100 * rep.leftShare(), 1)),
      new Column("tilt °", 62, rep -> Numbers.fixed(rep.peakTiltDeg(), 1)),
      new Column("twist °", 66, rep -> Numbers.fixed(rep.peakTwistDeg(), 1)),
      new Column("touch-down m/s", 122, rep -> Numbers.fixed(rep.touchDownMps(), 2)),
      new Column("impact g", 80, rep -> Numbers.fixed(rep.impactPeakMps2() / Reps.GRAVITY_MPS2, 1)),
      new Column("lumbar ° start, knee, top", 180, rep -> Numbers.fixed(rep.lumbarStartDeg(), 0) + ", "
          + Numbers.fixed(rep.lumbarKneeDeg(), 0) + ", " + Numbers.fixed(rep.lumbarTopDeg(), 0)));

  private final List<RepTruth> reps;

  RepTable(Trace trace) {
    reps = trace.reps();
  }

  void draw(Graphics2D g, Rectangle2D place) {
    if (reps.isEmpty()) {
      Labels.write(g, "No rep in this run.", place.getX() + 24, place.getY() + 14, CELL, Palette.FAINT);
      return;
    }
    double y = place.getY() + 14;
    drawRow(g, place.getX() + 20, y, HEAD, Palette.INK, Column::name);
    g.setColor(Palette.FAINT);
    g.setStroke(Palette.HAIR);
    g.draw(new Line2D.Double(place.getX(), y + 5, place.getMaxX(), y + 5));
    for (int index : shown()) {
      y += ROW;
      RepTruth rep = reps.get(index);
      g.setColor(Palette.rep(index, reps.size()));
      g.fill(new Rectangle2D.Double(place.getX() + 2, y - 10, 12, 11));
      drawRow(g, place.getX() + 20, y, CELL, Reps.isWhole(rep) ? Palette.INK : Palette.VERMILION,
          column -> column.cell().apply(rep));
    }
    if (reps.size() > ROWS) {
      Labels.write(g, ROWS + " of " + reps.size() + " reps", place.getX() + 20, y + ROW, CELL, Palette.FAINT);
    }
  }

  private static void drawRow(Graphics2D g, double left, double baseline, Font font, Color colour,
      Function<Column, String> text) {
    double x = left;
    for (Column column : COLUMNS) {
      Labels.write(g, text.apply(column), x, baseline, font, colour);
      x += column.width();
    }
  }

  /// All, or an even choice with the first and the last.
  private int[] shown() {
    int count = Math.min(ROWS, reps.size());
    return IntStream.range(0, count)
        .map(row -> reps.size() <= ROWS ? row : (int) Math.round(row * (reps.size() - 1.0) / (ROWS - 1))).toArray();
  }
}

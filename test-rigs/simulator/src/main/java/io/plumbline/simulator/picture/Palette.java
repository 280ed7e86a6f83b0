package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Phase;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/// Colours, strokes and fonts. Hues after Okabe and Ito, which people with any kind of colour blindness can tell apart; the bands are their
/// tints and differ in lightness too.
final class Palette {
  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1A1A1A);
  static final Color FAINT = new Color(0x5E5E5E);
  static final Color GRID = new Color(0, 0, 0, 28);
  static final Color BLUE = new Color(0x0067A6);
  static final Color VERMILION = new Color(0xC44E00);
  static final Color PURPLE = new Color(0x8C3F74);
  /// Behind words that lie upon curves.
  static final Color HALO = new Color(255, 255, 255, 205);
  static final Color FLOOR_AREA = new Color(0x6E, 0x6E, 0x6E, 96);

  static final Stroke HAIR = new BasicStroke(0.8f);
  static final Stroke THIN = new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final Stroke PLAIN = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final Stroke HEAVY = new BasicStroke(3.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED = dashes(1.1f, 6, 4);

  private static final Color FIRST_REP = new Color(0x00285C);
  private static final Color LAST_REP = new Color(0xE08A00);

  private Palette() {}

  static Stroke dashes(float width, float on, float off) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{on, off}, 0);
  }

  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }

  /// The background of a panel while the phase lasts. What is no phase of a rep has a colour too.
  static Color band(Phase phase) {
    return switch (phase.id()) {
      case "rest" -> PAPER;
      case "tension" -> new Color(0xFAEBA8);
      case "ascent" -> new Color(0xBFE0F7);
      case "lockout" -> new Color(0x9FD6C2);
      case "descent" -> new Color(0xE6C3DA);
      case "floor" -> new Color(0xEDEDED);
      default -> new Color(0xD9CDBF);
    };
  }

  /// The ribbon above the panels.
  static Color strong(Phase phase) {
    return switch (phase.id()) {
      case "rest" -> PAPER;
      case "tension" -> new Color(0xF0E442);
      case "ascent" -> new Color(0x56B4E9);
      case "lockout" -> new Color(0x009E73);
      case "descent" -> new Color(0xCC79A7);
      case "floor" -> new Color(0xB0B0B0);
      default -> new Color(0x8A7560);
    };
  }

  /// Dark blue for the first rep, over greys, to orange for the last.
  static Color rep(int index, int count) {
    double share = count > 1 ? (double) index / (count - 1) : 0;
    return new Color(mix(FIRST_REP.getRed(), LAST_REP.getRed(), share),
        mix(FIRST_REP.getGreen(), LAST_REP.getGreen(), share), mix(FIRST_REP.getBlue(), LAST_REP.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}

package io.plumbline.simulator.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D g = image.createGraphics();

  @Test
  void shouldLeaveOutAWordWhenItWouldLieUponAnother() {
    Labels labels = new Labels(g, new Rectangle2D.Double(0, 0, 300, 100));

    assertTrue(labels.above("12", 100, 50, Palette.font(12), Palette.PAPER));
    assertFalse(labels.above("13", 108, 50, Palette.font(12), Palette.PAPER));
    assertTrue(labels.above("14", 140, 50, Palette.font(12), Palette.PAPER));
  }

  @Test
  void shouldMoveAWordInsideWhenItWouldStickOut() {
    Labels labels = new Labels(g, new Rectangle2D.Double(50, 30, 200, 60));

    assertTrue(labels.above("long words", 249, 10, Palette.font(12), Palette.PAPER));

    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean outside = x < 50 || x > 250 || y < 30 || y > 90;
        assertTrue(!outside || (image.getRGB(x, y) & 0xFFFFFF) == 0, "ink at " + x + ", " + y);
      }
    }
  }

  @Test
  void shouldCutTextWithDotsWhenItIsTooLong() {
    String text = "a purpose that goes on and on";
    String cut = Labels.fitting(g, text, 80, Palette.font(12));

    assertEquals(text, Labels.fitting(g, text, 1000, Palette.font(12)));
    assertTrue(cut.endsWith("…") && text.startsWith(cut.substring(0, cut.length() - 1)), cut);
    assertTrue(g.getFontMetrics(Palette.font(12)).stringWidth(cut) <= 80, cut);
  }
}

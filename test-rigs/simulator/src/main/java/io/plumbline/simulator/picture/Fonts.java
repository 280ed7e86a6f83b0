package io.plumbline.simulator.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Whether this machine can write words into a picture; a bare server or container often cannot.
final class Fonts {
  private Fonts() {}

  static void check() throws IOException {
    try {
      Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      g.getFontMetrics(Palette.bold(12)).stringWidth("0");
      g.dispose();
    } catch (LinkageError | InternalError | RuntimeException e) {
      // The JDK says it in any of these ways, by version and by what is missing.
      throw new IOException(
          "cannot draw: this machine has no fonts; on Debian: apt install fontconfig fonts-dejavu-core",
          e);
    }
  }
}

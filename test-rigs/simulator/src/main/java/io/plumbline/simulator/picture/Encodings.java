package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Trace;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A picture's bytes.
final class Encodings {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private Encodings() {}

  static byte[] png(Trace trace) throws IOException {
    BufferedImage image = new BufferedImage(Sheet.WIDTH, Sheet.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Sheet.draw(trace, g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Else the JDK goes by way of a file in its own temporary folder.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  /// Words stay words, so that they can be searched and copied.
  static byte[] svg(Trace trace) throws IOException {
    try {
      Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation()
          .createDocument(SVG, "svg", null);
      SVGGraphics2D g = new SVGGraphics2D(document);
      g.setSVGCanvasSize(new Dimension(Sheet.WIDTH, Sheet.HEIGHT));
      Sheet.draw(trace, g);
      Element root = g.getRoot();
      root.setAttribute("viewBox", "0 0 " + Sheet.WIDTH + " " + Sheet.HEIGHT);
      nameFonts(root);
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.transform(new DOMSource(root), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("the JDK's own XML writer refused a picture", e);
    }
  }

  /// Where there is a choice, words are as wide for the reader as they were when the picture was laid out.
  private static void nameFonts(Element element) {
    if (element.hasAttribute("font-family")) {
      element.setAttribute("font-family", "'DejaVu Sans', Verdana, sans-serif");
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        nameFonts(inner);
      }
    }
  }
}

package io.plumbline.drivers.adxl375;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The vector of facts `high-g.md`, section 2, and the look-alike.
class DecoderTest {
  private static final double G_MPS2 = 9.80665;

  @Test
  void shouldDecodeTheVector() {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex("EC FF 15 00 00 00");
    RawStream stream = Adxl375Driver.stream(0, "high-g", Adxl375Config.DEFAULT);
    double[] g = {-0.98, 1.03, 0};
    int[] counts = {-20, 21, 0};
    for (int i = 0; i < g.length; i++) {
      assertEquals(counts[i], Decoder.axis(bytes, i));
      assertEquals(g[i] * G_MPS2, stream.channels().get(i).si(Decoder.axis(bytes, i)), 0.002 * G_MPS2);
    }
    assertTrue(stream.channels().get(0).isClipped(4082), "200 g");
  }

  @Test
  void shouldRefuseAnAdxl345WhenItRests() {
    ScaleProof proof = new ScaleProof(true);
    for (int i = 0; i < ScaleProof.FIRST; i++) {
      assertFalse(proof.add(3, -4, 255 + i % 3));
    }
    assertTrue(proof.isRefused());
    assertEquals(256, proof.countsAtRest(), 2);
  }

  @Test
  void shouldLetAnAdxl375PassWhateverItFeels() {
    for (int level : new int[]{0, 18, 20, 23, 140, 800, 4080}) {
      ScaleProof proof = new ScaleProof(true);
      for (int i = 0; i < 1000; i++) {
        assertEquals(i >= ScaleProof.FIRST - 1, proof.add(level, i % 2, 0), "level " + level);
      }
    }
    ScaleProof shaken = new ScaleProof(true);
    for (int i = 0; i < 1000; i++) {
      shaken.add(i % 50 == 0 ? 300 : 250, 0, 0);
    }
    assertFalse(shaken.isRefused());
  }

  @Test
  void shouldFindItOutLaterWhenTheLookAlikeMovedAtFirst() {
    ScaleProof proof = new ScaleProof(true);
    for (int i = 0; i < ScaleProof.FIRST; i++) {
      proof.add(0, 0, 200 + 10 * i);
    }
    assertFalse(proof.isRefused());
    for (int i = 0; i < 64; i++) {
      proof.add(0, 0, 256);
    }
    assertTrue(proof.isRefused());
  }
}

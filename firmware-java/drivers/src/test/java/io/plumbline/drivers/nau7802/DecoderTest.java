package io.plumbline.drivers.nau7802;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawChannel;
import org.junit.jupiter.api.Test;

/// The vectors of facts, section 4.
class DecoderTest {
  private static int count(int first, int second, int third) {
    return Decoder.count(new byte[]{(byte) first, (byte) second, (byte) third}, 0);
  }

  @Test
  void shouldDecodeTheVectors() {
    RawChannel channel = Nau7802Driver.stream(0, "left", Nau7802Config.DEFAULT).channels().get(0);
    assertEquals(0, count(0, 0, 0));
    assertEquals(-100, count(0xFF, 0xFF, 0x9C));
    assertTrue(channel.isClipped(count(0x7F, 0xFF, 0xFF)));
    assertTrue(channel.isClipped(count(0x80, 0, 0)));
    assertEquals(0.5 / 32, channel.si(1 << 23), 1e-15);
  }

  @Test
  void shouldWarnWhenVoltagesLeaveNoMargin() {
    assertEquals("", Nau7802Config.DEFAULT.warning());
    assertTrue(new Nau7802Config(320, 128, 3.0, 3.3, true).warning().contains("without margin"));
    assertTrue(new Nau7802Config(80, 32, 3.3, 3.3, true).warning().contains("0.3 V more"));
    assertEquals("", new Nau7802Config(80, 128, 4.5, 5, true).warning());
  }

  @Test
  void shouldRefuseWhenTheChipCannot() {
    assertThrows(IllegalArgumentException.class, () -> new Nau7802Config(160, 32, 3.0, 3.3, true));
    assertThrows(IllegalArgumentException.class, () -> new Nau7802Config(320, 32, 3.1, 3.3, true));
    assertThrows(IllegalArgumentException.class, () -> new Nau7802Config(320, 32, 3.6, 3.3, true));
    assertThrows(IllegalArgumentException.class, () -> new Nau7802Config(320, 33, 3.0, 3.3, true));
  }

  @Test
  void shouldKnowAllVoltagesOfTheRegulator() {
    double[] volts = {4.5, 4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4};
    for (int code = 0; code < volts.length; code++) {
      assertEquals(code, Registers.regulatorCode(volts[code]));
    }
  }
}

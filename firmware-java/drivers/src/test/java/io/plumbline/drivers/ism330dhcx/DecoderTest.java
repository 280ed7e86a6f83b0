package io.plumbline.drivers.ism330dhcx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The example of facts, section 3, and slots that are put together.
class DecoderTest {
  private static final double G_MPS2 = 9.80665;

  private static byte[] hex(String bytes) {
    return HexFormat.ofDelimiter(" ").parseHex(bytes);
  }

  @Test
  void shouldDecodeTheExample() {
    byte[] word = hex("12 00 00 00 FC 00 08");
    RawStream stream = Ism330dhcxDriver.stream(0, "imu", Ism330dhcxConfig.DEFAULT);
    assertEquals(Registers.TAG_ACCEL, Decoder.tag(word, 0));
    assertEquals(1, Decoder.slot(word, 0));
    assertEquals(0, Decoder.axis(word, 0, 0));
    assertEquals(-0.4997 * G_MPS2, stream.channels().get(1).si(Decoder.axis(word, 0, 1)), 1e-3);
    assertEquals(0.9994 * G_MPS2, stream.channels().get(2).si(Decoder.axis(word, 0, 2)), 1e-3);
    assertEquals(Math.toRadians(0.070), stream.channels().get(3).siPerCount(), 1e-12);
    assertEquals(26, stream.channels().get(6).si(256), 1e-12);
  }

  @Test
  void shouldPairTheWordsOfASlotWhenTheyComeInTwoReads() {
    Slots slots = new Slots(4);
    slots.clear();
    slots.scan(hex("0A 01 00 02 00 03 00 12 04 00 05 00 06 00"), 2);
    assertEquals(0, slots.size());
    slots.scan(hex("22 78 56 34 12 00 00 0C 07 00 08 00 09 00"), 2);
    assertEquals(1, slots.size());
    assertEquals(0x12345678, slots.timestamp(0));
    assertEquals(4, slots.count(0, 0));
    assertEquals(3, slots.count(0, 5));
    assertEquals(0, slots.torn());
  }

  @Test
  void shouldThrowAwayASlotWhenAWordOfItIsMissing() {
    Slots slots = new Slots(4);
    slots.clear();
    slots.scan(hex("0A 01 00 02 00 03 00 14 04 00 05 00 06 00 0C 00 00 00 00 00 00 24 01 00 00 00 00 00"), 4);
    assertEquals(1, slots.size());
    assertEquals(1, slots.torn());
    assertEquals(1, slots.timestamp(0));
    assertFalse(slots.isBroken());
    slots.scan(hex("00 00 00 00 00 00 00"), 1);
    assertTrue(slots.isBroken());
  }
}
